import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock } from '#playground/clock.ts';
import { startPlayground, type Playground } from '#playground/start.ts';
import { madeAt } from '#playground/snowflake.ts';
import { endPlayground } from '#tests/support/playground.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await endPlayground(playground);
});

const served = async (): Promise<unknown> => await (await fetch(`${playground.url}/clock`)).json();

test('product time is machine time plus an offset that can go both ways', () => {
  const clock = movableClock(() => 1000);
  clock.setOffset(500);
  expect([clock.now(), clock.offsetMs()]).toEqual([1500, 500]);
  clock.setOffset(-500);
  expect(clock.now()).toBe(500);
});

test('the offset is served at /clock', async () => {
  expect(await served()).toEqual({ offsetMs: 0 });
  const moved = playground.people.next((happening) => happening.kind === 'clock');
  playground.clock.setOffset(3_600_000);
  await moved;
  expect(await served()).toEqual({ offsetMs: 3_600_000 });
  playground.clock.setOffset(0);
});

test('messages carry product time, in their timestamp and in their id', () => {
  const ann = playground.people.named('ann').id;
  const channelId = playground.world.channel('general').id;
  const tomorrow = Date.now() + 86_400_000;
  playground.clock.setOffset(86_400_000);
  const { id, timestamp } = playground.people.say(ann, { channelId, text: 'tomorrow' });
  playground.clock.setOffset(0);
  expect(madeAt(id)).toBeGreaterThanOrEqual(tomorrow);
  expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(tomorrow);
});
