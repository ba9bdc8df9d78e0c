import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ZoneSince, clockOf, dateOf } from '#streaks/clock/rules.ts';
import { streakOf } from '#streaks/rules.ts';
import { at, days, evenings, hour, march, notable, streakFor } from './people.ts';

const aDay = 24 * hour;
const zoneNames = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Santiago',
];
const zoneName = fc.constantFrom(...zoneNames);
const start = at('2026-01-05T00:00');

/** Zones that somebody had one after the other, each for at least so many hours. */
const journeys = (hours: { readonly min: number; readonly max: number }, most = 6) =>
  fc.array(fc.tuple(zoneName, fc.integer(hours)), { minLength: 1, maxLength: most }).map((stays) => {
    let since = start;
    return stays.map(([zone, stay]): ZoneSince => {
      since += stay * hour;
      return { zone, since };
    });
  });
const instants = fc.array(fc.integer({ min: 0, max: 60 * 24 * 4 }), { maxLength: 90 });
const actsAt = (quarters: readonly number[]) => quarters.map((quarter) => start + quarter * (hour / 4));
const gaps = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 60 * 24 }), hours: fc.integer({ min: 1, max: 30 }) }).map((gap) => ({
    from: start + gap.from * hour,
    until: start + (gap.from + gap.hours) * hour,
  })),
  { maxLength: 6 },
);
const end = start + 70 * aDay;

type Shown = { readonly date: string; readonly instant: number };

/** Each date that a member's calendar showed, with an instant of it; once more when it came again after a journey. */
function datesShown(zones: readonly ZoneSince[], until: number): readonly Shown[] {
  const shown = new Map<string, Shown>();
  for (let instant = start; instant < until; instant += hour / 2) {
    const stay = zones.findLast(({ since }) => since <= instant) ?? zones[0];
    const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(stay?.zone ?? 'UTC');
    const date = here.toPlainDate().toString();
    if (here.hour >= 3) shown.set(`${date} since ${stay?.since}`, { date, instant });
  }
  return [...shown.values()];
}

