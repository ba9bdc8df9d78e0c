// Whether an answer sounds like answers to its kind of question.

import type { Features } from './features.ts';

/** How far an answer is beyond the border of each kind of question. */
export type Sounds = readonly { readonly kind: string; readonly weight: number }[];

/** Lists and words alone say what an answer is about: what the question was must not be among them. */
export const isOfTopic = (name: string): boolean => /^[wbnd]:/.test(name) && !name.includes('@');

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** Adds how well an answer fits the kind that was asked. A kind that nothing is known of fits. */
export function addTopic(features: Features, sounds: Sounds, kind: string | undefined): void {
  const own = sounds.find((one) => one.kind === kind)?.weight;
  if (own === undefined) return;
  const other = Math.max(...sounds.filter((one) => one.kind !== kind).map(({ weight }) => weight));
  features.set('q:own', between(-6, own, 4) / 2);
  features.set('q:margin', between(-6, own - other, 6) / 2);
  if (own < other) features.set('q:other', 1);
  if (own < -3) features.set('q:far', 1);
}
