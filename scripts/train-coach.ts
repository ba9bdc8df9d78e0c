// Learns what words and shapes weigh from the labelled answers in tests/coach/train, and writes src/coach/weights.json.
// The same answers always give the same weights: npm run coach:train

import { writeFileSync } from 'node:fs';
import type { Features } from '#coach/features.ts';
import { findingIds, findings, strengthIds, strengths } from '#coach/findings.ts';
import { type Advice, advices, type Label, labels } from '#coach/labels.ts';
import type { Linear, Weights } from '#coach/model.ts';
import { addTopic, isOfTopic } from '#coach/topic.ts';
import { type Learnt, learnerOf } from './coach/learning.ts';
import { bestBorder, borderFor, type Guess, scoreOf } from './coach/measure.ts';
import { featuresOfSample, type Sample, samplesIn } from './coach/samples.ts';

/** A reproach is shown from where on it was right this often, of writers that were left out. */
const surely = { precision: 0.87, said: 8 };

/** Weights below this are not written down, in thousandths: of labels, and of what only ranks. */
const tooLittle = 7;
const ranksOnly = 15;

const samples = samplesIn('tests/coach/train');
const features = samples.map(featuresOfSample);
const places = new Map<string, number>();

const kinds = learnKinds();
const learner = learnerOf(samples, features);
const learnt = new Map<Label, { readonly linear: Linear; readonly guesses: readonly Guess[] }>();
for (const label of labels) learnt.set(label, learnLabel(label));
const advice = Object.fromEntries(
  advices.map((one) => [
    one,
    written(
      learner.fit((sample) => Number(sample.main_advice === one)),
      ranksOnly,
    ),
  ]),
) as Record<Advice, Linear>;
const overall = written(learner.fit((sample) => sample.overall, 'amounts'));

const weights: Weights = {
  features: [...places.keys()],
  kinds,
  labels: Object.fromEntries([...learnt].map(([label, { linear }]) => [label, linear])) as Weights['labels'],
  advice,
  overall,
  show: Object.fromEntries([...showFindings(), ...showStrengths()]),
};
writeFileSync('src/coach/weights.json', `${JSON.stringify(weights)}\n`);
say(`${weights.features.length} features, ${samples.length} answers`);

/** Learns what answers to each kind of question sound like, and adds to all how well they fit their own. */
function learnKinds(): Record<string, Linear> {
  const topics = features.map((all): Features => new Map([...all].filter(([name]) => isOfTopic(name))));
  const ofTopic = learnerOf(samples, topics);
  const isOne = ({ labels: { off_topic, too_short } }: Sample): boolean => off_topic !== 1 && too_short !== 1;
  const all = [...new Set(samples.map(({ kind }) => kind))].toSorted((a, b) => a.localeCompare(b));
  const truth = (kind: string) => (sample: Sample) => (isOne(sample) ? Number(sample.kind === kind) : undefined);
  const blind = all.map((kind) => ({ kind, sounds: ofTopic.blind(truth(kind)) }));
  features.forEach((one, row) => {
    addTopic(
      one,
      blind.map(({ kind, sounds }) => ({ kind, weight: sounds[row] ?? 0 })),
      samples[row]?.kind,
    );
  });
  return Object.fromEntries(all.map((kind) => [kind, written(ofTopic.fit(truth(kind)), ranksOnly)]));
}

function learnLabel(label: Label) {
  const truth = (sample: Sample) => sample.labels[label] ?? undefined;
  const blind = learner.blind(truth);
  const guesses = samples.flatMap((sample, row) => {
    const is = sample.labels[label];
    return is === null ? [] : [{ score: blind[row] ?? 0, truth: is === 1 }];
  });
  const { border, f1 } = bestBorder(guesses);
  const shifted = guesses.map(({ score, truth: is }) => ({ score: score - border, truth: is }));
  const { precision, recall } = scoreOf(shifted, 0);
  say(`${label.padEnd(30)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(3)}`);
  const fit = learner.fit(truth);
  return { linear: written({ ...fit, bias: fit.bias - border }), guesses: shifted };
}

/** A model as it is written down: only what weighs something, in thousandths. */
function written({ bias, weights: values }: Learnt, least = tooLittle): Linear {
  const at: number[] = [];
  const kept: number[] = [];
  for (const [name, value] of values) {
    const thousandths = Math.round(value * 1_000);
    if (Math.abs(thousandths) < least) continue;
    if (!places.has(name)) places.set(name, places.size);
    at.push(places.get(name) ?? 0);
    kept.push(thousandths);
  }
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
