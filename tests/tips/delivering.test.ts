import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { annId, general, type Hosted, openHosted } from './hosted.ts';

let world: Hosted;
beforeEach(async () => {
  world = await openHosted();
});
afterEach(() => world.close());

describe('on a good day', () => {
  test('a tip comes at its time, not before, once, and silently unless a role was chosen', async () => {
    await world.after({ minutes: 29 });
    expect(world.posts()).toEqual([]);
    await world.after({ minutes: 1 });
    await world.after({ minutes: 1 });
    await world.after({ hours: 3 });
    expect(world.posts()).toHaveLength(1);
    expect(world.posts()[0]?.pings).toEqual([]);
    expect(await world.states()).toEqual(['2026-03-02 sent']);
  });

  test('200 days bring 200 different tips', async () => {
    await world.after({ minutes: 30 });
    for (let day = 1; day < 200; day += 1) await world.after({ hours: 24 });
    expect(world.posts()).toHaveLength(200);
    expect(new Set((await world.deliveries()).map(({ tip }) => tip)).size).toBe(200);
  }, 30_000);

  test('a clock that is set back brings nothing again', async () => {
    await world.after({ hours: 1 });
    await world.after({ hours: -1 });
    await world.after({ hours: -24 });
    await world.after({ hours: 25 });
    expect(world.posts()).toHaveLength(1);
  });

  test('a host who moves time and zone gets no second tip on one day', async () => {
    await world.after({ hours: 1 });
    await world.ann.press('Change time');
    await world.ann.fill({ time: '11:00', zone: 'UTC' });
    await world.after({ hours: 2 });
    await world.ann.press('Change time');
    await world.ann.fill({ time: '23:30', zone: 'Pacific/Kiritimati' });
    await world.after({ hours: 1 });
    expect(world.posts()).toHaveLength(1);
    await world.after({ hours: 48 });
    expect((await world.deliveries()).filter(({ state }) => state === 'sent').length).toBeLessThanOrEqual(3);
  });

  test('only chosen weekdays have one', async () => {
    await world.ann.choose('On which days?', 'Tuesday', 'Thursday');
    await world.after({ minutes: 30 });
    for (let day = 0; day < 7; day += 1) await world.after({ hours: 24 });
    expect(await world.states()).toEqual(['2026-03-03 sent', '2026-03-05 sent']);
  });
});

describe('when the bot was down', () => {
  test('for some hours, today’s tip comes late, and only today’s', async () => {
    await world.after({ hours: 24 * 3 + 5 });
    expect(world.posts()).toHaveLength(1);
    expect(await world.states()).toEqual([
      '2026-03-02 skipped',
      '2026-03-03 skipped',
      '2026-03-04 skipped',
      '2026-03-05 sent',
    ]);
  });

  test('for longer, the day is skipped, and the host can see it', async () => {
    await world.after({ hours: 8 });
    expect(world.posts()).toEqual([]);
    expect(await world.list()).toContain('2026-03-02: skipped, the bot was down');
    await world.after({ hours: 17 });
    expect(world.posts()).toHaveLength(1);
  });
});

describe('when nobody knows what became of a post', () => {
  test('it is sent again under its name within two minutes, which is one message', async () => {
    world.outbox.weather(general, 'unknown, posted');
    await world.after({ minutes: 30 });
    expect(await world.states()).toEqual(['2026-03-02 sending']);
    world.outbox.clear(general);
    await world.after({ seconds: 20 });
    expect(world.posts()).toHaveLength(1);
    expect(await world.states()).toEqual(['2026-03-02 sent']);
  });

  test('later the bot looks first: what is there is not sent again', async () => {
    world.outbox.weather(general, 'unknown, posted');
    await world.after({ minutes: 30 });
    world.outbox.clear(general);
    world.outbox.forgetNonces();
    const before = world.outbox.attempts();
    await world.after({ minutes: 10 });
    expect(world.posts()).toHaveLength(1);
    expect(world.outbox.attempts()).toBe(before);
    expect(await world.states()).toEqual(['2026-03-02 sent']);
  });

  test('nor is it called missed when its time ran out meanwhile', async () => {
    await world.ann.press('Change time');
    await world.ann.fill({ time: '22:00', zone: 'UTC' });
    world.outbox.weather(general, 'unknown, posted');
    await world.after({ hours: 13, minutes: 14, seconds: 50 });
    world.outbox.clear(general);
    await world.after({ seconds: 20 });
    expect(world.posts()).toHaveLength(1);
    expect(await world.states()).toEqual(['2026-03-02 sent']);
  });

  test('what is not there is sent', async () => {
    world.outbox.weather(general, 'unknown, lost');
    await world.after({ minutes: 30 });
    world.outbox.clear(general);
    await world.after({ minutes: 10 });
    expect(world.posts()).toHaveLength(1);
    expect(await world.states()).toEqual(['2026-03-02 sent']);
  });

  test('where it may not look, it does not repeat and says so', async () => {
    world.outbox.weather(general, 'unknown, posted');
    world.outbox.standings.set(general, {
      may: PermissionFlagsBits.SendMessages,
      isThread: false,
      mentionable: new Set(),
      seenBy: new Set(),
    });
    await world.after({ minutes: 30 });
    world.outbox.clear(general);
    await world.after({ minutes: 10 });
    expect(world.posts()).toHaveLength(1);
    expect(await world.states()).toEqual(['2026-03-02 unsure']);
    expect(await world.list()).toContain('2026-03-02: perhaps posted, so not repeated.');
  });

  test('a network that is down for an hour costs nothing: the tip comes when it is back', async () => {
    world.outbox.weather(general, 'unreached');
    for (let minute = 0; minute < 60; minute += 5) await world.after({ minutes: 5 });
    world.outbox.clear(general);
    for (let minute = 0; minute < 15; minute += 5) await world.after({ minutes: 5 });
    expect(world.posts()).toHaveLength(1);
    expect(world.told()).toEqual([]);
  });
});

test('a set-up that nobody finished is forgotten after two days', async () => {
  await world.ann.run('/tips setup');
  expect(await world.rows('subscriptions')).toHaveLength(2);
  await world.schedule.tick(world.clock.now.add({ hours: 47 }));
  expect(await world.rows('subscriptions')).toHaveLength(2);
  await world.schedule.tick(world.clock.now.add({ hours: 49 }));
  expect(await world.rows('subscriptions')).toHaveLength(1);
});

test('a role that was chosen is pinged by each tip, and nobody else', async () => {
  const [one] = (await world.rows('subscriptions')) as readonly { id: string }[];
  const { message } = world.ann.control('Pause');
  const customId = `tips.role:${annId}:${one?.id}`;
  await world.select('Ann', { message, customId, values: ['500000000000000001'] });
  await world.after({ minutes: 30 });
  expect(world.posts()[0]?.pings).toEqual(['500000000000000001']);
});
