import { describe, expect, test } from 'vitest';
import { heatMap } from '#pictures/heat-map.ts';
import { pngOf } from '#pictures/png.ts';

const says = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  less: 'none',
  more: 'much',
  bridged: 'missed, streak kept',
  today: 'today',
};
const year = (today: string, days: Readonly<Record<string, number>> = {}, bridged: readonly string[] = []) =>
  heatMap({
    today,
    counts: new Map(Object.entries(days)),
    bridged: new Set(bridged),
    figures: [{ value: '12', label: 'days in a row' }],
    says,
  });

/** How many cells of the map (without the legend) have this size. */
const cellsOf = (svg: string, size: number): number => svg.split(`width="${size}" height="${size}"`).length - 1 - 1;

describe('a year of practice as a picture', () => {
  test.each(['2026-11-22', '2026-11-23', '2028-02-29', '2024-12-31', '2026-01-01'])(
    'up to %s shows the 52 weeks before and the days of this week so far',
    (today) => {
      const { dayOfWeek } = Temporal.PlainDate.from(today);
      expect(cellsOf(year(today), 5)).toBe(52 * 7 + dayOfWeek);
    },
  );

  test('tells one, a few and many by size, and a bridged day by its shape', () => {
    const svg = year('2026-11-23', { '2026-11-20': 1, '2026-11-21': 2, '2026-11-22': 9 }, ['2026-11-19', '2026-11-20']);
    expect([11, 15, 18].map((size) => cellsOf(svg, size))).toEqual([1, 1, 1]);
    expect(svg.split('<circle').length - 1).toBe(1 + 1);
    expect(cellsOf(svg, 22)).toBe(1);
  });

  test('leaves nothing of the days before and after it', () => {
    expect(year('2026-11-23', { '2026-11-24': 9, '2025-11-01': 9 })).toBe(year('2026-11-23'));
  });

  test('says words of any kind as they are, cut to their place', () => {
    const label = `<b> & \u0000 \uD800 ${'long '.repeat(40)}`;
    const svg = heatMap({
      today: '2026-11-23',
      counts: new Map(),
      bridged: new Set(),
      figures: [{ value: '1', label }],
      says,
    });
    expect(svg).toContain('&lt;b&gt; &amp;');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('…');
  });

  test('becomes the same PNG twice, with letters in it, small enough to send', async () => {
    const svg = year('2026-11-23', { '2026-11-22': 3 });
    const [one, two] = [await pngOf(svg), await pngOf(svg)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(Buffer.from(one.subarray(1, 4)).toString()).toBe('PNG');
    expect(one.length).toBeLessThan(200_000);
    const wordless = await pngOf(svg.replaceAll(/<text.*?<\/text>/g, ''));
    expect(one.length).toBeGreaterThan(wordless.length + 2_000);
  });

  test('has letters of other scripts, and a box for those that no font has', async () => {
    const said = async (value: string) =>
      (
        await pngOf(
          heatMap({
            today: '2026-11-23',
            counts: new Map(),
            bridged: new Set(),
            figures: [{ value, label: '' }],
            says,
          }),
        )
      ).length;
    expect(await said('Привет')).not.toBe(await said(''));
    expect(await said('漢字🎉')).toBeGreaterThan(0);
  });
});
