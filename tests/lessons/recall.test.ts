import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const days = (count: number): void => {
  world.clock.now = world.clock.now.add({ hours: 24 * count });
};

const learn = async (title: string): Promise<void> => {
  await world.ann.run(`/lesson show lesson:${title}`);
  await world.ann.press('I’ve got it');
};

describe('what Ann learnt comes back', () => {
  test('on the next day it is asked before the next lesson, and after 3, 7 and 21 more', async () => {
    const { ann } = world;
    await learn('humble-and-confident');
    await ann.run('/lesson today');
    expect(ann.reads()).toContain('2 of 10');
    for (const [wait, back] of [
      [1, 'in 3 days'],
      [3, 'in 7 days'],
      [7, 'in 21 days'],
    ] as const) {
      days(wait);
      await ann.run('/lesson today');
      expect(ann.reads()).toContain('Do you still know this one?');
      expect(ann.reads()).not.toContain('Knew it');
      await ann.press('Show answer');
      await ann.press('Knew it');
      expect(ann.reads()).toContain(`It comes back ${back}`);
      expect(ann.reads()).toContain('2 of 10');
    }
    days(20);
    await ann.run('/lesson today');
    expect(ann.reads()).toContain('2 of 10');
    days(1);
    await ann.run('/lesson today');
    expect(ann.reads()).toMatchSnapshot('asked');
    await ann.press('Show answer');
    expect(ann.reads()).toMatchSnapshot('the answer');
    await ann.press('Knew it');
    expect(ann.reads()).toContain('won’t come back by itself');
    days(400);
    await ann.run('/lesson today');
    expect(ann.reads()).toContain('2 of 10');
  });

  test('what she did not know begins anew', async () => {
    const { ann } = world;
    await learn('humble-and-confident');
    days(1);
    await ann.run('/lesson today');
    await ann.press('Show answer');
    await ann.press('Knew it');
    days(3);
    await ann.run('/lesson today');
    await ann.press('Show answer');
    await ann.press('Not yet');
    expect(ann.reads()).toContain('It comes back in 1 day.');
  });

  test('three are asked a day at the most; she may let one rest until tomorrow', async () => {
    const { ann } = world;
    for (const lesson of ['humble-and-confident', 'know-your-weaknesses', 'keep-applying', 'keep-going'])
      await learn(lesson);
    days(1);
    await ann.run('/lesson today');
    await ann.press('Not today');
    for (const _ of [1, 2]) {
      await ann.press('Show answer');
      await ann.press('Knew it');
    }
    expect(ann.reads()).toContain('3 of 10');
    days(1);
    await ann.run('/lesson today');
    expect(ann.reads()).toContain('Do you still know this one?');
    expect(await world.rows('acts')).toHaveLength(6);
  });

  test('two presses on one card count once', async () => {
    const { ann } = world;
    await learn('humble-and-confident');
    days(1);
    await ann.run('/lesson today');
    await ann.press('Show answer');
    const { message, customId } = ann.control('Knew it');
    await Promise.all([ann.pressId(message, customId), ann.pressId(message, customId)]);
    expect(await world.rows('recalls')).toMatchObject([{ step: 1, due: '2026-03-06', asked: '2026-03-03' }]);
    days(5);
    await ann.pressId(message, customId);
    expect(ann.reads()).toContain('That one is done for today.');
    expect(await world.rows('recalls')).toMatchObject([{ step: 1 }]);
  });
});