describe('whoever practises on each day of their calendar', () => {
  test('keeps the streak in any zone, through all changes of its clocks', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const property = fc.property(zones, fc.integer({ min: 2015, max: 2030 }), (zone, year) => {
      const clock = clockOf([{ zone, since: 0 }]);
      const first = clock.at(at(`${year}-01-01T12:00`, zone)).day;
      const acts = days(first, first + 364).map((day) => at(`${dateOf(day)}T23:30`, zone));
      const streak = streakOf({ acts, zones: [{ zone, since: 0 }], outages: [], now: acts.at(-1) ?? 0 });
      expect(streak.current).toBe(365);
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('keeps it wherever they travel, and no day counts twice', () => {
    const property = fc.property(journeys({ min: 30, max: 400 }), (zones) => {
      const until = (zones.at(-1)?.since ?? start) + 3 * aDay;
      const shown = datesShown(zones, until);
      const streak = streakOf({ acts: shown.map(({ instant }) => instant), zones, outages: [], now: until });
      const dates = new Set(shown.map(({ date }) => date));
      // Only whoever skips whole dates again and again, eastwards over the date line, pays with a freeze or a streak.
      fc.pre(skippedDates([...dates]) <= 1);
      expect(notable(streak.changes).filter((change) => /ended|spent/.test(change))).toEqual([]);
      expect(streak.days).toBeLessThanOrEqual(dates.size);
      expect(streak.days).toBeGreaterThanOrEqual(dates.size - zones.length);
    });
    fc.assert(property, { numRuns: 150 });
  });
});

function skippedDates(dates: readonly string[]): number {
  const sorted = dates.toSorted().map((date) => Temporal.PlainDate.from(date));
  const gapDays = sorted.map((date, index) => (index === 0 ? 0 : (sorted[index - 1]?.until(date).days ?? 1) - 1));
  return gapDays.reduce((sum, one) => sum + one, 0);
}

describe('a journey', () => {
  const from = (zone: string, to: string, when: number) => [
    { zone, since: start },
    { zone: to, since: when },
  ];

  test('east cuts a day short: it bridges, and counts when something is done on it', () => {
    const zones = from('America/Los_Angeles', 'Asia/Tokyo', at('2026-03-02T10:00', 'America/Los_Angeles'));
    const acts = [...evenings([1], 'America/Los_Angeles'), ...evenings([3], 'Asia/Tokyo')];
    const now = at('2026-03-03T21:00', 'Asia/Tokyo');
    const streak = streakFor({ acts, zones, now });
    expect(streak.current).toBe(2);
    expect(notable(streak.changes)).toEqual(['2 moved']);
    const busy = [...acts, at('2026-03-02T09:00', 'America/Los_Angeles')];
    expect(streakFor({ acts: busy, zones, now }).current).toBe(3);
  });

  test('west makes a day longer, and it counts once', () => {
    const zones = from('Asia/Tokyo', 'America/Los_Angeles', at('2026-03-05T10:00', 'Asia/Tokyo'));
    const acts = [
      ...evenings([3, 4], 'Asia/Tokyo'),
      at('2026-03-05T08:00', 'Asia/Tokyo'),
      ...evenings([4, 5], 'America/Los_Angeles'),
    ];
    const now = at('2026-03-05T21:00', 'America/Los_Angeles');
    expect(streakFor({ acts, zones, now })).toMatchObject({ current: 3, days: 3 });
    expect(streakFor({ acts: [...evenings([3, 4], 'Asia/Tokyo'), ...acts.slice(-1)], zones, now }).current).toBe(3);
  });

  test('of a whole zone over the date line costs its people nothing', () => {
    const zones = [{ zone: 'Pacific/Apia', since: 0 }];
    const acts = ['2011-12-28', '2011-12-29', '2011-12-31'].map((date) => at(`${date}T20:00`, 'Pacific/Apia'));
    const streak = streakFor({ acts, zones, now: acts.at(-1) ?? 0 });
    expect(streak.current).toBe(3);
    expect(streak.changes.map(({ reason }) => reason)).toContain('no-such-day');
  });
});

describe('nothing is to be gained by switching', () => {
  const home = 'America/Los_Angeles';

  test('a day that is over stays over where it is still yesterday', () => {
    const zones = [
      { zone: home, since: start },
      { zone: 'Pacific/Pago_Pago', since: at('2026-03-05T03:10', home) },
    ];
    const acts = [...evenings([2, 3], home), at('2026-03-05T03:20', home)];
    expect(streakFor({ acts, zones, now: at('2026-03-05T03:30', home) }).current).toBe(1);
  });

  test('a zone that was left within a day is as if it had never been chosen', () => {
    const property = fc.property(
      fc.tuple(
        zoneName,
        zoneName,
        fc.integer({ min: 0, max: 40 * 24 }),
        fc.integer({ min: 1, max: 23 }),
        instants,
        gaps,
      ),
      ([zone, elsewhere, when, length, quarters, outages]) => {
        const hop = start + when * hour;
        const stayed = [{ zone, since: start }];
        const hopped = [...stayed, { zone: elsewhere, since: hop }, { zone, since: hop + length * hour }];
        const told = { acts: actsAt(quarters), outages, now: end };
        expect(streakOf({ ...told, zones: hopped })).toEqual(streakOf({ ...told, zones: stayed }));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  test('whoever never practises keeps no streak, however they switch', () => {
    const property = fc.property(journeys({ min: 1, max: 60 }, 60), (zones) => {
      const last = Math.max(...zones.map(({ since }) => since));
      const streak = streakOf({ acts: [start], zones, outages: [], now: last + 5 * aDay });
      expect(streak.current).toBe(0);
      const moved = streak.changes.filter(({ reason }) => reason === 'moved').map(({ day }) => day);
      expect(moved.every((day, index) => index === 0 || day - (moved[index - 1] ?? 0) >= 28)).toBe(true);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('no more days count than went by anywhere', () => {
    const property = fc.property(journeys({ min: 1, max: 90 }, 20), instants, (zones, quarters) => {
      const acts = actsAt([0, ...quarters]);
      const streak = streakOf({ acts, zones, outages: [], now: end });
      const went = Math.max(...acts) - Math.min(...acts);
      expect(streak.days).toBeLessThanOrEqual(new Set(acts).size);
      expect(streak.days).toBeLessThanOrEqual(Math.floor((went + 26 * hour) / aDay) + 2);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('the same history', () => {
  const histories = fc.tuple(instants, journeys({ min: 1, max: 300 }), gaps);

  test('gives the same streak in whatever order and however often it is told', () => {
    const property = fc.property(histories, fc.integer(), ([quarters, zones, outages], seed) => {
      const acts = actsAt(quarters);
      const mixed = [...acts, ...acts].toSorted((one, other) => ((one * 31 + seed) % 97) - ((other * 31 + seed) % 97));
      const told = { zones, outages, now: end };
      expect(streakOf({ ...told, acts: mixed })).toEqual(streakOf({ ...told, acts }));
    });
    fc.assert(property, { numRuns: 200 });
  });

  // An act before 03:00 may save a streak that is lost a day later all the same; then it can't begin the next one.
  const daytime = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 3, max: 23 })), { maxLength: 90 })
    .map((acts) => acts.map(([day, hours]) => start + day * aDay + hours * hour));

  test('has nothing taken from it by an outage', () => {
    const property = fc.property(daytime, gaps, (acts, outages) => {
      const told = { acts, zones: [], now: end };
      const without = streakOf({ ...told, outages: [] });
      const withThem = streakOf({ ...told, outages });
      expect(withThem.current).toBeGreaterThanOrEqual(without.current);
      expect(withThem.longest).toBeGreaterThanOrEqual(without.longest);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('is never made shorter by another act', () => {
    const property = fc.property(daytime, gaps, daytime, (acts, outages, [more = start]) => {
      const told = { zones: [], outages, now: end };
      const before = streakOf({ ...told, acts });
      const after = streakOf({ ...told, acts: [...acts, more] });
      expect(after.days).toBeGreaterThanOrEqual(before.days);
      expect(after.current).toBeGreaterThanOrEqual(before.current);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('is told by changes that lead to where it stands', () => {
    const property = fc.property(histories, ([quarters, zones, outages]) => {
      const { changes, ...streak } = streakOf({ acts: actsAt(quarters), zones, outages, now: end });
      expect(changes.filter(({ reason }) => reason === 'practised')).toHaveLength(streak.days);
      const last = changes.at(-1) ?? { reason: 'ended', freezes: 0, current: 0 };
      expect(streak.current).toBe(last.reason === 'ended' ? 0 : last.current);
      expect(streak.freezes).toBe(last.freezes);
      const counted = changes.map(({ day, reason }) => `${day} ${reason}`);
      expect(new Set(counted).size).toBe(counted.length);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

test('the first zone that a member chooses holds for the time before, too', () => {
  const zones = [{ zone: 'Asia/Tokyo', since: at('2026-03-04T12:00') }];
  const acts = evenings(days(2, 3), 'Asia/Tokyo');
  expect(streakFor({ acts, zones, now: at('2026-03-03T21:00', 'Asia/Tokyo') }).practisedOn).toBe(march(3));
});
