import { plural } from '#text/plural.ts';
import { findingWords, strengthWords } from './finding-texts.en.ts';
import type { FindingId, StrengthId } from './findings.ts';

type Told = { readonly id: FindingId; readonly quote: string; readonly turn: number };

const way = <T>([one, other]: readonly [T, T], turn: number): T => (turn % 2 === 0 ? one : other);
const words = (count: number): string => plural('en', count, { one: '# word', other: '# words' });

export const en = {
  // Of an answer
  works: ({ id, quote, turn }: { readonly id: StrengthId; readonly quote: string; readonly turn: number }) =>
    `**What works:** “${quote}”\n${way(strengthWords[id], turn)}`,
  here: ({ id, quote, turn }: Told) =>
    `**“${quote}”**\n${way(findingWords[id].hears, turn)} *Try:* ${way(findingWords[id].tries, turn + (quote.length % 2))}`,
  after: ({ id, quote, turn }: Told) =>
    `**After “${quote}”**\n${way(findingWords[id].hears, turn)} *Try:* ${way(findingWords[id].tries, turn + (quote.length % 2))}`,
  again: ({ id, turn }: Pick<Told, 'id' | 'turn'>) =>
    `**There, too:** ${way(findingWords[id].hears, turn)} *Try:* ${way(findingWords[id].tries, turn)}`,
  name: ({ id }: { readonly id: FindingId }) => findingWords[id].name,
  nothingToFix: ({ turn }: { readonly turn: number }) =>
    way(
      [
        'I found nothing that needs fixing first. Say it aloud once, without reading.',
        'Nothing here needs fixing first, as far as I can tell. Now say it to somebody.',
      ],
      turn,
    ),
  started: ({ count }: { readonly count: number }) =>
    `**A start:** ${words(count)} on the page. Now there is something to work with.`,
  straight: '**What works:** it is said straight, without “maybe” or “I guess”.',
  bothPersons: '**What works:** it has both “I” and “we” in it: your part, and the others’.',
  fits: '**What works:** it takes less than a minute to say, so they can follow it to the end.',
  cantTell: 'I only read words. I can’t tell how it sounds, or whether it is true.',
  cantTellShort: 'I can’t tell more from so few words.',
  gone: ({ names }: { readonly names: string }) => `**Better than before:** ${names}`,
  goneOne: ({ name }: { readonly name: string }) => `no more “${name}”`,
  cameOne: ({ name }: { readonly name: string }) => `${name} is there now`,

  // Counts
  countsTitle: 'Only counts: they say nothing about good or bad',
  countsWords: ({ count, minutes }: { readonly count: number; readonly minutes: string }) =>
    `**${words(count)}**: about ${minutes} when spoken. Short can be clear or thin; long can be rich or slow.`,
  countsPersons: ({ own, together }: { readonly own: number; readonly together: number }) =>
    `**“I” ${own} · “we” ${together}**: “I” shows your part; “we” shows that you work with others. Many answers that people liked had both.`,
  countsFillers: ({ count }: { readonly count: number }) =>
    `**Fillers ${count}** (like, just, really …): they sound natural when spoken, and blur things when there are many.`,
  countsNumbers: ({ count }: { readonly count: number }) =>
    `**Numbers ${count}**: a number makes a result easy to believe. A year or the size of a team is no result.`,

  // What is no answer that can be judged
  empty: 'I can’t find any words in it. One sentence is enough to begin.',
  emoji: 'I can’t read pictures. Say in words what you’d say in the room.',
  language:
    'I only read English so far, so I can’t tell anything about this answer. It is a good way to find your thoughts first. The list below works in every language.',
  code: 'This looks like code, and I can’t judge that. What would you say about it to somebody who doesn’t write code?',
  link: 'There is only a link in it, and I don’t open links. What would you say yourself?',
  question: 'This is the question once more. What comes to your mind first when you read it?',
  resume:
    'This looks like a whole CV, and they have that before them. Pick one line of it, and tell one day behind that line.',
  headings:
    'The four steps are there, but nothing stands behind them yet. Put one real sentence behind each: where, what had to be done, what you did, how it ended.',
  command: 'I don’t give marks, to anyone. Write what you’d say in the room, and I’ll tell you what I hear.',
  repeated: 'It says the same words again and again, so I can’t tell much. Say it once, then add what happened.',
  unreadable: 'I can’t make out words here. Nothing is wrong with that: try one plain sentence.',
  hostile: 'That sounds like a bad moment, and that’s all right. The question will still be here when you want it.',

  // Care
  careSelfHarm:
    'I’m glad you wrote this. It matters more than any interview. Please talk to somebody now; you don’t have to know what to say.',
  careAbuse:
    'I’m sorry. What was done to you isn’t all right, and it isn’t your fault. There are people who can help, and they will believe you.',
  careDanger:
    'That doesn’t sound safe, and no job is worth it. You have a right to be safe at work. There are people who can help.',
  careNow:
    'If you or somebody else may be hurt now, call the emergency number where you are (112 in Europe, 999 in the UK, 911 in the US and Canada, 000 in Australia).',
  careHere: ({ country, lines }: { readonly country: string; readonly lines: string }) => `**${country}:** ${lines}`,
  careElsewhere:
    '**Anywhere:** [findahelpline.com](https://findahelpline.com) has free and private help by country, by phone or chat.',
  careDated: ({ checked }: { readonly checked: string }) =>
    `-# Numbers as published in ${checked}. If one doesn’t answer, findahelpline.com knows the newest.`,
  careNotKept:
    'I’m a program and can’t help as a person can. I kept nothing of what you wrote, and nobody else has seen it.',
};
