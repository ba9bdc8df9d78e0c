/** The five things that are looked at in an answer, from 1 to 4. */
const scales = [
  {
    name: 'Answered the question',
    short: 'The question',
    said: ['Answered another one', 'Came near it', 'Answered it', 'Answered it at once, and fully'],
  },
  {
    name: 'Story: a real moment one can picture',
    short: 'The story',
    said: ['No example', 'An example in general', 'A real moment', 'A real moment that I could see'],
  },
  {
    name: 'Action: what they did themselves',
    short: 'Your own part',
    said: ['I don’t know what they did', 'Mostly “we”', 'Their part was clear', 'Each step was clear, and why'],
  },
  {
    name: 'Result, and what they learnt',
    short: 'The result',
    said: ['No ending', 'An ending in general', 'What came of it', 'What came of it, and what they took from it'],
  },
  {
    name: 'Delivery: easy to follow',
    short: 'How you said it',
    said: ['I got lost', 'I had to work for it', 'Easy to follow', 'Easy to follow, and good to listen to'],
  },
] as const;

const askerScales = [
  { name: 'Prepared', said: ['Not really', 'A little', 'Yes', 'Very well'] },
  { name: 'Listened', said: ['Not really', 'Some of the time', 'Yes', 'Yes, and asked on from it'] },
  { name: 'Useful to me', said: ['Not really', 'A little', 'Yes', 'I will use it next time'] },
] as const;

type Scale = { readonly scale: number };
type Choice = Scale & { readonly choice: number };
type Named = { readonly name: string };

const reasonNames: Readonly<Record<string, string>> = {
  disrespect: 'Insults, hate or pressure',
  'job-or-money': 'Offered a job, or asked for money or data',
  unwanted: 'Unwanted private or sexual messages',
  danger: 'I am worried about somebody’s safety',
  other: 'Something else',
};

export const en = {
  // Forms
  scale: ({ scale }: Scale) => scales[scale]?.name ?? '',
  scaleShort: ({ scale }: Scale) => scales[scale]?.short ?? '',
  scaleChoice: ({ scale, choice }: Choice) => scales[scale]?.said[choice - 1] ?? '',
  asker: ({ scale }: Scale) => askerScales[scale]?.name ?? '',
  askerChoice: ({ scale, choice }: Choice) => askerScales[scale]?.said[choice - 1] ?? '',
  forms: 'Your forms',
  myForms: 'My forms',
  formsHow: 'Each is kept as soon as you send it, and you can send it again until it is shown.',
  formsEarly: 'Nobody sees them before the session is over and both of you are done.',
  formsNone: 'There are no forms for you here yet. They come with the first feedback.',
  formsDone: 'All of yours are in. Thank you: your partner learns most from these.',
  formsClosed: 'The forms of this session are closed; what was said has been shown.',
  notYourForm: 'That form isn’t yours, or has no place any more.',
  scalesOf: ({ name }: Named) => `How were ${name}’s answers?`,
  wordsOf: ({ name }: Named) => `In words, for ${name}`,
  ownOf: 'How were my own answers?',
  askerOf: ({ name }: Named) => `${name} as the interviewer`,
  filled: ({ what }: { readonly what: string }) => `✓ ${what}`,
  formTitle: ({ kind }: { readonly kind: string }) =>
    ({
      scales: 'How were the answers?',
      words: 'In your words',
      own: 'How were my own answers?',
      asker: 'How was the interviewer?',
    })[kind] ?? '',
  heard: 'I heard you say …',
  heardHint: 'A sentence of theirs that stayed with you, and why',
  nextTime: 'Next time try …',
  nextTimeHint: 'One thing, small enough for the next answer',
  askerWords: 'Anything else for them? (optional)',
  askerWordsHint: 'About how they asked, never about who they are',

  // What was said
  said: 'What your partner said',
  saidNothing: 'Your partner filled no form this time. That happens, and has nothing to do with your answers.',
  sealed: ({ at }: { readonly at: number }) =>
    `Not yet: it is shown when both of you are done, at the latest <t:${at}:R>.`,
  saidScale: ({
    name,
    said,
    own,
  }: {
    readonly name: string;
    readonly said: string;
    readonly own: string | undefined;
  }) => `- ${name}: **${said}**${own === undefined ? '' : ` (you said: ${own})`}`,
  saidHeard: 'They heard you say',
  saidNextTime: 'Next time, they’d try',
  saidAsker: 'You as the interviewer',
  lessonsFor: 'What may help',

  // Never again
  neverDone: ({ member }: { readonly member: string }) =>
    `Done. You and <@${member}> are never paired, on any server. They are not told, and nobody else is.`,
  neverUndo: 'Take it back',
  mayMeetDone: ({ member }: { readonly member: string }) => `Done. You and <@${member}> may be paired again.`,
  neverYourself: 'You can’t be paired with yourself anyway. Choose somebody else.',

  // Reports
  reportTitle: 'Tell the moderators',
  reportIntro:
    'This goes to the people who look after this server. It does not say who sent it. In danger, call your local emergency number first.',
  reason: 'What happened?',
  reasonIs: ({ reason }: { readonly reason: string }) => reasonNames[reason] ?? reason,
  reportWords: 'In your words (optional)',
  reportWordsHint: 'What should they know?',
  reportQuote: 'What they wrote',
  reportQuoteHint: 'The moderators see it with a link to the message',
  reportSent:
    'The moderators have it. Nobody is told that it came from you. If you like, I can also see to it that you two are never paired.',
  neverMeet: 'Never pair us',
  reportNotSent: ({ words }: { readonly words: string }) =>
    `It did not arrive: I could not post where reports go. Please write to a moderator directly.${words === '' ? '' : ` These were your words, for copying:\n${words}`}`,
  noModerators:
    'This server has not told me where reports go. Please write to its moderators directly. In danger, call your local emergency number.',
  nobodyToReport:
    'You are in no session, and were in none since yesterday. For a message, open its menu and choose Apps → Report to moderators.',
  ownMessage: 'That is a message of your own.',

  // A report, for moderators
  reported: ({ member }: { readonly member: string }) => `A member reports <@${member}>`,
  reportedWhy: ({ reason }: { readonly reason: string }) => `Reason: **${reasonNames[reason] ?? reason}**`,
  reportedWhere: ({ link }: { readonly link: string }) => `[Go there](${link})`,
  reportedQuote: 'What the message said, as the report shows it (compare it with the link)',
  reportedWords: 'What the member adds',
  reportedNext: '-# Who reported is not kept anywhere. </server suspend> keeps somebody out of peer sessions.',
};
