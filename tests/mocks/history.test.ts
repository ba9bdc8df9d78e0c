import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { controlsOf } from '#tests/support/transcript.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { answers, questionBefore } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

/** The ids of the mocks in the list before Ann, as Discord has them: many have the same name. */
function listed(): readonly string[] {
  const list = JSON.stringify(world.ann.seen().at(-1));
  return [...list.matchAll(/"label":"[^"]+","value":"([^"]+)"/g)].map(([, id = '']) => id);
}

describe('the history', () => {
  test('has the single questions that Ann answered, and not those that she skipped', async () => {
    const { ann } = world;
    await ann.run('/mock question role:cleaning');
    await ann.press('Skip');
    await ann.run('/mock question role:cleaning');
    const { question } = questionBefore(world, ann);
    await answers(ann, '3', 'I would air the room first.');
    await ann.run('/mock history');
    expect(listed()).toHaveLength(1);
    expect(JSON.stringify(ann.seen().at(-1))).toContain(`"description":"${question.slice(0, 60)}`);
    await ann.choose('Open one', 'Mar 2, 2026 · One question · Cleaning');
    expect(ann.reads()).toContain('That was your question');
    await ann.press('Delete');
    await ann.press('Yes, delete it');
    expect(await world.rows('answers')).toEqual([]);
  });

  test('reaches every mock, however many there are, and one of the oldest can be deleted', async () => {
    const { ann } = world;
    for (let count = 0; count < 52; count += 1) {
      world.clock.now = world.clock.now.add({ minutes: 10 });
      await ann.run('/mock start count:1');
      await ann.press('Skip');
    }
    await ann.run('/mock history');
    const seen = [...listed()];
    for (let page = 1; page < 3; page += 1) {
      await ann.press('Older');
      seen.push(...listed());
    }
    expect(new Set(seen).size).toBe(52);
    expect(ann.reads()).toContain('[Older (off)]');
    const { message, customId } = ann.control('Open one');
    for (const id of seen.slice(-2)) {
      await world.select('Ann', { message, customId, values: [id] });
      await ann.press('Delete');
      await ann.press('Yes, delete it');
    }
    expect(await world.rows('mocks')).toHaveLength(50);
    await ann.run('/mock history');
    await ann.press('Older');
    expect(listed()).toHaveLength(25);
    expect(ann.reads()).toContain('[Newer] [Older (off)]');
    await ann.press('Newer');
    expect(ann.reads()).toContain('[Newer (off)] [Older]');
  });

  test('leaves nothing of a mock that Ann deletes, not even her earlier tries', async () => {
    const { ann } = world;
    await ann.run('/mock start count:1');
    await answers(ann, '1', 'My first try.');
    for (const answer of ['My second try.', 'My third try.']) {
      await ann.press('Try again');
      await ann.fill({ answer, rating: '2' });
    }
    await ann.press('See how it went');
    await ann.press('Delete');
    await ann.press('Yes, delete it');
    expect(await world.rows('answers')).toEqual([]);
  });
});

test('an old page of the history whose mocks are gone shows the one before', async () => {
  const { ann } = world;
  for (let count = 0; count < 26; count += 1) {
    await ann.run('/mock start count:1');
    await ann.press('Skip');
  }
  await ann.run('/mock history');
  const older = ann.control('Older');
  await ann.choose('Open one', 'Mar 2, 2026 · Mock interview');
  await ann.press('Delete');
  await ann.press('Yes, delete it');
  await ann.pressId(older.message, older.customId);
  const controls = controlsOf(ann.seen().at(-1) ?? { id: '', components: [], onlyYou: true });
  expect(controls.map(({ name }) => name)).toEqual(['Open one', 'Start a mock']);
});
