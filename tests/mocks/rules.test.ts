import { describe, expect, test } from 'vitest';
import { draw, followUpBy, isLate, lessonsToRead, wasKnown } from '#mocks/rules.ts';
import { seededDice } from '#tests/support/dice.ts';

const card = (id: string, roles: readonly string[], kind = 'behavioural') => ({ id, roles, kind });
const trade = Array.from({ length: 7 }, (_, index) => card(`cleaning-${index}`, ['cleaning']));
const any = Array.from({ length: 13 }, (_, index) => card(`any-${index}`, ['any']));

describe('drawing questions', () => {
  test('none comes twice before all were asked, whatever the size of the mocks', () => {
    const pool = [...trade, ...any];
    for (let seed = 1; seed <= 40; seed += 1) {
      const dice = seededDice(seed);
      const times = new Map<string, number>();
      for (let asked = 0; asked < pool.length * 3;) {
        const drawn = draw(pool, { count: 1 + Math.floor(dice() * 10), times, dice });
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const { id } of drawn) times.set(id, (times.get(id) ?? 0) + 1);
        asked += drawn.length;
        const counts = pool.map(({ id }) => times.get(id) ?? 0);
        expect(Math.max(...counts) - Math.min(...counts), `seed ${seed}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('half of them are of the trade, while there are any', () => {
    const drawn = draw([...trade, ...any], { count: 6, times: new Map(), dice: seededDice() });
    expect(drawn.filter(({ roles }) => roles.includes('cleaning'))).toHaveLength(3);
  });

  test('of what fits less come when the rest was asked already', () => {
    const steps = ({ id }: { readonly id: string }) => (id.startsWith('any') ? 1 : 0);
    const pool = [...any.slice(0, 3), ...trade.slice(0, 2)];
    const times = new Map([['cleaning-0', 1]]);
    const drawn = draw(pool, { count: 5, times, steps, dice: seededDice() }).map(({ id }) => id);
    expect(drawn.toSorted()).toEqual(pool.map(({ id }) => id).toSorted());
    const few = draw(pool, { count: 2, times, steps, dice: seededDice() }).map(({ id }) => id);
    expect(few).toContain('cleaning-1');
    expect(few).not.toContain('cleaning-0');
  });

  test('come in the order of an interview', () => {
    const pool = [
      card('pay', ['any'], 'salary'),
      card('you', ['any'], 'tell-me-about-yourself'),
      card('questions', ['any'], 'your-questions'),
      card('till', ['any'], 'situational'),
    ];
    for (let seed = 1; seed <= 10; seed += 1) {
      const drawn = draw(pool, { count: 4, times: new Map(), dice: seededDice(seed) }).map(({ id }) => id);
      expect(drawn.slice(0, 2)).toEqual(['you', 'till']);
    }
  });

  test('a small pool gives what it has', () => {
    expect(draw(trade.slice(0, 2), { count: 10, times: new Map(), dice: seededDice() })).toHaveLength(2);
    expect(draw([], { count: 10, times: new Map(), dice: seededDice() })).toEqual([]);
  });
});

const asks = [{ seeks: 'own-part' }, { seeks: 'result' }, { seeks: 'learning' }];

describe('an answer', () => {
  test('is late after three minutes and the time that sending takes', () => {
    expect(isLate({ askedAt: 0, at: 185_000 })).toBe(false);
    expect(isLate({ askedAt: 0, at: 185_001 })).toBe(true);
  });

  test('is known when its member would say it so; no rating is no complaint', () => {
    expect([1, 2, 3, 4, undefined].map((rating) => wasKnown({ rating, late: false }))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(wasKnown({ rating: 4, late: true })).toBe(false);
  });

  test('is sometimes followed up, with any of the follow-ups', () => {
    const dice = seededDice();
    const asked = Array.from({ length: 1_000 }, () => followUpBy(dice, asks, new Set()));
    expect(new Set(asked)).toEqual(new Set([undefined, 0, 1, 2]));
    expect(asked.filter((one) => one === undefined).length).toBeGreaterThan(300);
    expect(followUpBy(() => 0, [], new Set(['result']))).toBeUndefined();
  });

  test('is followed up by what it lacks, where a follow-up seeks that', () => {
    const dice = seededDice();
    const asked = Array.from({ length: 1_000 }, () => followUpBy(dice, asks, new Set(['result', 'number'])));
    expect(new Set(asked)).toEqual(new Set([undefined, 1]));
    expect(asked.filter((one) => one === undefined).length).toBeLessThan(150);
  });
});

describe('what to read next', () => {
  const nothingLearnt: ReadonlySet<string> = new Set();
  const went = (rating: number, lessons: readonly string[], found: readonly string[] = []) => ({
    state: 'answered',
    rating,
    lessons,
    found,
  });
  const skipped = (...lessons: readonly string[]) => ({ state: 'skipped', lessons, found: [] });

  test('is of what went worst, two at most', () => {
    expect(lessonsToRead([went(4, ['a', 'b']), went(1, ['c']), skipped('d')], nothingLearnt)).toEqual(['d', 'c']);
    expect(lessonsToRead([], nothingLearnt)).toEqual([]);
  });

  test('is first what the coach’s findings lead to, most often found first', () => {
    const all = [went(4, ['a'], ['once', 'often']), went(3, ['b'], ['often']), skipped('c')];
    expect(lessonsToRead(all, nothingLearnt)).toEqual(['often', 'once']);
    expect(lessonsToRead([went(2, ['a'], ['once']), skipped('c')], nothingLearnt)).toEqual(['once', 'c']);
  });

  test('is what is not learnt yet, as long as there is something', () => {
    const all = [went(4, ['a'], ['often']), went(3, ['b'], ['often']), skipped('c')];
    expect(lessonsToRead(all, new Set(['often']))).toEqual(['c', 'b']);
    expect(lessonsToRead(all, new Set(['often', 'c', 'b']))).toEqual(['a', 'often']);
    expect(lessonsToRead([skipped('c')], new Set(['c']))).toEqual(['c']);
  });
});
