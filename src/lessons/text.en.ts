import { plural } from '#text/plural.ts';

type Place = { readonly track: string; readonly number: number; readonly of: number };
type Count = { readonly track: string; readonly learnt: number; readonly of: number };

export const en = {
  // The card of a lesson
  place: ({ track, number, of }: Place) => `${track} · ${number} of ${of}`,
  why: 'Why interviewers care',
  do: 'Do',
  dont: 'Don’t',
  asked: ({ question }: { readonly question: string }) => `They ask: “${question}”`,
  weak: 'A weak answer',
  strong: 'A strong answer',
  tryThis: 'One thing to try',
  seeExample: 'See an example',
  seeIdea: 'Back to the idea',
  gotIt: 'I’ve got it',
  gotItToday: 'Got it today',
  next: 'Next',
  previous: 'Previous',
  share: 'Share',
  noted: ({ track, learnt, of }: Count) => `Noted. You know ${learnt} of ${of} now in “${track}”.`,
  notedBefore: ({ track, learnt, of }: Count) =>
    `That one is noted already today. You know ${learnt} of ${of} in “${track}”.`,
  again: 'You know every lesson there is. Here is the one you learnt longest ago.',

  // Recall
  doYouKnow: ({ track, number, of }: Place) => `Do you still know this one? · ${track} · ${number} of ${of}`,
  showAnswer: 'Show answer',
  skipToday: 'Not today',
  knewIt: 'Knew it',
  notYet: 'Not yet',
  sayFirst: 'Say your answer to yourself first, then look.',
  backIn: ({ days }: { readonly days: number }) =>
    `Noted. It comes back in ${plural('en', days, { one: '# day', other: '# days' })}.`,
  knownForGood: 'Noted. You knew it every time, so it won’t come back by itself.',
  answeredBefore: 'That one is done for today. Here is what comes next.',
  rests: 'It can wait until tomorrow. Here is what comes next.',

  // Browsing and progress
  browse: 'All lessons',
  chooseTrack: 'Choose a track',
  chooseLesson: 'Choose a lesson',
  progress: 'How far you are',
  trackProgress: ({ track, learnt, of }: Count) => `**${track}**: ${learnt} of ${of} learnt`,
  learntOne: ({ title }: { readonly title: string }) => `${title} (learnt)`,
  continue: 'Read the next one',

  // Sharing
  preview: 'This is what everybody in this channel will see. Nobody gets a ping.',
  post: 'Post it here',
  dontPost: 'Don’t post it',
  posted: 'Posted. Everybody in this channel can read it now.',
  keptPrivate:
    'Discord showed it to you alone: apps that members bring along may not post for everybody here. Nobody else has seen it. If you want to share here, ask someone who looks after this server to add the bot.',
  postedPerhaps:
    'Discord did not say whether it was posted. Please look in the channel. If it isn’t there, open the lesson again and press *Share* once more.',
  notPosted: 'Not posted. Nobody has seen it.',
  sharedBy: ({ member }: { readonly member: string }) => `<@${member}> shares a lesson`,
  readIt: 'Read it privately',

  // Refusals
  lessonGone: 'This lesson isn’t there any more. </lesson browse> shows all there are.',
  notFound: ({ typed }: { readonly typed: string }) =>
    `No lesson fits “${typed}”. Try one plain word, such as *nervous* or *questions*, or look through them all with </lesson browse>.`,
  maySayNothing:
    'You can’t write in this channel, so the bot won’t post here in your name. Try it in a channel where you can write.',
};
