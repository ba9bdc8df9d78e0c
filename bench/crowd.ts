// Two thousand members as a server might have them, and when they look for somebody to practise with: all by dice.

import type { Level, Role } from '#content/families.ts';
import type { Wish } from '#peers/session.ts';
import type { Dice } from '#bot/turn.ts';

/** Kinds of work with their families, as pairing tells them apart, and how many of a hundred are looking for such. */
const work = {
  hands: [28, ['retail', 'hospitality', 'warehouse', 'delivery', 'cleaning', 'trades', 'security', 'seasonal']],
  people: [13, ['care', 'childcare', 'teaching', 'nursing']],
  desk: [19, ['office', 'support', 'sales', 'accounting', 'management']],
  technical: [16, ['software', 'data', 'product']],
  'first job, internship': [12, ['first-job', 'internship']],
  open: [12, [undefined]],
} as const satisfies Readonly<Record<string, readonly [number, readonly (Role | undefined)[]]>>;
export type Work = keyof typeof work;
export const works = Object.keys(work) as readonly Work[];

const levelShares: readonly (readonly [number, Level | undefined])[] = [
  [35, 'first'],
  [40, 'some'],
  [10, 'senior'],
  [15, undefined],
];

export const levelsOfCrowd = levelShares.map(([, level]) => level);

const languages: readonly (readonly [number, readonly string[]])[] = [
  [70, ['en']],
  [9, ['en', 'es']],
  [4, ['en', 'hi']],
  [4, ['en', 'fr']],
  [6, ['es']],
  [4, ['de']],
  [3, ['pt']],
];

const lengths: readonly (readonly [number, Wish['length']])[] = [
  [70, 'short'],
  [30, 'full'],
];

/** How many of a day's people come in each hour: few at night, most after work. */
const curve = [2, 1, 1, 1, 1, 2, 4, 6, 8, 10, 10, 9, 9, 9, 9, 10, 12, 15, 19, 22, 21, 16, 10, 5];

export type Member = {
  readonly id: string;
  readonly work: Work;
  readonly wish: Wish;
  readonly joins: readonly number[];
};

/** How many of a hundred come once more on the same day, and within how many hours. */
const again = { share: 0.35, within: 8 };

/** One of some things, as likely as its number says. */
function oneOf<T>(things: readonly (readonly [number, T])[], dice: Dice): T {
  let left = dice() * things.reduce((sum, [share]) => sum + share, 0);
  for (const [share, thing] of things) {
    left -= share;
    if (left < 0) return thing;
  }
  throw new Error('There is nothing to choose from.');
}

/** Members with what they look for and the minutes of the day at which they join. */
export function crowdOf(count: number, dice: Dice): readonly Member[] {
  const hours = curve.map((share, hour) => [share, hour] as const);
  return Array.from({ length: count }, (_, index) => {
    const kind = oneOf(
      works.map((name) => [work[name][0], name] as const),
      dice,
    );
    const roles: readonly (Role | undefined)[] = work[kind][1];
    const joins = [(oneOf(hours, dice) + dice()) * 60];
    while (dice() < again.share) joins.push((joins.at(-1) ?? 0) + (1 + dice() * (again.within - 1)) * 60);
    return {
      id: String(100_000_000_000_000_000n + BigInt(index)),
      work: kind,
      wish: {
        role: roles[Math.floor(dice() * roles.length)],
        level: oneOf(levelShares, dice),
        languages: oneOf(languages, dice),
        length: oneOf(lengths, dice),
      },
      joins: joins.filter((minute) => minute < 24 * 60),
    };
  });
}
