// Who fits whom, and whom somebody is paired with: pure decisions.

import type { Level, Role } from '#content/families.ts';
import type { Wait } from './session.ts';

/** What two who wait have to do with each other, besides what they want. */
export type Tie = {
  /** One of them never wants to meet the other. */
  readonly never: boolean;
  /** When they last sat in a session together. */
  readonly met: Temporal.Instant | undefined;
};

/** Families of work whose interviews are alike enough to practise them together. */
const kinds: Readonly<Record<Role, 'hands' | 'people' | 'desk' | 'technical' | 'any'>> = {
  retail: 'hands',
  hospitality: 'hands',
  warehouse: 'hands',
  delivery: 'hands',
  cleaning: 'hands',
  trades: 'hands',
  security: 'hands',
  seasonal: 'hands',
  care: 'people',
  childcare: 'people',
  teaching: 'people',
  nursing: 'people',
  office: 'desk',
  support: 'desk',
  sales: 'desk',
  accounting: 'desk',
  management: 'desk',
  software: 'technical',
  data: 'technical',
  product: 'technical',
  'first-job': 'any',
  internship: 'any',
};

const steps: Readonly<Record<Level, number>> = { first: 0, some: 1, senior: 2 };

/** Whether two want things that go together: kind of work, near level, a common language, the same length. */
function fits(one: Wait, another: Wait): boolean {
  return (
    one.member !== another.member &&
    one.server === another.server &&
    one.length === another.length &&
    one.languages.some((language) => another.languages.includes(language)) &&
    areNear(one.level, another.level) &&
    areAlike(one.role, another.role)
  );
}

const areNear = (one: Level | undefined, another: Level | undefined): boolean =>
  one === undefined || another === undefined || Math.abs(steps[one] - steps[another]) <= 1;

function areAlike(one: Role | undefined, another: Role | undefined): boolean {
  if (one === undefined || another === undefined) return true;
  return kinds[one] === kinds[another] || kinds[one] === 'any' || kinds[another] === 'any';
}

/** Two who met this recently meet again only when both have waited that long. */
const recently = Temporal.Duration.from({ hours: 14 * 24 });
const longWait = Temporal.Duration.from({ minutes: 20 });

/**
 * The partner for somebody, if there is one: of those who fit, whoever they did not meet lately; then whoever was let down
 * before, whose work and level are nearest, who has waited longest. A recent partner comes only when both waited long.
 *
 * @param tieTo what each of `others` has to do with them
 */
export function partnerFor(
  me: Wait,
  others: readonly Wait[],
  { tieTo, now }: { readonly tieTo: (member: string) => Tie; readonly now: Temporal.Instant },
): Wait | undefined {
  const isReady = ({ readyAt, until }: Wait): boolean => isBy(readyAt, now) && !isBy(until, now);
  if (!isReady(me)) return undefined;
  const fitting = others
    .filter((one) => isReady(one) && fits(me, one))
    .map((wait) => ({ wait, ...tieTo(wait.member) }))
    .filter(({ never }) => !never);
  const isRecent = (met: Temporal.Instant | undefined): boolean => met !== undefined && !isBy(met.add(recently), now);
  const fresh = fitting.filter(({ met }) => !isRecent(met));
  const waitedLong = ({ since }: Wait): boolean => isBy(since.add(longWait), now);
  const again = waitedLong(me) ? fitting.filter(({ met, wait }) => isRecent(met) && waitedLong(wait)) : [];
  const [best] = (fresh.length > 0 ? fresh : again).map(({ wait }) => wait).toSorted(byNearness(me));
  return best;
}

const byNearness = (me: Wait) => (a: Wait, b: Wait) =>
  Number(b.first) - Number(a.first) ||
  farness(me, a) - farness(me, b) ||
  Temporal.Instant.compare(a.since, b.since) ||
  (a.member < b.member ? -1 : 1);

const farness = (me: Wait, one: Wait): number => (me.role === one.role ? 0 : 2) + (me.level === one.level ? 0 : 1);

const isBy = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0;
