// What one gets without reading: always the commoner side, a guess by length, a guess by the commonest telling words.

import type { Label } from '#coach/labels.ts';
import { readingOf } from '#coach/reading.ts';
import { bestBorder, type Guess, type Score, scoreOf } from './measure.ts';
import type { Sample } from './samples.ts';

type Halves = { readonly train: readonly Sample[]; readonly check: readonly Sample[] };
type Measure = (sample: Sample) => number;

/** Majority, length and keywords: each learnt on one half, measured on the other. */
export function guessesOf(label: Label, { train, check }: Halves): readonly Score[] {
  const known = train.filter(({ labels }) => labels[label] !== null);
  const asked = check.filter(({ labels }) => labels[label] !== null);
  const guess = (measure: Measure) => (all: readonly Sample[]) =>
    all.map((sample): Guess => ({ score: measure(sample), truth: sample.labels[label] === 1 }));
  const borderOf = (measure: Measure) => bestBorder(guess(measure)(known));
  const learnt = (measure: Measure): Score => scoreOf(guess(measure)(asked), borderOf(measure).border);
  // The longer, or the shorter, the likelier: whichever fits the first half better.
  const length = borderOf(longer).f1 >= borderOf(shorter).f1 ? longer : shorter;
  const most = known.filter(({ labels }) => labels[label] === 1).length * 2 > known.length ? 1 : 0;
  return [scoreOf(guess(() => most)(asked), 0.5), learnt(length), learnt(keywordsIn(known, label))];
}

const wordsIn = ({ answer }: Sample): readonly string[] => readingOf(answer).words;

const longer: Measure = (sample) => wordsIn(sample).length;
const shorter: Measure = (sample) => -wordsIn(sample).length;

/** How many telling words there are. */
const mostWords = 20;

/** Counts the words that tell most for a label (log of the odds, smoothed). */
function keywordsIn(known: readonly Sample[], label: Label): Measure {
  const counts = new Map<string, { with: number; without: number }>();
  for (const sample of known)
    for (const word of new Set(wordsIn(sample))) {
      const count = counts.get(word) ?? { with: 0, without: 0 };
      counts.set(word, count);
      count[sample.labels[label] === 1 ? 'with' : 'without'] += 1;
    }
  const positives = known.filter(({ labels }) => labels[label] === 1).length;
  const odds = [...counts]
    .filter(([, count]) => count.with + count.without >= 8)
    .map(([word, count]) => ({
      word,
      odds:
        Math.log((count.with + 1) / (positives + 2)) - Math.log((count.without + 1) / (known.length - positives + 2)),
    }))
    .toSorted((a, b) => b.odds - a.odds);
  const telling = new Set(odds.slice(0, mostWords).map(({ word }) => word));
  return (sample) => new Set(wordsIn(sample).filter((word) => telling.has(word))).size;
}
