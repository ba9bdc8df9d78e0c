import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const general = '300000000000000001';
const second = '300000000000000005';
const annId = '100000000000000001';

let world: World;
beforeEach(async () => {
  const memberMay = PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild;
  world = await openWorld({ memberMay, dice: seededDice() });
  await setUp(general);
});
afterEach(() => world.close());

/** Ann turns on tips at 09:30 UTC and wants to hear of trouble. It is Monday, 09:00. */
async function setUp(channel: string, more = ''): Promise<void> {
  await world.ann.run(`/tips setup channel:${channel} time:9:30 zone:UTC${more}`);
  await world.ann.press('Write to me if it fails');
  await world.ann.press('Turn on');
}

/** The clock moves on, and the alarm rings. */
async function after(duration: Temporal.DurationLike): Promise<void> {
  world.clock.now = world.clock.now.add(duration);
  await world.bring();
}

const posts = (channel = general) => world.outbox.inside(channel);
const told = () => world.outbox.inside(annId).map(({ message }) => JSON.stringify(message));

type Row = { readonly day: string; readonly part: number; readonly state: string; readonly tip: string | null };
const deliveries = async () => (await world.rows('deliveries')) as readonly Row[];
const states = async () => (await deliveries()).map(({ day, state }) => `${day} ${state}`);
const list = async () => {
  await world.ann.run('/tips list');
  return world.ann.reads();
};

describe('on a good day', () => {
  test('a tip comes at its time, not before, once, and silently unless a role was chosen', async () => {
    await after({ minutes: 29 });
    expect(posts()).toEqual([]);
    await after({ minutes: 1 });
    await after({ minutes: 1 });
    await after({ hours: 3 });
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.pings).toEqual([]);
    expect(await states()).toEqual(['2026-03-02 sent']);
  });

  test('200 days bring 200 different tips', async () => {
    await after({ minutes: 30 });
    for (let day = 1; day < 200; day += 1) await after({ hours: 24 });
    expect(posts()).toHaveLength(200);
    expect(new Set((await deliveries()).map(({ tip }) => tip)).size).toBe(200);
  }, 30_000);

  test('a clock that is set back brings nothing again', async () => {
    await after({ hours: 1 });
    await after({ hours: -1 });
    await after({ hours: -24 });
    await after({ hours: 25 });
    expect(posts()).toHaveLength(1);
  });

  test('a host who moves time and zone gets no second tip on one day', async () => {
    await after({ hours: 1 });
    await world.ann.press('Change time');
    await world.ann.fill({ time: '11:00', zone: 'UTC' });
    await after({ hours: 2 });
    await world.ann.press('Change time');
    await world.ann.fill({ time: '23:30', zone: 'Pacific/Kiritimati' });
    await after({ hours: 1 });
    expect(posts()).toHaveLength(1);
    await after({ hours: 48 });
    expect((await deliveries()).filter(({ state }) => state === 'sent').length).toBeLessThanOrEqual(3);
  });

  test('only chosen weekdays have one', async () => {
    await world.ann.choose('On which days?', 'Tuesday', 'Thursday');
    await after({ minutes: 30 });
    for (let day = 0; day < 7; day += 1) await after({ hours: 24 });
    expect(await states()).toEqual(['2026-03-03 sent', '2026-03-05 sent']);
  });
});

describe('when the bot was down', () => {
  test('for some hours, today’s tip comes late, and only today’s', async () => {
    await after({ hours: 24 * 3 + 5 });
    expect(posts()).toHaveLength(1);
    expect(await states()).toEqual([
      '2026-03-02 skipped',
      '2026-03-03 skipped',
      '2026-03-04 skipped',
      '2026-03-05 sent',
    ]);
  });

  test('for longer, the day is skipped, and the host can see it', async () => {
    await after({ hours: 8 });
    expect(posts()).toEqual([]);
    expect(await list()).toContain('2026-03-02: skipped, the bot was down');
    await after({ hours: 17 });
    expect(posts()).toHaveLength(1);
  });
});

