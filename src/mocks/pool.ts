import type { Question } from '#content/content.ts';
import { type Level, levels, type Role } from '#content/families.ts';
import type { Choices } from './mock.ts';

/** With fewer questions than this to draw from, somebody would soon meet the same again. */
const enough = 5;

type Fit = Pick<Choices, 'role' | 'kind' | 'level'> & { readonly count?: number };

/**
 * The questions that fit what is chosen, those for any work among them. Where so few are of the level that they would
 * soon come again, or don't fill a mock of `count`, those of the next level, then of any, are there, too; see `stepsFrom`.
 */
export function poolOf(questions: readonly Question[], { role, kind, level, count = 0 }: Fit): readonly Question[] {
  const trade = ofTrade(questions, role);
  const fitting = kind === undefined ? trade : trade.filter((one) => one.kind === kind);
  if (level === undefined) return fitting;
  for (const steps of levels.keys()) {
    const pool = fitting.filter((one) => stepsFrom(level, one) <= steps);
    if (pool.length >= Math.max(enough, count)) return pool;
  }
  return fitting;
}

const known = new WeakMap<readonly Question[], Map<Role | undefined, readonly Question[]>>();

/** The questions of a trade, and those for any work: found once for each bank. */
function ofTrade(questions: readonly Question[], role: Role | undefined): readonly Question[] {
  const byRole = known.get(questions) ?? new Map<Role | undefined, readonly Question[]>();
  known.set(questions, byRole);
  const found =
    byRole.get(role) ??
    questions.filter(({ roles }) => roles.includes('any') || (role !== undefined && roles.includes(role)));
  byRole.set(role, found);
  return found;
}

/** How many levels a question is away from the one that is chosen; 0 when it fits. */
export const stepsFrom = (level: Level, question: Pick<Question, 'levels'>): number =>
  Math.min(...question.levels.map((one) => Math.abs(levels.indexOf(one) - levels.indexOf(level))));
