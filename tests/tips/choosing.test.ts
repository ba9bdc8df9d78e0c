import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceOf, deliveryKey, nextTip, timeFrom } from '#tips/rules.ts';

type Tip = { readonly id: string; readonly topics: readonly string[] };
const tipsOf = (count: number): readonly Tip[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `tip-${index}`,
    topics: [index % 2 === 0 ? 'nerves' : 'stories'],
  }));

/** The first tips of a channel, in order. */
function orderOf(tips: readonly Tip[], seed: string, length: number): readonly string[] {
  const counts = new Map<string, number>();
  const order: string[] = [];
  while (order.length < length) {
    const tip = nextTip(tips, { counts, last: order.at(-1) }, seed);
    if (!tip) break;
    counts.set(tip.id, (counts.get(tip.id) ?? 0) + 1);
    order.push(tip.id);
  }
  return order;
}

describe('the tips of a channel', () => {
  test('don’t come again before all others came, round after round, and never twice in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.string(), (count, seed) => {
        const order = orderOf(tipsOf(count), seed, count * 3);
        for (const round of [0, 1, 2])
          expect(new Set(order.slice(round * count, (round + 1) * count)).size).toBe(count);
        for (const [index, id] of order.entries()) expect(order[index + 1]).not.toBe(id);
      }),
      { numRuns: 60 },
    );
  });

  test('come in another order in another channel, and in another order in the next round', () => {
    const tips = tipsOf(200);
    const orders = ['a1b2c3d4e5f6', 'a1b2c3d4e5f7', 'zzzzzzzzzzzz'].map((seed) => orderOf(tips, seed, 200));
    const firsts = orders.flatMap((order) => order.slice(0, 10));
    expect(new Set(firsts).size).toBeGreaterThan(24);
    const twice = orderOf(tips, 'a1b2c3d4e5f6', 400);
    const same = twice.slice(0, 200).filter((id, index) => twice[200 + index] === id);
    expect(same.length).toBeLessThan(10);
  });

  test('catch up when new ones are written, and stay within the chosen topics', () => {
    const counts = new Map([
      ['tip-0', 2],
      ['tip-1', 2],
    ]);
    expect(nextTip(tipsOf(3), { counts, last: 'tip-0' }, 'x')?.id).toBe('tip-2');
    expect(choiceOf(tipsOf(4), ['stories']).map(({ id }) => id)).toEqual(['tip-1', 'tip-3']);
    expect(choiceOf(tipsOf(4), [])).toHaveLength(4);
    expect(nextTip([], { counts, last: undefined }, 'x')).toBeUndefined();
    expect(nextTip(tipsOf(1), { counts, last: 'tip-0' }, 'x')?.id).toBe('tip-0');
  });

  test('have names that fit a nonce', () => {
    expect(deliveryKey('abcdefghijkl', '2026-11-23', 0)).toBe('abcdefghijkl-20261123');
    expect(deliveryKey('abcdefghijkl', '2026-11-23', 99).length).toBeLessThanOrEqual(24);
  });
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['09.05', '09:05'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['21h15', '21:15'],
  ['6:30 pm', '18:30'],
  ['6PM', '18:00'],
  ['12 am', '00:00'],
  ['12 p.m.', '12:00'],
  ['00:00', '00:00'],
  ['24:00', undefined],
  ['9:60', undefined],
  ['13 pm', undefined],
  ['-1', undefined],
  ['soon', undefined],
  ['', undefined],
])('a host who types “%s” means %s', (typed, time) => {
  expect(timeFrom(typed)).toBe(time);
});
