// Labelled answers, as numbers to learn from.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '#content/kinds.ts';
import { type Features, featuresOf } from '#coach/features.ts';
import type { Advice, Label } from '#coach/labels.ts';
import { readingOf } from '#coach/reading.ts';

/** A labelled answer. */
export type Sample = {
  readonly id: string;
  readonly question: string;
  readonly kind: Kind;
  readonly answer: string;
  readonly labels: { readonly [L in Label]: 0 | 1 | null };
  readonly overall: number;
  readonly main_advice: Advice;
  /** Who wrote it: answers of one writer are alike. */
  readonly writer: string;
};

/** All labelled answers of a folder. */
export const samplesIn = (folder: string): readonly Sample[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted((a, b) => a.localeCompare(b))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ ...(JSON.parse(line) as Omit<Sample, 'writer'>), writer: name })),
    );

export const featuresOfSample = ({ question, kind, answer }: Sample): Features =>
  featuresOf({ question, kind, reading: readingOf(answer) });

/** How many answers must have a feature before anything is learnt of it. */
const enough = (name: string): number => (/^[bt]:/.test(name) ? 4 : name.startsWith('w:') ? 3 : 4);

/** Answers as columns: for each feature the answers that have it, and how much of it. */
export type Table = {
  readonly names: readonly string[];
  readonly rows: readonly Int32Array[];
  readonly values: readonly Float64Array[];
  /** What a value was multiplied by. */
  readonly scales: readonly number[];
};

/** How strongly words count beside lists and shape. */
export type Balance = { readonly words: number; readonly pairs: number };

export function tableOf(all: readonly Features[], { words, pairs }: Balance): Table {
  const columns = new Map<string, { rows: number[]; values: number[] }>();
  all.forEach((features, row) => {
    for (const [name, value] of features) {
      const column = columns.get(name) ?? { rows: [], values: [] };
      columns.set(name, column);
      column.rows.push(row);
      column.values.push(value);
    }
  });
  const kept = [...columns]
    .filter(([name, { rows }]) => rows.length >= enough(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const scales = kept.map(([name, { values }]) =>
    name.startsWith('w:') ? words : /^[bt]:/.test(name) ? pairs : 1 / Math.max(0.5, deviation(values, all.length)),
  );
  return {
    names: kept.map(([name]) => name),
    rows: kept.map(([, { rows }]) => Int32Array.from(rows)),
    values: kept.map(([, { values }], at) => Float64Array.from(values, (value) => value * (scales[at] ?? 1))),
    scales,
  };
}

function deviation(values: readonly number[], count: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + value * value, 0) / count;
  return Math.sqrt(Math.max(0, squares - mean * mean));
}
