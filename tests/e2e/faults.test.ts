import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';
import { keptRows, ofEverybody, persist, stillThinking } from './bad-weather.ts';
import { lessonStory } from './lesson-story.ts';

let world: WireWorld;
beforeEach(async () => {
  world = await openWireWorld();
});
afterEach(async () => {
  await world.close();
});

/** Makes something go wrong at a step of the story; answers how to stop it. */
type Upset = (step: number) => (() => void) | void;

/** Tells the whole story with something wrong on the way; answers how often a press failed visibly. */
async function tell(upset: Upset): Promise<number> {
  const { ann } = world;
  let failures = 0;
  for (const [step, { does, sees, seesAfterFailure = sees, before }] of lessonStory.entries()) {
    before?.(world.databaseUrl);
    const calm = upset(step);
    // oxlint-disable-next-line no-await-in-loop -- one step after another
    const failed = await persist(() => does(ann));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await ann.sees(failed > 0 ? seesAfterFailure : sees);
    calm?.();
    failures += failed;
  }
  return failures;
}

/** After the story: each thing is there once, nobody waits for anything, and the bot is at work. */
async function expectAllWell(): Promise<void> {
  const { ann, playground } = world;
  expect(stillThinking(playground)).toEqual([]);
  expect(keptRows(world.databaseUrl)).toEqual({
    acts: ['answer humble-and-confident', 'lesson humble-and-confident', 'recall humble-and-confident'],
    answers: ['I find out why things are slow.', 'I find out why.'],
    recalls: ['humble-and-confident 1'],
  });
  expect(ofEverybody(playground)).toHaveLength(1);
  playground.faults.clear();
  await ann.run('/lesson progress');
  expect(ann.reads()).toContain('How far you are');
}

const first = /\/callback$/;
const every = lessonStory.length;

describe('Ann works through a lesson, and at every step the first answer', () => {
  const absorbed = {
    'meets a server error': { kind: 'error', status: 502 },
    'meets more server errors than discord.js puts up with': { kind: 'error', times: 6 },
    'is cut off before it arrives': { kind: 'reset' },
    'is cut off twice': { kind: 'reset', times: 2 },
    'arrives, but nobody hears of it': { kind: 'lost' },
    'is slow': { kind: 'slow', ms: 100 },
  } as const;

  test.each(Object.entries(absorbed))('%s: she is answered each time, and each thing counts once', async (_, fault) => {
    const { faults } = world.playground;
    expect(await tell(() => faults.rest({ path: first, ...fault }))).toBe(0);
    expect(faults.struck.length).toBeGreaterThanOrEqual(every);
    await expectAllWell();
  });
});

describe('Ann works through a lesson, and some of the first answers', () => {
  test('are told to come back later: she waits a second', async () => {
    const { faults } = world.playground;
    const limited = { path: first, kind: 'limited', ms: 300 } as const;
    expect(await tell((step) => (step % 4 === 1 ? faults.rest(limited) : undefined))).toBe(0);
    expect(faults.struck).toHaveLength(4);
    await expectAllWell();
  });

  test('come when Discord has given up: she sees it, does it once more, and each thing counts once', async () => {
    const { faults } = world.playground;
    const wrongs = new Map([
      [7, { kind: 'limited', ms: 4_000 } as const],
      [13, { kind: 'slow', ms: 3_300 } as const],
    ]);
    const upset = (step: number) => {
      const wrong = wrongs.get(step);
      return wrong && faults.rest({ path: first, ...wrong });
    };
    expect(await tell(upset)).toBe(2);
    await expectAllWell();
  });
});

describe('Ann works through a lesson, and what she does', () => {
  const event = 'INTERACTION_CREATE';

  test('reaches the bot twice each time: it counts once and is answered once', async () => {
    const { faults } = world.playground;
    expect(await tell(() => faults.event({ event, kind: 'twice' }))).toBe(0);
    expect(faults.struck.length).toBeGreaterThanOrEqual(every);
    await expectAllWell();
  });

  test('reaches the bot late each time: she is answered all the same', async () => {
    const { faults } = world.playground;
    expect(await tell(() => faults.event({ event, kind: 'late', ms: 100 }))).toBe(0);
    expect(faults.struck.length).toBeGreaterThanOrEqual(every);
    await expectAllWell();
  });

  test('reaches the bot when Discord has given up, or never: she does it once more, and nothing is kept twice', async () => {
    const { faults } = world.playground;
    const kinds = new Map([
      [5, 'late'],
      [7, 'late'],
      [13, 'lost'],
      [14, 'late'],
      [15, 'late'],
    ] as const);
    const upset = (step: number) => {
      const kind = kinds.get(step as 5);
      return kind && faults.event({ event, kind, ms: 3_100 });
    };
    expect(await tell(upset)).toBe(5);
    await expectAllWell();
  }, 40_000);

  test('falls into a connection that drops, is asked to begin again or is declared invalid: once more is enough', async () => {
    const { gateway } = world.playground;
    const upsets = new Map([
      [1, () => gateway.drop()],
      [5, () => gateway.askToReconnect()],
      [7, () => gateway.invalidate(true)],
      [10, () => gateway.drop(4_000)],
      [13, () => gateway.invalidate(false)],
    ]);
    expect(await tell((step) => upsets.get(step)?.())).toBeLessThanOrEqual(2 * upsets.size);
    await expectAllWell();
  }, 60_000);
});

test('rate limits of every kind are on, and the bot may ask for one thing a second: the lesson goes on', async () => {
  const { playground } = world;
  await world.app.stop();
  playground.limits.set({ on: true, global: 1 });
  await world.start();
  expect(await tell(() => undefined)).toBe(0);
  expect(playground.limits.refused()).toBeGreaterThan(0);
  playground.limits.set({ on: false });
  await expectAllWell();
});
