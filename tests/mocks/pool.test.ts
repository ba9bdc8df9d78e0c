import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '#content/kinds.ts';
import { levels, roles } from '#content/families.ts';
import { poolOf, stepsFrom } from '#mocks/pool.ts';
import { seededDice } from '#tests/support/dice.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { questionBefore } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

describe('where few questions fit', () => {
  test('those of the next level come before any comes again', async () => {
    const { ann } = world;
    const of = world.content.en.questions.filter(
      ({ kind, roles: work }) => kind === 'salary' && (work.includes('any') || work.includes('retail')),
    );
    const first = of.filter((one) => one.levels.includes('first'));
    expect(first.length).toBeLessThan(of.length);
    const asked: string[] = [];
    for (const _ of of) {
      await ann.run('/mock question role:retail kind:salary level:first');
      asked.push(questionBefore(world, ann).id);
    }
    expect(asked.slice(0, first.length).toSorted()).toEqual(first.map(({ id }) => id).toSorted());
    expect(new Set(asked).size).toBe(of.length);
  });

  test('every choice has at least four, and five or all of the kind; level comes first, and no other work’s', () => {
    const { questions } = world.content.en;
    for (const role of [undefined, ...roles])
      for (const kind of kinds)
        for (const level of levels) {
          const chosen = { ...(role && { role }), kind, level };
          const pool = poolOf(questions, chosen);
          const all = poolOf(questions, { ...(role && { role }), kind, count: 1_000 });
          expect(pool.length, JSON.stringify(chosen)).toBeGreaterThanOrEqual(Math.min(5, all.length));
          expect(pool.length).toBeGreaterThanOrEqual(4);
          const fit = all.filter((one) => stepsFrom(level, one) === 0);
          expect(pool).toEqual(expect.arrayContaining(fit));
          expect(pool.every((one) => one.roles.some((work) => work === 'any' || work === role))).toBe(true);
          expect(fit.length < 5 || pool.length === fit.length).toBe(true);
        }
  });
});
