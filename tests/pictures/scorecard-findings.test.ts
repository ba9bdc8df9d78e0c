import { describe, expect, test } from 'vitest';
import { scorecard } from '#pictures/scorecard.ts';
import { pngOf } from '#pictures/png.ts';

const row = (found: string | undefined) => ({
  question: 'Why this shop?',
  rating: 2,
  went: 'your rating 2 of 4',
  found,
});
const heightOf = (svg: string): number => Number(/height="(\d+)"/.exec(svg)?.[1]);

describe('a scorecard', () => {
  test('has a line more where the coach found something, and no total', async () => {
    const plain = scorecard({ title: 'Mock interview', about: '', rows: [row(undefined), row(undefined)] });
    const told = scorecard({
      title: 'Mock interview',
      about: '',
      rows: [row('look at: how it ended · your own part'), row(undefined)],
    });
    expect(heightOf(told)).toBeGreaterThan(heightOf(plain));
    expect(told).toContain('look at: how it ended');
    expect(told).not.toMatch(/total|%/);
    expect((await pngOf(told)).length).toBeGreaterThan(1_000);
  });

  test('draws the lines of the second question below those of the first', () => {
    const svg = scorecard({ title: 'Mock interview', about: '', rows: [row('look at: a'), row('look at: b')] });
    const places = [...svg.matchAll(/y="(\d+)"[^>]*>look at/g)].map(([, y]) => Number(y));
    expect(places[1] ?? 0).toBeGreaterThan((places[0] ?? 0) + 92);
  });
});
