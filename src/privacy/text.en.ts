import { plural } from '#text/plural.ts';

const kindNames: Readonly<Record<string, string>> = {
  answers: 'All your answers',
  mocks: 'Your mock interviews',
  peers: 'Your peer sessions, and what was said about you there',
  never: 'Whom you never want to be paired with',
  practice: 'What you practised, and your streak',
  lessons: 'What you learnt, and what comes back',
  settings: 'Your settings and time zones',
  notices: 'What you wanted to be told',
};

export const en = {
  title: 'What the bot keeps about you',
  nothing: 'Nothing. The bot keeps nothing about you at the moment.',
  kept: ({ what, count }: { readonly what: string; readonly count: number }) =>
    `- ${what}: ${plural('en', count, { one: '# entry', other: '# entries' })}`,
  whoSees:
    'No other member sees your answers, and nobody who looks after a server does. They stand in the bot’s database; the person who runs the bot looks after that.',
  // What each table holds, in a member's words
  members: 'Your choices, such as language and time zone',
  zones: 'Which time zones you chose, and when',
  acts: 'What you practised and on which day',
  answers: 'Your answers, with your own ratings',
  tipContacts: 'Channels whose daily tips you asked to hear about when they fail',
  recalls: 'Which lessons and questions come back, and when',
  streaks: 'How your streak stands',
  practiceDays: 'The days on which you practised, and how much',
  boards: 'Servers whose leaderboard shows your streak, because you chose so',
  mocks: 'Your mock interviews, and what you chose for them',
  peerWaits: 'That you wait for a partner, and what for',
  peerSeats: 'Your peer sessions: when, what you looked for, and how they ended',
  peerNotes: 'What partners said about you, and your own ratings',
  neverMatches: 'Whom you never want to be paired with, as a fingerprint that names nobody',
  mockQuestions: 'Which questions you were asked in mock interviews, and how it went',
  reminders: 'That you want to be reminded of your streak, and when you last were',

  export: 'Get a copy',
  exported: 'Here is everything the bot keeps about you, as a file. Only you can see it.',
  exportedOften: 'You had several copies within a minute; they hold everything. In a minute you can have the next one.',
  delete: 'Delete it all',
  sure: 'Delete everything that the bot keeps about you? Your answers and everything you learnt will be gone for good; nobody can bring them back. You may want a copy first.',
  peersStay: '-# What you said about partners in peer sessions belongs to them: it stays with them, without your name.',
  yes: 'Yes, delete everything',
  no: 'Keep it',
  deleted:
    'Done. Everything the bot kept about you is gone. Safety copies, which the bot makes before an update, are deleted after 30 days. Messages above, if there are any, stay until you delete them. If you ever want to begin again, </lesson today> is there.',
  // Deleting a part
  chooseIntro: 'What shall the bot forget about you? You are asked once more before anything goes.',
  choose: 'What shall be deleted?',
  everything: 'Everything',
  kind: ({ kind }: { readonly kind: string }) => kindNames[kind] ?? kind,
  oneAnswer: 'One answer',
  thisAnswer: 'This answer',
  thisServer: 'Your place on this server’s leaderboard',
  whichAnswer: 'Which answer? These are the newest.',
  noAnswers: 'There are no answers of yours to delete.',
  sureOf: ({ what }: { readonly what: string }) =>
    `${what}: shall it go? It will be gone for good; nobody can bring it back.`,
  yesThis: 'Yes, delete it',
  deletedThis:
    'Done, it’s gone. Safety copies, which the bot makes before an update, are deleted after 30 days. </privacy see> shows what is left.',
  goneAlready: 'There is nothing like that any more. </privacy see> shows what is kept.',
  notDeleted: 'Nothing was deleted.',
};
