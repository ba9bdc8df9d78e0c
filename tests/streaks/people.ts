// What the tests of streaks have in common: days, times and somebody's history.

import { dayOf } from '#streaks/clock/rules.ts';
import { type Change, streakOf } from '#streaks/rules.ts';

export const hour = 3_600_000;

/** The epoch ms of a local time: `at('2026-03-02T20:00', 'Europe/London')`. */
export const at = (local: string, zone = 'UTC'): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

/** A day of March 2026, which has a Monday on the 2nd. */
export const march = (day: number): number => dayOf('2026-03-01') + day - 1;

/** 20:00 on days of March 2026. */
export const evenings = (days: readonly number[], zone = 'UTC'): readonly number[] =>
  days.map((day) => at(`2026-03-${String(day).padStart(2, '0')}T20:00`, zone));

export const days = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

type Told = Partial<Parameters<typeof streakOf>[0]> & { readonly acts: readonly number[]; readonly now: number };

/** The streak of somebody who is in UTC with a bot that is always there, unless told otherwise. */
export const streakFor = (told: Told) => streakOf({ zones: [], outages: [], ...told });

/** `3 freeze-spent`: the changes of March 2026 that aren't plain practice. */
export const notable = (changes: readonly Change[]): readonly string[] =>
  changes.filter(({ reason }) => reason !== 'practised').map(({ day, reason }) => `${day - march(0)} ${reason}`);
