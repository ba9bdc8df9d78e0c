import { type Meaning, numbers } from '#database/numbers.ts';
import { dateOf } from '#streaks/clock/rules.ts';
import type { MemberTable } from './privacy.ts';

/** The latest instant there is, in epoch ms; what is kept as later never comes. */
const latest = 8.64e15;

/** A row as a person reads it: instants and days are kept as numbers. */
export function readable(table: MemberTable, row: object): object {
  const meanings: Readonly<Record<string, Meaning>> = numbers[table];
  const columns = Object.entries(row).map(([column, value]) => [column, said(value, meanings[column])]);
  return Object.fromEntries(columns);
}

function said(value: unknown, meaning: Meaning | undefined): unknown {
  if (typeof value !== 'number') return value;
  if (meaning === 'day') return dateOf(value);
  if (meaning !== 'instant') return value;
  return value > latest ? null : Temporal.Instant.fromEpochMilliseconds(value).toString();
}
