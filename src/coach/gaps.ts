// What an answer lacks, in the words in which follow-up questions say what they seek.

import type { Label } from './labels.ts';

const sought = {
  situation: 'star_situation',
  task: 'star_task',
  action: 'star_action',
  result: 'star_result',
  number: 'quantified_result',
  example: 'specific_example',
  'own-part': 'first_person_action',
  learning: 'shows_learning',
} as const satisfies Readonly<Record<string, Label>>;
export type Gap = keyof typeof sought;

/** A gap is one that is clear; what can't be judged is none. */
const clearly = 0.35;

export function gapsIn(scores: Readonly<Record<Label, number | null>>): ReadonlySet<Gap> {
  const gaps = Object.entries(sought).filter(([, label]) => (scores[label] ?? 1) < clearly);
  return new Set(gaps.map(([gap]) => gap as Gap));
}
