// Chooses the words of a member that a finding is about.

import { type Category, hits } from './lexicon.ts';
import { addWords, countsOf, type Features, listPairs } from './features.ts';
import type { FindingId } from './findings.ts';
import { type Model, placed, type Ready, weigh } from './model.ts';
import { type Reading, type Sentence, stem } from './reading.ts';

/** Words in the quotation of a long sentence, with four more at most: few enough for a phone, and fewer than 25. */
const usuallyQuoted = 16;

/** What a sentence is weighed by. */
export type By = { readonly ready: Ready; readonly places: Model['places'] };

/** The sentence that weighed most; of those that one of the lists knows, if any are given. */
export function heaviest({ sentences }: Reading, by: By, lists: readonly Category[] = []): Sentence | undefined {
  const fitting = lists.length === 0 ? sentences : sentences.filter(knownTo(lists));
  return best(fitting, (sentence) => weightIn(sentence, by));
}

const knownTo =
  (lists: readonly Category[]) =>
  ({ plain: said }: Sentence): boolean =>
    lists.some((list) => hits(list, said) > 0 || (list === 'asks' && said.includes('?')));

function weightIn(sentence: Sentence, { ready, places }: By): number {
  const local: Features = new Map();
  const counts = countsOf(sentence);
  for (const [category, count] of Object.entries(counts)) {
    local.set(`c:${category}`, 1);
    local.set(`n:${category}`, Math.log2(1 + count));
  }
  for (const [one, other] of listPairs)
    if ((counts[one] ?? 0) > 0 && (counts[other] ?? 0) > 0) local.set(`p:${one}+${other}`, 1);
  addWords(local, sentence);
  return weigh({ ...ready, bias: 0 }, placed(local, { places }));
}

/** Where something is missing: lists whose last sentence comes before the gap. */
const before: { readonly [F in FindingId]?: readonly Category[] } = {
  'no-result': ['iDid', 'weDid', 'iDo', 'iWould', 'bareDid'],
  'no-number': ['result', 'iDid'],
  'no-step': ['scene', 'task', 'time'],
  'no-aim': ['scene', 'time'],
  'no-growth': ['flaw', 'virtue'],
};
/** Where something is said in a way that leaves it open: lists of the first such sentence. */
const at: { readonly [F in FindingId]?: readonly Category[] } = {
  'own-part': ['weDid', 'passive', 'othersDid'],
  'no-example': ['usual', 'stock'],
};

/** The sentence after which it should come, for what an answer lacks. */
export function sentenceBefore(finding: FindingId, { sentences }: Reading): Sentence | undefined {
  const lists = before[finding];
  if (lists) {
    const inOrder = finding === 'no-aim' ? sentences.find(knownTo(lists)) : sentences.findLast(knownTo(lists));
    return inOrder ?? (finding === 'no-aim' ? sentences[0] : sentences.at(-1));
  }
  const open = at[finding];
  if (open) return sentences.find(knownTo(open)) ?? sentences[0];
  return finding === 'off-topic' ? sentences[0] : sentences.at(-1);
}

/** The end of a sentence, for what should come after it. */
export function endOf({ typed }: Sentence): string {
  const words = wordsIn(typed);
  if (words.length <= usuallyQuoted) return words.join(' ');
  return `… ${words.slice(-usuallyQuoted + 2).join(' ')}`;
}

/** The part of a sentence that weighs most in a model. */
export function partOf({ typed }: Sentence, { ready, places }: By): string {
  const words = wordsIn(typed);
  if (words.length <= usuallyQuoted + 4) return words.join(' ');
  const weights = words.map((word) => Math.max(0, ready.weights[places.get(`w:${stem(plain(word))}`) ?? -1] ?? 0));
  const sums = words.map((_, start) => sum(weights.slice(start, start + usuallyQuoted)));
  const last = words.length - usuallyQuoted;
  const start = sums.slice(0, last + 1).reduce((top, one, index) => (one > (sums[top] ?? 0) + 0.05 ? index : top), 0);
  const end = start + usuallyQuoted;
  return `${start > 0 ? '… ' : ''}${words.slice(start, end).join(' ')}${end < words.length ? ' …' : ''}`;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Words as typed; one that goes on for ever is cut. */
const wordsIn = (typed: string): readonly string[] =>
  typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) =>
      word.length > longestWord
        ? `${word
            .slice(0, longestWord)
            .toWellFormed()
            .replace(/\uFFFD$/, '')}…`
        : word,
    );
const longestWord = 30;

function best<T>(all: readonly T[], worth: (one: T) => number): T | undefined {
  let top: { readonly one: T; readonly worth: number } | undefined;
  for (const one of all) {
    const found = worth(one);
    if (!top || found > top.worth) top = { one, worth: found };
  }
  return top?.one;
}
