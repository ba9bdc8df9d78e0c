// Weighs features: linear models for each kind of question, each label, each advice, and the whole.

import type { Advice, Label } from './labels.ts';
import type { Features } from './features.ts';

/** A linear model: places in the list of features, and what each weighs (in thousandths). */
export type Linear = { readonly bias: number; readonly at: readonly number[]; readonly weights: readonly number[] };

/** Everything that training found. */
export type Weights = {
  readonly features: readonly string[];
  /** Which kind of question an answer sounds like; what follows is told how well the own kind fits. */
  readonly kinds: { readonly [kind: string]: Linear };
  /** Border at 0. */
  readonly labels: { readonly [L in Label]: Linear };
  readonly advice: { readonly [A in Advice]: Linear };
  readonly overall: Linear;
  /** Scores from which a finding may be shown: `present` at or above, `absent` at or below. */
  readonly show: { readonly [finding: string]: number };
};

/** Weights ready for use. */
export type Model = {
  /** Where each feature stands among the weights. */
  readonly places: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, Ready>;
  readonly labels: ReadonlyMap<Label, Ready>;
  readonly advice: ReadonlyMap<Advice, Ready>;
  readonly overall: Ready;
  readonly show: Weights['show'];
};
export type Ready = { readonly bias: number; readonly weights: Float32Array };

/** The features that a model knows: place and value by turns. */
export type Placed = Float64Array;

export function modelOf({ features, kinds, labels, advice, overall, show }: Weights): Model {
  const ready = ({ bias, at, weights: thousandths }: Linear): Ready => {
    const weights = new Float32Array(features.length);
    at.forEach((place, index) => (weights[place] = (thousandths[index] ?? 0) / 1_000));
    return { bias, weights };
  };
  const each = <K extends string>(linear: Readonly<Record<K, Linear>>) =>
    new Map(Object.entries<Linear>(linear).map(([name, one]) => [name as K, ready(one)]));
  return {
    places: new Map(features.map((name, place) => [name, place])),
    kinds: each(kinds),
    labels: each(labels),
    advice: each(advice),
    overall: ready(overall),
    show,
  };
}

export const placed = (features: Features, { places }: Pick<Model, 'places'>): Placed =>
  Float64Array.from(
    [...features].flatMap(([name, value]) => {
      const place = places.get(name);
      return place === undefined ? [] : [place, value];
    }),
  );

/** How far an answer is beyond a model's border. */
export function weigh({ bias, weights }: Ready, features: Placed): number {
  let sum = bias;
  for (let at = 0; at < features.length; at += 2) sum += (weights[features[at] ?? 0] ?? 0) * (features[at + 1] ?? 0);
  return sum;
}

/** From any number to 0 … 1; the border 0 becomes 0.5. */
export const chanceOf = (weight: number): number => 1 / (1 + Math.exp(-weight));
