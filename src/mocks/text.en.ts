import { plural } from '#text/plural.ts';

type At = { readonly number: number; readonly of: number };
type Source = { readonly source: 'bank' | 'review' };

const wayBack = (source: Source['source']): string => (source === 'review' ? '</mock review>' : '</mock start>');

const questions = (count: number): string => plural('en', count, { one: '# question', other: '# questions' });

export const en = {
  // One question
  place: ({ number, of }: At) => `Mock interview · question ${number} of ${of}`,
  single: 'One question',
  asks: ({ asks }: { readonly asks: string }) => `What they want to know: ${asks}`,
  until: ({ at }: { readonly at: number }) =>
    `Three minutes for this one: they are over <t:${at}:R>. A late answer is kept, too, and marked.`,
  fewer: ({ there, count }: { readonly there: number; readonly count: number }) =>
    `Only ${questions(there)} of this kind so far, so this one is shorter than ${count}.`,
  hint: 'Hint',
  hinted: ({ hint }: { readonly hint: string }) => `**A way in:** ${hint}`,
  answer: 'Answer',
  skip: 'Skip',
  stop: 'Stop',
  readHow: 'Take your time. Say it aloud first, if you can; then write it as you said it.',

  // After an answer
  answered: ({ number, of }: At) => `Question ${number} of ${of} · your answer is saved, for you alone`,
  answeredOne: 'Your answer is saved, for you alone',
  late: 'It came after its three minutes. In a real interview they would wait a little, too.',
  asked: ({ question }: { readonly question: string }) => `They asked: ${question}`,
  worries: ({ flags }: { readonly flags: string }) => `What makes them worry: ${flags}`,
  followUp: ({ ask }: { readonly ask: string }) => `They look up and ask: **“${ask}”**`,
  followAnswered: ({ ask }: { readonly ask: string }) => `Then they asked: ${ask}`,
  answerFollowUp: 'Answer that',
  next: 'Next question',
  finish: 'See how it went',
  another: 'One more',
  tryAgain: 'Try again',
  counts: 'Counts',
  coachFound: ({ names }: { readonly names: string }) => `look at: ${names}`,
  ticked: ({ ticked, of }: { readonly ticked: number; readonly of: number }) =>
    ticked === of ? `You found all ${of} in it.` : `You found ${ticked} of ${of} in it.`,

  // Where one is
  unfinished: ({ done, of, since }: { readonly done: number; readonly of: number; readonly since: number }) =>
    `You have a mock interview open: ${done} of ${questions(of)} done, begun <t:${since}:R>. Your answers are all there.`,
  goOn: 'Go on',
  beginNew: 'Begin a new one',
  whatIfNew: 'If you begin a new one, the open one ends where it is. You find it in </mock history>.',
  sureToStop: ({ done, of, source }: Source & { readonly done: number; readonly of: number }) =>
    `Stop here? ${done} of ${questions(of)} ${done === 1 ? 'is' : 'are'} done. You can end it and see how it went, or leave it open and go on any day with ${wayBack(source)}.`,
  endIt: 'End it',
  later: 'Leave it open',
  left: ({ source }: Source) =>
    `It stays open. ${wayBack(source)} brings you back to the same question, today or any day.`,
  nothingAnswered:
    'It’s ended. Nothing was answered, so there is nothing to look back at. </mock start> begins another.',

  // How it went
  done: 'Your mock interview is done',
  reviewed: 'Your review is done',
  doneOne: 'That was your question',
  interviews: ({ count, dose }: { readonly count: number; readonly dose: number }) =>
    count === 0
      ? 'A mock with three answers or more counts as an interview. About nine of them help most people.'
      : count < dose
        ? `That makes **${count} of ${dose}** mock interviews. About nine is what helps most people.`
        : count === dose
          ? `That makes **${dose} of ${dose}** mock interviews: as many as help most people. From here on, go for the kind of question you like least.`
          : `That makes **${count}** mock interviews.`,
  untouched: ({ count }: { readonly count: number }) =>
    `You ended it there: ${plural('en', count, { one: '# more question was', other: '# more questions were' })} to come.`,
  comeBack: ({ count, inDays, at }: { readonly count: number; readonly inDays: number; readonly at: number }) =>
    inDays <= 0
      ? `${plural('en', count, { one: '# question waits', other: '# questions wait' })} for you in </mock review>.`
      : `${plural('en', count, { one: '# question comes', other: '# questions come' })} back ${inDays === 1 ? 'from tomorrow on' : `<t:${at}:R>`}, in </mock review>.`,
  readNext: 'Worth reading next:',
  again: 'Go again',
  history: 'All mocks',
  lookAt: 'Look at an answer',
  gone: 'a question that isn’t there any more',
  row: ({ number, question, went }: { readonly number: number; readonly question: string; readonly went: string }) =>
    `${number}. ${question}: ${went}`,
  rated: ({ rating }: { readonly rating: number }) => `your rating ${rating} of 4`,
  notRated: 'answered',
  found: ({ ticked, of }: { readonly ticked: number; readonly of: number }) => `${ticked} of ${of} found in it`,
  skipped: 'skipped',
  missed: 'not answered',
  wasLate: 'late',
  deleted: 'the answer was deleted',
  title: 'Mock interview',
  reviewTitle: 'Review',

  // History and review
  mocks: 'Your mock interviews',
  noMocks: 'There are none yet. </mock start> begins one; it takes about ten minutes.',
  chooseMock: 'Open one',
  older: 'Older',
  newer: 'Newer',
  listed: ({ answered, of }: { readonly answered: number; readonly of: number }) => `${answered} of ${of} answered`,
  delete: 'Delete',
  sureToDelete:
    'Delete it, and its answers? They will be gone for good; nobody can bring them back. Your streak stays as it is.',
  yesDelete: 'Yes, delete it',
  keep: 'Keep it',
  deletedIt: 'It’s gone, and its answers with it.',
  nothingDue: ({ at }: { readonly at: number | undefined }) =>
    at === undefined
      ? 'Nothing comes back at the moment. Questions that you skip or rate low in a mock come back here, from the day after.'
      : `Nothing is due today. The next question comes back <t:${at}:R>.`,
  startOne: 'Start a mock',

  // Refusals
  noQuestions: 'There is no question of that kind for this work yet. Leave one of the choices out and try again.',
  mockGone:
    'This mock interview isn’t there any more: it was deleted or ended without an answer. </mock start> begins another.',
  questionGone: 'This question isn’t there any more. Nothing of yours is lost: </privacy export> has your answer.',
};
