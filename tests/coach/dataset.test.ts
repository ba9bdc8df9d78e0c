import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { advices, applies, labels } from '#coach/labels.ts';
import { likeness, shinglesOf } from '#content/plainness.ts';
import { isKind } from '#content/kinds.ts';
import { textOf, filesUnder } from '#tests/rules/source.ts';

type Labelled = {
  readonly id: string;
  readonly question: string;
  readonly kind: string;
  readonly answer: string;
  readonly labels: Readonly<Record<string, number | null>>;
  readonly overall: number;
  readonly main_advice: string;
};
const half = (name: 'train' | 'check'): readonly Labelled[] =>
  filesUnder(`tests/coach/${name}`, /\.jsonl$/).flatMap((file) =>
    textOf(file)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Labelled),
  );
const train = half('train');
const check = half('check');
const all = [...train, ...check];

describe('the labelled answers', () => {
  test('are enough: over a thousand, 400 of them to check with, 40 positives and more for each label', () => {
    expect(all.length).toBeGreaterThanOrEqual(1_000);
    expect(check).toHaveLength(400);
    for (const label of labels)
      expect(all.filter((one) => one.labels[label] === 1).length, label).toBeGreaterThanOrEqual(40);
  });

  test('are whole: known kinds and advice, a label exactly where it has a meaning', () => {
    const wrong = all.filter(({ kind, labels: given, overall, main_advice }) => {
      const fits = labels.every((label) =>
        isKind(kind) && applies(label, kind) ? given[label] === 0 || given[label] === 1 : given[label] === null,
      );
      return !isKind(kind) || !fits || overall < 1 || overall > 5 || !advices.some((one) => one === main_advice);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('are apart: no answer of one half is in the other, whole or nearly', () => {
    const index = new Map<string, number[]>();
    const known = train.map(({ answer }) => shinglesOf(answer));
    known.forEach((shingles, at) => {
      for (const shingle of shingles) index.set(shingle, [...(index.get(shingle) ?? []), at]);
    });
    const exact = new Set(train.map(({ answer }) => plain(answer)));
    const alike = check.filter(({ answer }) => {
      const shingles = shinglesOf(answer);
      const near = new Set([...shingles].flatMap((shingle) => index.get(shingle) ?? []));
      const isNear = [...near].some((at) => likeness(shingles, known[at] ?? new Set()) > 0.5);
      return isNear || (answer.split(/\s+/).length > 3 && exact.has(plain(answer)));
    });
    expect(alike.length).toBe(0);
  });

  test('docs/coach.md tells of the weights that are there', () => {
    const weights = readFileSync('src/coach/weights.json');
    expect(textOf('docs/coach.md')).toContain(createHash('sha256').update(weights).digest('hex').slice(0, 16));
  });
});

const plain = (answer: string): string =>
  answer
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
