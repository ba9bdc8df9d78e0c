// Turns an answer into numbers that a linear model can weigh.

import type { Kind } from '#content/kinds.ts';
import { familyOf } from './labels.ts';
import { categories, type Category, hits } from './lexicon.ts';
import { type Reading, type Sentence, stem } from './reading.ts';
import { shapeOf } from './shape.ts';

/** What was asked and what was said. */
export type Said = { readonly question: string; readonly kind: Kind | undefined; readonly reading: Reading };

/** Features by name: `w:` words, `b:` pairs of words, `c:` and others made of lists and shape. */
export type Features = Map<string, number>;

/** Lists met together in one sentence say more than each by itself. */
export const listPairs: readonly (readonly [Category, Category])[] = [
  ['result', 'number'],
  ['result', 'amount'],
  ['iDid', 'detail'],
  ['iDid', 'time'],
  ['iDid', 'number'],
  ['scene', 'time'],
  ['task', 'time'],
  ['usual', 'iDo'],
  ['virtue', 'usual'],
  ['growing', 'iDo'],
  ['growing', 'time'],
  ['learnt', 'iDo'],
  ['blame', 'result'],
  ['stock', 'flattery'],
  ['stock', 'about'],
  ['asks', 'askWork'],
  ['asks', 'askPay'],
  ['post', 'number'],
  ['post', 'time'],
  ['superior', 'othersDid'],
  ['undercut', 'hedge'],
  ['presume', 'time'],
  ['employer', 'negative'],
  ['employer', 'cannot'],
  ['employer', 'irony'],
  ['others', 'negative'],
  ['others', 'cannot'],
  ['others', 'superior'],
  ['others', 'irony'],
  ['negative', 'irony'],
  ['detour', 'filler'],
  ['flaw', 'reason'],
];

const mostWords = 700;

const numerals: ReadonlySet<string> = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand'.split(
    ' ',
  ),
);

/** What stands for a word: numbers and years look alike, whatever they are. */
const signOf = (word: string): string =>
  /^(?:19|20)\d\d$/.test(word) ? '#year' : /^\d/.test(word) || numerals.has(word) ? '#' : stem(word);

export function featuresOf({ question, kind, reading }: Said): Features {
  const features: Features = new Map();
  const met = reading.sentences.map(countsOf);
  const family = familyOf(kind);
  features.set(`k:${kind ?? 'none'}`, 1);
  features.set(`f:${family}`, 1);
  addLists(features, met, { words: reading.words.length, family, kind: kind ?? 'none' });
  for (const [name, value] of shapeOf({ question, reading })) {
    features.set(`s:${name}`, value);
    features.set(`s:${name}@${family}`, value);
  }
  for (const sentence of reading.sentences) addWords(features, sentence);
  return features;
}

type Counts = Readonly<Partial<Record<Category, number>>>;

const known = new WeakMap<Sentence, Counts>();

/** How often each list is met in a sentence. */
export function countsOf(sentence: Sentence): Counts {
  const counts = known.get(sentence) ?? counting(sentence);
  known.set(sentence, counts);
  return counts;
}

function counting({ plain }: Sentence): Counts {
  const counts: Partial<Record<Category, number>> = {};
  for (const category of categories) {
    const count = hits(category, plain);
    if (count > 0) counts[category] = count;
  }
  return counts;
}

type Size = { readonly words: number; readonly family: string; readonly kind: string };

function addLists(features: Features, counted: readonly Counts[], { words, family, kind }: Size): void {
  const last = counted.slice(-Math.max(1, Math.ceil(counted.length / 3)));
  for (const category of categories) {
    const total = sum(counted, category);
    if (total === 0) {
      features.set(`0:${category}@${kind}`, 1);
      continue;
    }
    features.set(`c:${category}`, 1);
    features.set(`c:${category}@${kind}`, 1);
    features.set(`n:${category}`, Math.log2(1 + total));
    features.set(`d:${category}`, Math.min(4, (total * 20) / Math.max(10, words)));
    features.set(`d:${category}@${family}`, Math.min(4, (total * 20) / Math.max(10, words)));
    if (sum(last, category) > 0) features.set(`l:${category}`, 1);
    if ((counted[0]?.[category] ?? 0) > 0) features.set(`1:${category}`, 1);
  }
  for (const [one, other] of listPairs) {
    const together = counted.filter((counts) => (counts[one] ?? 0) > 0 && (counts[other] ?? 0) > 0).length;
    if (together > 0) features.set(`p:${one}+${other}`, Math.min(3, together));
  }
}

const sum = (counted: readonly Counts[], category: Category): number =>
  counted.reduce((total, counts) => total + (counts[category] ?? 0), 0);

/** The words of a sentence and their pairs; each counts once for the whole answer. */
export function addWords(features: Features, { words }: Sentence): void {
  if (features.size > mostWords * 3) return;
  const stems = words.slice(0, mostWords).map(signOf);
  stems.forEach((one, at) => {
    const before = stems[at - 1] ?? '^';
    features.set(`w:${one}`, 1);
    features.set(`b:${before}_${one}`, 1);
    if (before === '#') features.set(`t:${stems[at - 2] ?? '^'}_#_${one}`, 1);
  });
}
