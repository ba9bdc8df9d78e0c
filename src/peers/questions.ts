import type { Question } from '#content/content.ts';
import { poolOf } from '#mocks/pool.ts';
import { draw } from '#mocks/rules.ts';
import type { Seat } from './session.ts';

/** More than can be asked in a half. */
const perHalf = 6;

type Draw = {
  readonly candidate: Seat;
  /** How often the candidate met each question, alone or in a session. */
  readonly met: ReadonlyMap<string, number>;
  /** How often the interviewer did. */
  readonly known: ReadonlyMap<string, number>;
  /** Questions of the other half. */
  readonly taken: ReadonlySet<string>;
  readonly dice: () => number;
};

/**
 * Questions for one half: those the candidate met least often; among these first what the interviewer knows from their own
 * practice, since who has tried to answer a question listens better; none of the other half's.
 */
export function questionsFor(bank: readonly Question[], how: Draw): readonly string[] {
  const { candidate, met, known, taken, dice } = how;
  const choice = {
    ...(candidate.role && { role: candidate.role }),
    ...(candidate.level && { level: candidate.level }),
  };
  const pool = poolOf(bank, choice).filter(({ id }) => !taken.has(id));
  const times = new Map(pool.map(({ id }) => [id, 2 * (met.get(id) ?? 0) + (known.has(id) ? 0 : 1)]));
  return draw(pool, { count: perHalf, times, dice }).map(({ id }) => id);
}
