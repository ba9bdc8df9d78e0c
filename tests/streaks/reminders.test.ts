import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { membersIn } from '#members/store.ts';
import { en } from '#streaks/text.en.ts';
import { seededDice } from '#tests/support/dice.ts';
import { ann } from '#tests/support/incoming.ts';
import { openWorld, type World } from '#tests/support/world.ts';

// Monday, 2 March 2026, 09:00. Ann lives in UTC and wants reminders.
let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
  await practises();
  await world.ann.run('/streak me');
  await world.ann.press(en.remindMe);
});
afterEach(() => world.close());

async function practises(): Promise<void> {
  await world.ann.run('/lesson show lesson:keep-going');
  await world.ann.press('I’ve got it');
}

/** It becomes a time of a day of that March, with a look each hour on the way. */
async function becomes(day: number, time: string): Promise<void> {
  const then = Temporal.PlainDate.from({ year: 2026, month: 3, day }).toZonedDateTime({
    timeZone: 'UTC',
    plainTime: time,
  });
  while (Temporal.Instant.compare(world.clock.now, then.toInstant()) < 0) {
    const next = world.clock.now.add({ hours: 1 });
    world.clock.now = Temporal.Instant.compare(next, then.toInstant()) < 0 ? next : then.toInstant();
    await world.bring();
  }
}

const told = () => world.outbox.inside(ann.id);

describe('Ann is reminded', () => {
  test('once, in the evening of the day on which her streak would end', async () => {
    await becomes(2, '23:00');
    await becomes(3, '19:29');
    expect(told()).toEqual([]);
    await becomes(3, '19:30');
    await becomes(5, '12:00');
    expect(told()).toHaveLength(1);
    expect(JSON.stringify(told()[0]?.message)).toContain('Your streak of 1 day is open until 03:00 tonight.');
  });

  test('not when she has practised, and not when a freeze would keep it', async () => {
    for (let day = 3; day <= 8; day += 1) {
      await becomes(day, '18:00');
      await practises();
    }
    await becomes(9, '23:00'); // a freeze takes this day
    expect(told()).toEqual([]);
    await becomes(10, '20:00');
    expect(told()).toHaveLength(1);
  });

  test('in her own evening', async () => {
    await membersIn(world.database).setZone(ann.id, 'Asia/Tokyo', world.clock.now);
    await becomes(3, '08:00');
    await practises(); // 17:00 on Tuesday in Tokyo
    await becomes(4, '10:20');
    expect(told()).toEqual([]);
    await becomes(4, '10:30');
    expect(told()).toHaveLength(1);
  });

  test('once, when two processes look at the same time', async () => {
    await becomes(3, '19:00');
    world.clock.now = world.clock.now.add({ hours: 1 });
    await Promise.all([world.bring(), world.bring()]);
    expect(told()).toHaveLength(1);
  });

  test('not at night, when the bot was away in the evening', async () => {
    await becomes(3, '19:00');
    world.clock.now = world.clock.now.add({ hours: 5 });
    await world.bring();
    expect(told()).toEqual([]);
  });

  test('no more, after three that led to nothing, and the third says so', async () => {
    for (const day of [3, 6, 9, 12]) {
      await becomes(day, '21:00');
      await becomes(day + 2, '09:00');
      await practises();
    }
    expect(told()).toHaveLength(3);
    expect(told().map(({ message }) => JSON.stringify(message).includes('This is the last reminder.'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(await world.rows('reminders')).toEqual([]);
  });

  test('on and on, as long as she practises after them', async () => {
    for (const day of [3, 4, 5, 6, 7]) {
      await becomes(day, '20:00');
      await practises();
    }
    expect(told()).toHaveLength(5);
  });

  test('no more when her direct messages are closed, without fuss', async () => {
    world.outbox.weather(ann.id, 'closed');
    await becomes(3, '20:00');
    expect(await world.rows('reminders')).toEqual([]);
    await becomes(3, '23:00');
    expect(world.outbox.attempts()).toBe(1);
  });

  test('a little later when Discord could not be reached', async () => {
    world.outbox.weather(ann.id, 'unreached');
    await becomes(3, '19:30');
    world.outbox.clear(ann.id);
    await becomes(3, '21:00');
    expect(told()).toHaveLength(1);
  });

  test('no more once she says so', async () => {
    await world.ann.run('/streak me');
    await world.ann.press(en.remindNoMore);
    await becomes(3, '22:00');
    expect(told()).toEqual([]);
  });
});