describe('when nobody knows what became of a post', () => {
  test('it is sent again under its name within two minutes, which is one message', async () => {
    world.outbox.weather(general, 'unknown, posted');
    await after({ minutes: 30 });
    expect(await states()).toEqual(['2026-03-02 sending']);
    world.outbox.clear(general);
    await after({ seconds: 20 });
    expect(posts()).toHaveLength(1);
    expect(await states()).toEqual(['2026-03-02 sent']);
  });

  test('later the bot looks first: what is there is not sent again', async () => {
    world.outbox.weather(general, 'unknown, posted');
    await after({ minutes: 30 });
    world.outbox.clear(general);
    world.outbox.forgetNonces();
    const before = world.outbox.attempts();
    await after({ minutes: 10 });
    expect(posts()).toHaveLength(1);
    expect(world.outbox.attempts()).toBe(before);
    expect(await states()).toEqual(['2026-03-02 sent']);
  });

  test('nor is it called missed when its time ran out meanwhile', async () => {
    await world.ann.press('Change time');
    await world.ann.fill({ time: '22:00', zone: 'UTC' });
    world.outbox.weather(general, 'unknown, posted');
    await after({ hours: 13, minutes: 14, seconds: 50 });
    world.outbox.clear(general);
    await after({ seconds: 20 });
    expect(posts()).toHaveLength(1);
    expect(await states()).toEqual(['2026-03-02 sent']);
  });

  test('what is not there is sent', async () => {
    world.outbox.weather(general, 'unknown, lost');
    await after({ minutes: 30 });
    world.outbox.clear(general);
    await after({ minutes: 10 });
    expect(posts()).toHaveLength(1);
    expect(await states()).toEqual(['2026-03-02 sent']);
  });

  test('where it may not look, it does not repeat and says so', async () => {
    world.outbox.weather(general, 'unknown, posted');
    world.outbox.standings.set(general, {
      may: PermissionFlagsBits.SendMessages,
      isThread: false,
      mentionable: new Set(),
      seenBy: new Set(),
    });
    await after({ minutes: 30 });
    world.outbox.clear(general);
    await after({ minutes: 10 });
    expect(posts()).toHaveLength(1);
    expect(await states()).toEqual(['2026-03-02 unsure']);
    expect(await list()).toContain('2026-03-02: perhaps posted, so not repeated.');
  });

  test('a network that is down for an hour costs nothing: the tip comes when it is back', async () => {
    world.outbox.weather(general, 'unreached');
    for (let minute = 0; minute < 60; minute += 5) await after({ minutes: 5 });
    world.outbox.clear(general);
    for (let minute = 0; minute < 15; minute += 5) await after({ minutes: 5 });
    expect(posts()).toHaveLength(1);
    expect(told()).toEqual([]);
  });
});

describe('when a channel says no', () => {
  test('the host hears of it once, the list says why, and other channels get theirs', async () => {
    await setUp(second);
    world.outbox.weather(general, 'forbidden');
    await after({ minutes: 30 });
    expect(posts(second)).toHaveLength(1);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain(`<#${general}>`);
    expect(await list()).toContain('I may not write in the channel.');
    await after({ minutes: 1 });
    await after({ minutes: 5 });
    expect(told()).toHaveLength(1);
    expect(await states()).toContain('2026-03-02 sending');
  });

  test('it is tried again in growing steps, and comes the same day when it is mended', async () => {
    world.outbox.weather(general, 'hidden');
    await after({ minutes: 30 });
    await after({ minutes: 2 });
    world.outbox.clear(general);
    await after({ minutes: 6 });
    expect(posts()).toHaveLength(1);
    expect(await list()).not.toContain('Discord said no');
  });

  test('three bad days in a row pause it; the host hears that too, and turns it on again', async () => {
    world.outbox.weather(general, 'forbidden');
    for (let day = 0; day < 4; day += 1) {
      for (const hours of [1, 1, 1, 1, 2, 2, 4, 12]) await after({ hours });
    }
    expect(posts()).toEqual([]);
    expect(await states()).toEqual(['2026-03-02 failed', '2026-03-03 failed', '2026-03-04 failed']);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain('I paused these tips after three bad days.');
    expect(await list()).toContain('Paused: nothing could be posted on three days in a row.');
    world.outbox.clear(general);
    await world.ann.run('/tips resume');
    await after({ minutes: 30 });
    expect(posts()).toHaveLength(1);
    expect((await deliveries()).filter(({ state }) => state === 'failed').every(({ tip }) => tip === null)).toBe(true);
  });

  test('a host whose direct messages are closed is not written to again', async () => {
    world.outbox.weather(general, 'forbidden');
    world.outbox.weather(annId, 'closed');
    await after({ minutes: 30 });
    expect(await world.rows('tip_contacts')).toEqual([]);
  });

  test('a channel that is gone stops its tips, which are forgotten a month later', async () => {
    world.outbox.weather(general, 'gone');
    await after({ minutes: 30 });
    expect(await world.rows('subscriptions')).toMatchObject([{ state: 'gone', why: 'channel-gone' }]);
    expect(await list()).toContain('Stopped: the channel was deleted.');
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 29 }));
    expect(await world.rows('subscriptions')).toHaveLength(1);
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 31 }));
    for (const table of ['subscriptions', 'deliveries', 'tip_contacts'] as const)
      expect(await world.rows(table)).toEqual([]);
  });

  test('Discord’s word that a channel or server is gone stops them, too; an outage does not', async () => {
    const server = '200000000000000001';
    await world.notice({ kind: 'server-unavailable', server });
    expect(await world.rows('subscriptions')).toMatchObject([{ state: 'on' }]);
    await setUp(second);
    await world.notice({ kind: 'channel-gone', server, channel: second });
    const rows = (await world.rows('subscriptions')) as readonly { channel_id: string; why: string | null }[];
    expect(rows.find(({ channel_id: channel }) => channel === second)?.why).toBe('channel-gone');
    await world.notice({ kind: 'server-left', server });
    expect(await world.rows('subscriptions')).toMatchObject([{ why: 'server-left' }, { why: 'channel-gone' }]);
    await after({ hours: 24 });
    expect(posts()).toEqual([]);
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
  await after({ minutes: 30 });
  expect(posts()[0]?.pings).toEqual(['500000000000000001']);
});
