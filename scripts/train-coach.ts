// Learns what words and shapes weigh from the labelled answers in tests/coach/train, and writes src/coach/weights.json.
// The same answers always give the same weights: npm run coach:train

import { writeFileSync } from 'node:fs';
import type { Features } from '#coach/features.ts';
import { type Advice, advices, type Label, labels } from '#coach/labels.ts';
import type { Linear, Weights } from '#coach/model.ts';
import { addTopic, isOfTopic } from '#coach/topic.ts';
import { type Learnt, learnerOf } from './coach/learning.ts';
import { bestBorder, scoreOf } from './coach/measure.ts';
import { featuresOfSample, type Sample, samplesIn } from './coach/samples.ts';
import { type Blind, showingOf } from './coach/showing.ts';

/** Weights below this are not written down, in thousandths: of labels, and of what only ranks. */
const tooLittle = 7;
const ranksOnly = 15;

const samples = samplesIn('tests/coach/train');
const features = samples.map(featuresOfSample);
const places = new Map<string, number>();

const kinds = learnKinds();
const learner = learnerOf(samples, features);
const learnt = new Map<Label, { readonly linear: Linear; readonly beyond: Float64Array }>();
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
  show: showingOf(blind(), say),
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
  const heard = all.map((kind) => ({ kind, sounds: ofTopic.blind(truth(kind)) }));
  features.forEach((one, row) => {
    addTopic(
      one,
      heard.map(({ kind, sounds }) => ({ kind, weight: sounds[row] ?? 0 })),
      samples[row]?.kind,
    );
  });
  return Object.fromEntries(all.map((kind) => [kind, written(ofTopic.fit(truth(kind)), ranksOnly)]));
}

function learnLabel(label: Label) {
  const truth = (sample: Sample) => sample.labels[label] ?? undefined;
  const unseen = learner.blind(truth);
  const guesses = samples.flatMap((sample, row) => {
    const is = sample.labels[label];
    return is === null ? [] : [{ score: unseen[row] ?? 0, truth: is === 1 }];
  });
  const { border, f1 } = bestBorder(guesses);
  const { precision, recall } = scoreOf(guesses, border);
  say(`${label.padEnd(30)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(3)}`);
  const fit = learner.fit(truth);
  return { linear: written({ ...fit, bias: fit.bias - border }), beyond: unseen.map((score) => score - border) };
}

/** What the models say of each answer, of whose writer they knew nothing. */
function blind(): readonly Blind[] {
  return samples.map((sample, row) => ({
    sample,
    beyond: new Map([...learnt].map(([label, { beyond }]) => [label, beyond[row] ?? 0])),
  }));
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
