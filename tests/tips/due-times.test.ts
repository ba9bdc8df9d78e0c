import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Due, instantOn, nextDue, type Plan, verdictOn } from '#tips/rules.ts';

const every = [1, 2, 3, 4, 5, 6, 7];
const at = (iso: string) => Temporal.Instant.from(iso);
const on = (day: string, time: string, zone: string) =>
  instantOn(Temporal.PlainDate.from(day), { time, zone })?.toString();

describe('a local time on a day', () => {
  test('that the clocks skip becomes the first moment after the gap', () => {
    expect(on('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00Z');
    expect(on('2026-03-08', '02:00', 'America/New_York')).toBe('2026-03-08T07:00:00Z');
    // Lord Howe skips half an hour, Cairo and Beirut their midnight.
    expect(on('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00Z');
    expect(on('2026-03-29', '00:20', 'Asia/Beirut')).toBe('2026-03-28T22:00:00Z');
  });

  test('that comes twice is its first coming', () => {
    expect(on('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
    expect(on('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z');
  });

  test('in half-hour and 45-minute zones, at midnight and on a leap day is what a calendar says', () => {
    expect(on('2026-05-01', '09:00', 'Asia/Kolkata')).toBe('2026-05-01T03:30:00Z');
    expect(on('2026-05-01', '09:00', 'Asia/Kathmandu')).toBe('2026-05-01T03:15:00Z');
    expect(on('2028-02-29', '00:00', 'America/Argentina/Buenos_Aires')).toBe('2028-02-29T03:00:00Z');
  });

  test('isn’t there on a day that the date line took away', () => {
    expect(on('2011-12-30', '09:00', 'Pacific/Apia')).toBeUndefined();
    const plan = { time: '09:00', zone: 'Pacific/Apia', weekdays: every };
    expect(nextDue(plan, at('2011-12-29T20:00:00Z'))?.day).toBe('2011-12-31');
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'America/Argentina/Buenos_Aires');
const times = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const weekdays = fc.subarray(every, { minLength: 1 });
const plans: fc.Arbitrary<Plan> = fc.record({ time: times, zone: zones, weekdays });
const instants = fc
  .integer({ min: at('1990-01-01T00:00:00Z').epochMilliseconds, max: at('2040-01-01T00:00:00Z').epochMilliseconds })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

/** The times a plan is due from an instant on, each followed from the one before. */
function* duesFrom(plan: Plan, start: Temporal.Instant): Generator<Due> {
  let due = nextDue(plan, start);
  while (due) {
    yield due;
    due = nextDue(plan, due.at, due);
  }
}

describe('due times, in any zone and year', () => {
  test('come once on each chosen day, in order, at the local time or right after the gap that holds it', () => {
    fc.assert(
      fc.property(plans, instants, (plan, start) => {
        const dues = duesFrom(plan, start).take(10).toArray();
        expect(dues).toHaveLength(10);
        expect(new Set(dues.map(({ day }) => day)).size).toBe(10);
        for (const [index, { day, at: due }] of dues.entries()) {
          const local = due.toZonedDateTimeISO(plan.zone);
          expect(local.toPlainDate().toString()).toBe(day);
          expect(plan.weekdays).toContain(local.dayOfWeek);
          const before = dues[index - 1];
          expect(before === undefined || Temporal.Instant.compare(before.at, due) < 0).toBe(true);
          const clock = local.toPlainTime().toString().slice(0, 5);
          // Only a gap excuses another time: a moment earlier it was before the time, now it is after.
          const earlier = due.subtract({ seconds: 1 }).toZonedDateTimeISO(plan.zone);
          const wasBefore =
            earlier.toPlainTime().toString() < `${plan.time}:00` || earlier.toPlainDate().toString() < day;
          expect(clock === plan.time || (wasBefore && clock > plan.time)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('leave no chosen day out', () => {
    fc.assert(
      fc.property(zones, times, instants, (zone, time, start) => {
        const days = duesFrom({ zone, time, weekdays: every }, start).take(20).toArray();
        for (const [index, { day }] of days.entries()) {
          const before = days[index - 1];
          if (!before) continue;
          const skipped = Temporal.PlainDate.from(before.day).until(day).days - 1;
          // The date line took a day from a few places, once.
          const missing =
            skipped > 0 ? instantOn(Temporal.PlainDate.from(before.day).add({ days: 1 }), { time, zone }) : undefined;
          expect(missing).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  test('never fall on a day that was served, however the host moves zone and time', () => {
    fc.assert(
      fc.property(plans, fc.array(plans, { minLength: 1, maxLength: 6 }), instants, (first, moves, start) => {
        let due = nextDue(first, start);
        const served: { day: string; at: Temporal.Instant; zone: string }[] = [];
        for (const plan of moves) {
          if (!due) throw new Error('nothing is due');
          served.push({ ...due, zone: plan.zone });
          const next = nextDue(plan, due.at, due);
          expect(next && next.day > due.day).toBe(true);
          // Nor on the day it was there, in the new zone, when the last tip came.
          expect(next && next.day > due.at.toZonedDateTimeISO(plan.zone).toPlainDate().toString()).toBe(true);
          due = next;
        }
        const days = served.map(({ day }) => day);
        expect(new Set(days).size).toBe(days.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a due tip', () => {
  const berlin = 'Europe/Berlin';
  const due = (time: string): Due => ({ day: '2026-06-10', at: at(on('2026-06-10', time, berlin) ?? '') });
  const local = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(berlin).toInstant();

  test.each([
    ['09:00', '2026-06-10T08:59:59', 'early'],
    ['09:00', '2026-06-10T09:00', 'send'],
    ['09:00', '2026-06-10T15:00', 'send'],
    ['09:00', '2026-06-10T15:01', 'missed'],
    ['18:00', '2026-06-10T20:59', 'send'],
    ['18:00', '2026-06-10T21:00', 'missed'],
    ['22:30', '2026-06-10T22:45', 'send'],
    ['22:30', '2026-06-10T22:46', 'missed'],
    ['23:55', '2026-06-11T00:05', 'send'],
    ['23:55', '2026-06-11T01:00', 'missed'],
    ['20:50', '2026-06-10T21:05', 'send'],
    ['00:00', '2026-06-10T05:59', 'send'],
  ] as const)('of %s is, at %s: %s', (time, now, verdict) => {
    expect(verdictOn(due(time), berlin, local(now))).toBe(verdict);
  });
});
