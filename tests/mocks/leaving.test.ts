import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';
import { answers, questionBefore } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

describe('a review', () => {
  /** Ann rates a question low on Monday, and has a mock open on Tuesday. */
  async function onTuesday(): Promise<{ readonly poor: string; readonly waiting: string }> {
    const { ann } = world;
    await ann.run('/mock start count:1');
    const poor = questionBefore(world, ann).id;
    await answers(ann, '1');
    world.clock.now = monday.add({ hours: 24 });
    await ann.run('/mock start count:4');
    return { poor, waiting: questionBefore(world, ann).id };
  }

  test('leaves the open mock as it is, also one without an answer yet', async () => {
    const { ann } = world;
    const { poor, waiting } = await onTuesday();
    await ann.run('/mock review');
    expect(questionBefore(world, ann).id).toBe(poor);
    await answers(ann, '4');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('Your review is done');
    await ann.run('/mock start');
    expect(ann.reads()).toContain('You have a mock interview open: 0 of 4 questions done');
    await ann.press('Go on');
    expect(questionBefore(world, ann).id).toBe(waiting);
  });

  test('that Ann leaves is found again by the command she is told', async () => {
    const { ann } = world;
    const { poor } = await onTuesday();
    await ann.run('/mock review');
    await ann.press('Stop');
    expect(ann.reads()).toContain('go on any day with /mock review');
    await ann.press('Leave it open');
    expect(ann.reads()).toContain('/mock review brings you back to the same question');
    world.clock.now = monday.add({ hours: 72 });
    await ann.run('/mock review');
    expect(questionBefore(world, ann).id).toBe(poor);
    expect(await world.rows('mocks')).toHaveLength(3);
  });
});

describe('a timed question that Ann leaves', () => {
  /** When the time of the question before Ann is over. */
  const over = (): Temporal.Instant => {
    const [, seconds] = /they are over <t:(\d+):R>/.exec(world.ann.reads()) ?? [];
    return Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1_000);
  };
  const later = (duration: Temporal.DurationLike) => (world.clock.now = world.clock.now.add(duration));
  const threeMinutes = () => world.clock.now.add({ minutes: 3 });

  test('has its three minutes again when she goes on, and its answer is in time', async () => {
    const { ann } = world;
    await ann.run('/mock start count:2 timed:true');
    await ann.press('Stop');
    await ann.press('Leave it open');
    later({ hours: 20 });
    await ann.run('/mock start');
    await ann.press('Go on');
    expect(over()).toEqual(threeMinutes());
    later({ minutes: 2 });
    await answers(ann, '4');
    expect(ann.reads()).not.toContain('It came after its three minutes.');
    await ann.press('Next question');
    expect(over()).toEqual(threeMinutes());
  });

  test('has them again on an old card, too, when she was away for a day', async () => {
    const { ann } = world;
    await ann.run('/mock start count:2 timed:true');
    later({ hours: 25 });
    await ann.press('Stop');
    await ann.press('Go on');
    expect(over()).toEqual(threeMinutes());
  });

  test('does not have them again when she only thought of stopping', async () => {
    const { ann } = world;
    await ann.run('/mock start count:2 timed:true');
    const before = over();
    later({ minutes: 1 });
    await ann.press('Stop');
    await ann.press('Go on');
    expect(over()).toEqual(before);
  });
});
