import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { answers } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

const strengths = () =>
  world.content.en.questions.filter(({ kind, roles: of }) => kind === 'strength' && of.includes('any'));

describe('a mock of which there is less than Ann wishes', () => {
  test('says so kindly, at its first question', async () => {
    const { ann } = world;
    const { length } = strengths();
    await ann.run('/mock start kind:strength count:8');
    expect(ann.reads()).toContain(`question 1 of ${length}`);
    expect(ann.reads()).toContain(`Only ${length} questions of this kind so far, so this one is shorter than 8.`);
    await ann.press('Skip');
    expect(ann.reads()).not.toContain('so far');
  });

  test('makes no later mock shorter: her wish is remembered', async () => {
    const { ann } = world;
    await ann.run('/mock start kind:strength count:8');
    await answers(ann, '3');
    await ann.run('/mock start kind:any');
    await ann.press('Begin a new one');
    expect(ann.reads()).toContain('question 1 of 8');
    expect(ann.reads()).not.toContain('so far');
  });
});
