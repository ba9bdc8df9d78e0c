// How a model is learnt: on everything, and on all writers but one after the other to see what it says of the one left
// out.

import type { Features } from '#coach/features.ts';
import { type Fit, logistic, squares, sumsOf } from './descent.ts';
import { type Balance, type Sample, type Table, tableOf } from './samples.ts';

type Taste = Balance & { readonly ridge: number };

/** Chosen by leaving one writer out after the other; see docs/coach.md. */
const taste: Taste = { words: 3, pairs: 4, ridge: 40 };

/** A model in the scale of the features themselves. */
export type Learnt = { readonly bias: number; readonly weights: ReadonlyMap<string, number> };
export type Truth = (sample: Sample) => number | undefined;

export type Learner = {
  /** What everything together teaches. */
  fit(truth: Truth, how?: 'chances' | 'amounts'): Learnt;
  /** What each answer gets from what all other writers teach. */
  blind(truth: Truth): Float64Array;
};

export function learnerOf(samples: readonly Sample[], features: readonly Features[]): Learner {
  const writers = [...new Set(samples.map(({ writer }) => writer))];
  const table = tableOf(features, taste);
  const { ridge } = taste;
  const targetsOf = (truth: Truth) => Float64Array.from(samples, (sample) => truth(sample) ?? Number.NaN);
  return {
    fit: (truth, how = 'chances') => {
      const targets = targetsOf(truth);
      const task = { table, targets, ridge: how === 'chances' ? ridge : ridge * 4 };
      return plain(how === 'chances' ? logistic(task) : squares(task), table);
    },
    blind: (truth) => {
      const targets = targetsOf(truth);
      const scores = new Float64Array(samples.length);
      for (const writer of writers) {
        const without = targets.map((target, row) => (samples[row]?.writer === writer ? Number.NaN : target));
        const sums = sumsOf(logistic({ table, targets: without, ridge }), table, samples.length);
        samples.forEach((sample, row) => {
          if (sample.writer === writer) scores[row] = sums[row] ?? 0;
        });
      }
      return scores;
    },
  };
}

const plain = ({ bias, weights }: Fit, { names, scales }: Table): Learnt => ({
  bias,
  weights: new Map(names.map((name, column) => [name, (weights[column] ?? 0) * (scales[column] ?? 1)])),
});
