// Whatever is said to be gone for good is in no file of the database any more.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

const phrase = 'the blue kettle incident';

/** How many files of the database hold the words. */
async function filesWith(words: string): Promise<number> {
  const files = await world.files();
  expect(files.length).toBeGreaterThan(0);
  return files.filter((file) => file.includes(words)).length;
}

test('when Ann’s answers have been kept as long as she wanted, her words are off the disk', async () => {
  const { ann, schedule } = world;
  await ann.run('/lesson today');
  await ann.press('Practise it');
  await ann.fill({ answer: `I will never forget ${phrase}.`, rating: '3' });
  await schedule.tick(monday.add({ hours: 24 * 179 }));
  expect(await filesWith(phrase)).toBeGreaterThan(0);
  await schedule.tick(monday.add({ hours: 24 * 181 }));
  expect(await world.rows('answers')).toEqual([]);
  expect(await filesWith(phrase)).toBe(0);
});

test('when Ann deletes a mock interview, each of her tries is off the disk', async () => {
  const { ann } = world;
  await ann.run('/mock start role:retail count:2');
  await ann.press('Answer');
  await ann.fill({ answer: `I will never forget ${phrase}.`, rating: '2' });
  await ann.press('Try again');
  await ann.fill({ answer: `A better one: ${phrase}, in short.`, rating: '3' });
  await ann.press('Try again');
  await ann.fill({ answer: 'It was a kettle.', rating: '4' });
  expect(await world.rows('answers')).toHaveLength(3);
  await ann.press('Next question');
  await ann.press('Skip');
  await ann.press('Delete');
  expect(await filesWith(phrase)).toBeGreaterThan(0);
  await ann.press('Yes, delete it');
  expect(ann.reads()).toContain('It’s gone, and its answers with it.');
  expect(await world.rows('answers')).toEqual([]);
  expect(await filesWith(phrase)).toBe(0);
});
