import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { controlsOf } from '#tests/support/transcript.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { answers } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice(2) });
});
afterEach(() => world.close());

/** The lessons that the card before Ann offers. */
const offered = (): readonly string[] =>
  controlsOf(world.ann.seen().at(-1) ?? { id: '', components: [], onlyYou: true })
    .map(({ customId }) => /^lesson\.read:(.+)$/.exec(customId)?.[1])
    .filter((lesson) => lesson !== undefined);

test('what Ann reads next is what the coach found first, and something else once she has got it', async () => {
  const { ann } = world;
  await ann.run('/mock start count:2 kind:behavioural');
  for (const label of ['Next question', 'See how it went']) {
    await answers(ann, '4', 'We talked about it and then it was fine.');
    await ann.press(label);
  }
  expect(ann.reads()).toContain('look at:');
  const [first = '', second = ''] = offered();
  expect(first).toBe('tell-it-as-a-story');
  await ann.run(`/lesson show lesson:${first}`);
  await ann.press('I’ve got it');
  await ann.run('/mock history');
  await ann.choose('Open one', 'Mar 2, 2026 · Mock interview · Things you have done');
  expect(offered()).not.toContain(first);
  expect(offered()[0]).toBe(second);
  expect(offered()).toHaveLength(2);
});
