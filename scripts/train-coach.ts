// Learns what words and shapes weigh from the labelled answers in tests/coach/train, and writes src/coach/weights.json.
// The same answers always give the same weights: node scripts/train-coach.ts

import { writeFileSync } from 'node:fs';
import { findingIds, findings, strengthIds, strengths } from '#coach/findings.ts';
import { type Advice, advices, type Label, labels } from '#coach/labels.ts';
import type { Linear, Weights } from '#coach/model.ts';
import { type Fit, logistic, squares, sumsOf } from './coach/descent.ts';
import { bestBorder, borderFor, type Guess, scoreOf } from './coach/measure.ts';
import { featuresOfSample, type Sample, samplesIn, type Table, tableOf } from './coach/samples.ts';

/** Chosen by leaving one writer out after the other; see docs/coach.md. */
const balance = { words: 4, pairs: 1.6 };
const ridge = 55;
/** A reproach is shown from where on it was right this often, of writers that were left out. */
const surely = { precision: 0.87, said: 8 };

const samples = samplesIn('tests/coach/train');
const writers = [...new Set(samples.map(({ writer }) => writer))];
const table = tableOf(samples.map(featuresOfSample), balance);

const used = new Map<number, number>();
const learnt = new Map<Label, { readonly linear: Linear; readonly guesses: readonly Guess[] }>();
for (const label of labels) {
  const truth = samples.map((sample) => sample.labels[label]);
  const { fit, guesses } = learn((sample, row) => (sample.labels[label] === null ? undefined : truth[row] === 1));
  const { border, f1 } = bestBorder(guesses);
  const shifted = guesses.map(({ score, truth: is }) => ({ score: score - border, truth: is }));
  learnt.set(label, { linear: linearOf({ ...fit, bias: fit.bias - border }, table), guesses: shifted });
  const { precision, recall } = scoreOf(shifted, 0);
  say(`${label.padEnd(30)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(3)}`);
}

const advice = Object.fromEntries(
  advices.map((one) => [one, linearOf(learn((sample) => sample.main_advice === one, 'fit').fit, table)]),
) as Record<Advice, Linear>;
const overall = linearOf(
  squares({ table, targets: Float64Array.from(samples, (sample) => sample.overall), ridge: ridge * 4 }),
  table,
);
const weights: Weights = {
  features: [...used.keys()].map((column) => table.names[column] ?? ''),
  labels: Object.fromEntries([...learnt].map(([label, { linear }]) => [label, linear])) as Weights['labels'],
  advice,
  overall,
  show: Object.fromEntries([...showFindings(), ...showStrengths()]),
};
writeFileSync('src/coach/weights.json', `${JSON.stringify(weights)}\n`);
say(`${weights.features.length} features, ${samples.length} answers of ${writers.length} writers`);

type Truth = (sample: Sample, row: number) => boolean | undefined;

/** Fits on everything, and on all writers but one after the other to see what it says of the one left out. */
function learn(truthOf: Truth, how: 'fit' | 'both' = 'both') {
  const truth = samples.map(truthOf);
  const targets = Float64Array.from(truth, (is) => (is === undefined ? Number.NaN : Number(is)));
  const fit = logistic({ table, targets, ridge });
  if (how === 'fit') return { fit, guesses: [] };
  const scores = new Float64Array(samples.length);
  for (const writer of writers) {
    const without = targets.map((target, row) => (samples[row]?.writer === writer ? Number.NaN : target));
    const sums = sumsOf(logistic({ table, targets: without, ridge }), table, samples.length);
    samples.forEach((sample, row) => {
      if (sample.writer === writer) scores[row] = sums[row] ?? 0;
    });
  }
  const guesses = truth.flatMap((is, row) => (is === undefined ? [] : [{ score: scores[row] ?? 0, truth: is }]));
  return { fit, guesses };
}

/** A fit as it is written down: only what weighs something, in thousandths, for values as they are. */
function linearOf({ bias, weights: values }: Fit, { scales }: Table): Linear {
  const at: number[] = [];
  const kept: number[] = [];
  values.forEach((value, column) => {
    const thousandths = Math.round(value * (scales[column] ?? 1) * 1_000);
    if (Math.abs(thousandths) < 4) return;
    if (!used.has(column)) used.set(column, used.size);
    at.push(used.get(column) ?? 0);
    kept.push(thousandths);
  });
  return { bias: Math.round(bias * 1_000) / 1_000, at, weights: kept };
}

/** From which score on each finding may be shown; a finding that is never sure enough is left out. */
function* showFindings(): Generator<readonly [string, number]> {
  for (const id of findingIds) {
    const { label, side } = findings[id];
    yield* showing(id, label, side);
  }
}

function* showStrengths(): Generator<readonly [string, number]> {
  for (const id of strengthIds) yield* showing(`+${id}`, strengths[id], 'present');
}

function* showing(id: string, label: Label, side: 'present' | 'absent'): Generator<readonly [string, number]> {
  const guesses = (learnt.get(label)?.guesses ?? []).map(({ score, truth }) =>
    side === 'present' ? { score, truth } : { score: -score, truth: !truth },
  );
  const border = borderFor(guesses, surely);
  if (border === undefined) return say(`  ${id} is never shown`);
  const from = Math.max(0, border);
  const { precision, recall } = scoreOf(guesses, from);
  say(`  ${id} from ${from.toFixed(2)}: P ${precision.toFixed(2)} R ${recall.toFixed(2)}`);
  yield [id, Math.round(from * 1_000) / 1_000];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
