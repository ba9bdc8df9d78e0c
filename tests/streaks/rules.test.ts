import { describe, expect, test } from 'vitest';
import { foldOf, streakOf } from '#streaks/rules.ts';
import { at, days, evenings, hour, march, notable, streakFor } from './people.ts';

const now = (day: number, time = '21:00') => at(`2026-03-${String(day).padStart(2, '0')}T${time}`);

describe('a streak', () => {
  test('is nothing before the first act', () => {
    expect(streakFor({ acts: [], now: now(2) })).toMatchObject({ current: 0, longest: 0, freezes: 0, days: 0 });
  });

  test('grows by one a day, however much is done', () => {
    const acts = [...evenings(days(2, 4)), ...evenings(days(2, 4)).map((one) => one + hour)];
    expect(streakFor({ acts, now: now(4) })).toMatchObject({ current: 3, longest: 3, days: 3, practisedToday: true });
  });

  test('waits for today until 03:00 of tomorrow', () => {
    const acts = evenings(days(2, 4));
    expect(streakFor({ acts, now: now(6, '02:59') })).toMatchObject({ current: 3, today: march(5) });
    const over = streakFor({ acts, now: now(6, '03:00') });
    expect(over).toMatchObject({ current: 0, longest: 3, today: march(6), practisedToday: false });
    expect(notable(over.changes)).toEqual(['5 ended']);
  });

  test('begins anew after it ended, and remembers the longest', () => {
    const acts = evenings([2, 3, 4, 8, 9]);
    expect(streakFor({ acts, now: now(9) })).toMatchObject({ current: 2, longest: 3, days: 5 });
  });
});

describe('an act before 03:00', () => {
  test('saves the day before', () => {
    const acts = [...evenings([2, 3]), now(5, '02:30')];
    expect(streakFor({ acts, now: now(5, '02:40') })).toMatchObject({ current: 3, today: march(5) });
    expect(streakFor({ acts: [...acts, now(5, '02:50')], now: now(5) })).toMatchObject({ current: 4 });
  });

  test('counts for its own day when the day before needs nothing', () => {
    const acts = [...evenings([2, 3]), now(4, '00:30')];
    expect(streakFor({ acts, now: now(5) })).toMatchObject({ current: 3, practisedOn: march(4) });
  });

  test('counts for its own day when there is nothing to save', () => {
    const acts = [now(4, '01:00'), ...evenings([5])];
    expect(streakFor({ acts, now: now(5) })).toMatchObject({ current: 2 });
  });

  test('saves a freeze as well', () => {
    const acts = [...evenings(days(1, 7)), now(9, '01:00')];
    expect(streakFor({ acts, now: now(9) })).toMatchObject({ current: 8, freezes: 1 });
  });
});

describe('a freeze', () => {
  test('is earned by every seventh day, and two are kept at the most', () => {
    const told = (last: number) => streakFor({ acts: evenings(days(1, last)), now: now(last) }).freezes;
    expect([6, 7, 13, 14, 21].map(told)).toEqual([0, 1, 1, 2, 2]);
  });

  test('spends itself on a missed day, which neither counts nor ends the streak', () => {
    const streak = streakFor({ acts: evenings([...days(1, 7), 9]), now: now(9) });
    expect(streak).toMatchObject({ current: 8, freezes: 0, days: 8 });
    expect(notable(streak.changes)).toEqual(['7 freeze-earned', '8 freeze-spent']);
  });

  test('covers one day: two missed days take two, a third ends it', () => {
    const acts = evenings(days(1, 14));
    expect(streakFor({ acts, now: now(17, '02:00') })).toMatchObject({ current: 14, freezes: 1 });
    expect(streakFor({ acts, now: now(17, '04:00') })).toMatchObject({ current: 14, freezes: 0 });
    expect(streakFor({ acts, now: now(18, '04:00') })).toMatchObject({ current: 0, longest: 14, freezes: 0 });
  });
});

describe('a day on which the bot was away', () => {
  const acts = evenings(days(2, 4));
  const away = (from: string, until: string) => [{ from: now(5, from), until: now(5, until) }];

  test('for three hours bridges the streak, adds nothing and takes no freeze', () => {
    const streak = streakFor({ acts: [...acts, ...evenings([6])], outages: away('12:00', '15:00'), now: now(6) });
    expect(streak).toMatchObject({ current: 4, days: 4 });
    expect(notable(streak.changes)).toEqual(['5 away']);
    const withFreeze = evenings(days(1, 7));
    const outages = [{ from: now(8, '10:00'), until: now(8, '20:00') }];
    expect(streakFor({ acts: withFreeze, outages, now: now(9) })).toMatchObject({ current: 7, freezes: 1 });
  });

  test('for less, or while people sleep, is a missed day', () => {
    expect(streakFor({ acts, outages: away('12:00', '14:59'), now: now(6) })).toMatchObject({ current: 0 });
    expect(streakFor({ acts, outages: away('03:00', '10:59'), now: now(6) })).toMatchObject({ current: 0 });
  });

  test('counts when the member practised all the same', () => {
    const streak = streakFor({ acts: [...acts, ...evenings([5])], outages: away('08:00', '19:00'), now: now(5) });
    expect(streak).toMatchObject({ current: 4 });
  });

  test('is told by all gaps together, each hour once', () => {
    const gaps = [...away('09:00', '10:30'), ...away('22:00', '23:30')];
    expect(streakFor({ acts, outages: gaps, now: now(6) })).toMatchObject({ current: 3 });
    const same = [...away('09:00', '10:30'), ...away('09:00', '10:30'), ...away('09:30', '10:30')];
    expect(streakFor({ acts, outages: same, now: now(6) })).toMatchObject({ current: 0 });
  });

  test('is the member’s own day, not the bot’s', () => {
    const outages = [{ from: now(5, '18:00'), until: now(5, '22:00') }]; // 03:00 to 07:00 in Tokyo
    const tokyo = { zones: [{ zone: 'Asia/Tokyo', since: 0 }], outages };
    const practised = evenings(days(2, 4), 'Asia/Tokyo');
    expect(streakFor({ acts: practised, ...tokyo, now: at('2026-03-06T04:00', 'Asia/Tokyo') }).current).toBe(0);
  });
});

describe('the last chance', () => {
  const chance = (last: number) => {
    const fold = foldOf({ zones: [{ zone: 'Europe/London', since: 0 }], outages: [] });
    return fold.lastChance(streakFor({ acts: evenings(days(1, last)), now: now(last) }));
  };

  test('is tomorrow, until 03:00 of the day after', () => {
    expect(chance(4)).toEqual({
      day: march(5),
      eveningAt: at('2026-03-05T19:30', 'Europe/London'),
      endsAt: at('2026-03-06T03:00', 'Europe/London'),
    });
  });

  test('comes later with freezes', () => {
    expect([chance(7)?.day, chance(14)?.day]).toEqual([march(9), march(17)]);
  });
});

test('ten years of daily acts take a few milliseconds', () => {
  const acts = Array.from({ length: 3_652 }, (_, index) => at('2016-01-01T20:00') + index * 24 * hour);
  const told = { acts, zones: [{ zone: 'America/New_York', since: 0 }], outages: [], now: at('2026-01-01T00:00') };
  expect(streakOf(told)).toMatchObject({ current: 3_652, freezes: 2 });
  const times = Array.from({ length: 20 }, () => {
    const begun = performance.now();
    streakOf(told);
    return performance.now() - begun;
  });
  // A generous bound: the bench says how long it really takes.
  expect(Math.min(...times)).toBeLessThan(50);
});
