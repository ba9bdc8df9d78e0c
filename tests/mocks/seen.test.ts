import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';
import { answers, endsIt, questionBefore } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

const forAnyWork = () => world.content.en.questions.filter(({ roles }) => roles.includes('any'));

/** Asks Ann single questions, and says which. */
async function asksSingly(times: number): Promise<readonly string[]> {
  const asked: string[] = [];
  for (let time = 0; time < times; time += 1) {
    await world.ann.run('/mock question');
    asked.push(questionBefore(world, world.ann).id);
  }
  return asked;
}

describe('a mock that Ann ends early', () => {
  test('uses up the questions that she saw, and none of the others', async () => {
    const { ann } = world;
    await ann.run('/mock start count:10');
    const seen = [questionBefore(world, ann).id];
    await answers(ann, '3');
    await ann.press('Next question');
    seen.push(questionBefore(world, ann).id);
    await endsIt(ann);
    const others = forAnyWork().filter(({ id }) => !seen.includes(id));
    const asked = await asksSingly(others.length);
    expect(asked.toSorted()).toEqual(others.map(({ id }) => id).toSorted());
  });

  test('uses up the question that she only looked at, too', async () => {
    const { ann } = world;
    await ann.run('/mock start count:10');
    const seen = questionBefore(world, ann).id;
    await endsIt(ann);
    expect(ann.reads()).toContain('there is nothing to look back at');
    const asked = await asksSingly(forAnyWork().length - 1);
    expect(new Set([...asked, seen]).size).toBe(forAnyWork().length);
    expect(await world.rows('recalls')).toEqual([]);
    await ann.run('/mock history');
    expect(ann.reads()).toContain('There are none yet.');
  });

  test('says what was not answered, and nothing of what never came', async () => {
    const { ann } = world;
    await ann.run('/mock start count:10');
    await answers(ann, '4');
    await ann.press('Next question');
    await endsIt(ann);
    expect(ann.reads()).toMatch(/1\. .*: your rating 4 of 4.*\n2\. .*: not answered/);
    expect(ann.reads()).not.toContain('3. ');
    expect(ann.reads()).toContain('8 more questions were to come.');
    expect(ann.reads()).toContain('1 question comes back from tomorrow on');
    expect(await world.rows('recalls')).toHaveLength(1);
    await ann.press('All mocks');
    expect(JSON.stringify(ann.seen().at(-1))).toContain('1 of 10 answered');
  });

  test('to begin another leaves out no question that never came', async () => {
    const { ann } = world;
    await ann.run('/mock start kind:conflict count:4');
    const seen = questionBefore(world, ann).id;
    await answers(ann, '3');
    await ann.run('/mock start kind:conflict count:3');
    await ann.press('Begin a new one');
    for (const skip of [true, true, false]) {
      expect(questionBefore(world, ann).id).not.toBe(seen);
      if (skip) await ann.press('Skip');
    }
  });
});

describe('what is said to come back', () => {
  test('is what does: a question that Ann rated low at first, and better when she tried again', async () => {
    const { ann } = world;
    await ann.run('/mock start count:2');
    await answers(ann, '1');
    await ann.press('Try again');
    await ann.fill({ answer: 'Better now.', rating: '4' });
    await ann.press('Next question');
    await answers(ann, '4');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('1 question comes back from tomorrow on');
    world.clock.now = monday.add({ hours: 24 });
    await ann.run('/mock history');
    await ann.choose('Open one', 'Mar 2, 2026 · Mock interview');
    expect(ann.reads()).toContain('1 question waits for you in /mock review.');
    await ann.run('/mock review');
    await answers(ann, '4');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('1 question comes back <t:1772755200:R>');
  });
});
