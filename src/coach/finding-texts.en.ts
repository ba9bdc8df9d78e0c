// What the coach says of one finding: its name, what an interviewer hears, what to try. Of the answer, never of the
// person; each in more than one way, so that the third answer of an evening does not sound like the first.

import type { FindingId, StrengthId } from './findings.ts';

type Wording = {
  /** For a list: what it is about. */
  readonly name: string;
  /** What an interviewer hears. */
  readonly hears: readonly [string, string];
  readonly tries: readonly [string, string];
};

export const findingWords: Readonly<Record<FindingId, Wording>> = {
  'off-topic': {
    name: 'another question answered',
    hears: [
      'They asked one thing and hear another, so they still wait.',
      'It may be true, but it isn’t what they asked.',
    ],
    tries: [
      'Say their question back in five words, then answer that.',
      'Begin with one sentence that answers it, then add the rest.',
    ],
  },
  badmouthing: {
    name: 'a hard word about others',
    hears: [
      'They wonder what you’d say about them one day.',
      'They only hear one side, so it falls back on the speaker.',
    ],
    tries: [
      'Say what happened and what you did. Leave out how they were.',
      'Tell it so that the other person could sit in the room.',
    ],
  },
  arrogance: {
    name: 'above others',
    hears: ['They hear a rank, but no proof.', 'They wonder how it would be to work side by side.'],
    tries: [
      'Put one fact in its place: what you did, and what came of it.',
      'Keep the good work, and name somebody who had a part in it.',
    ],
  },
  presumption: {
    name: 'the job as settled',
    hears: [
      'For them it is still open, and this sounds decided.',
      'They haven’t chosen yet, so it can feel like a push.',
    ],
    tries: [
      'Say “I’d like to” where it now says “I will”.',
      'Ask what the next step is, and leave the choice with them.',
    ],
  },
  'humble-brag': {
    name: 'a strength in disguise',
    hears: [
      'They’ve heard this one often, and it sounds like a strength.',
      'They asked for something hard, and hear something to be proud of.',
    ],
    tries: [
      'Name one thing that has gone wrong because of it, and what you do now.',
      'Choose a small real thing you find hard. Then say what helps.',
    ],
  },
  'too-short': {
    name: 'they would have to ask',
    hears: [
      'They can’t picture it yet, and would have to ask for more.',
      'There is too little here for them to go on.',
    ],
    tries: [
      'Add two more sentences: one that says why, and one that says “for example”.',
      'Answer “such as?” in two more sentences.',
    ],
  },
  rambling: {
    name: 'side roads',
    hears: ['Here the thread gets lost, and the good part with it.', 'They try to guess which part matters.'],
    tries: [
      'Leave this part out and read the rest aloud. Is anything missing?',
      'Say the end first. Then keep only what leads there.',
    ],
  },
  recitation: {
    name: 'what the CV says',
    hears: ['They can read this in your papers.', 'Dates and posts tell them where, but not how you work.'],
    tries: ['Pick one post and tell one day there.', 'Keep the last job in one line. Then say why it led you here.'],
  },
  hedging: {
    name: 'words that take it back',
    hears: ['These words make good work sound small.', 'They hear the doubt before they hear the work.'],
    tries: ['Say it once more without these words. It is still true.', 'Start with what you did. Stop there.'],
  },
  'stock-phrases': {
    name: 'words that fit anyone',
    hears: ['Many people say it in just these words.', 'They’ve heard these words today already, so they slide past.'],
    tries: ['Swap it for one thing that only you could say.', 'Name one real thing you saw, did or like, and why.'],
  },
  'no-question': {
    name: 'a question for them',
    hears: ['They hear no question about the work or the team.', 'It can sound as if the job didn’t matter much.'],
    tries: ['Ask one thing you’d want to know before your first day.', 'Ask what a good first month looks like there.'],
  },
  'no-growth': {
    name: 'what you do about it',
    hears: ['They wait for the second half: what is done about it.', 'They hear something hard, but not what helps.'],
    tries: ['Add one thing you do now, and since when.', 'Finish the sentence “So now I …”.'],
  },
  'no-result': {
    name: 'how it ended',
    hears: ['They don’t learn how it ended.', 'The story stops before the end.'],
    tries: [
      'Add one sentence: what changed, and who noticed?',
      'Finish with “In the end …”, even if it was only a part.',
    ],
  },
  'no-step': {
    name: 'what was done',
    hears: ['They can’t see what was done.', 'They hear what is good to do, but no step that somebody took.'],
    tries: ['Name the first thing done, then the next.', 'Write three verbs: what happened first, second, third?'],
  },
  'own-part': {
    name: 'your own part',
    hears: ['They can’t tell which part was yours.', 'They hear what was done, but not who did what.'],
    tries: ['Keep the team in. Add one sentence that begins with “I”.', 'Say who did which part, yours too.'],
  },
  'no-example': {
    name: 'one real case',
    hears: [
      'It sounds true, but they have nothing to picture.',
      'They hear how things are, not one time when it was so.',
    ],
    tries: ['Add “For example, last …” and go on from there.', 'Name one day, one person or one thing that shows it.'],
  },
  'no-aim': {
    name: 'what had to be done',
    hears: ['They don’t hear what had to be done, or what was at stake.', 'They miss why it mattered.'],
    tries: ['Add one line: “I had to … because …”.', 'Say what would have gone wrong otherwise.'],
  },
  'no-number': {
    name: 'how much',
    hears: ['There is an end, but they can’t tell how big it was.', 'They’d remember the end better with an amount.'],
    tries: [
      'If you know it: how many, how much, how long? “About” is fine.',
      'Say how it was before, and how it was after.',
    ],
  },
};

export const strengthWords: Readonly<Record<StrengthId, readonly [string, string]>> = {
  result: ['You tell how it ended, so they know what came of it.', 'There is an end, and they can picture it.'],
  number: ['An amount like this sticks in the mind.', 'They can see how much it was.'],
  learning: ['They hear what you took from it.', 'It shows what is different now.'],
  growth: [
    'A real thing, and what is done about it: that is rare.',
    'They hear something hard and something that helps.',
  ],
  question: ['A real question about the work. That starts a talk.', 'They can tell you’ve thought about the job.'],
  'own-steps': ['They can see what you did yourself.', 'Your own part is clear here.'],
  example: ['Something real to picture, which few answers have.', 'One real detail does more than a nice word.'],
  scene: ['They are there with you from this sentence on.', 'They can picture where it was.'],
};
