import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const general = '300000000000000001';
const annId = '100000000000000001';
const days = 'On which days?';

let world: World;
beforeEach(async () => {
  const memberMay = PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild;
  world = await openWorld({ memberMay, dice: seededDice() });
  await world.ann.run('/tips setup time:9:30 zone:UTC');
  await world.ann.press('Turn on');
});
afterEach(() => world.close());

/** It is Monday, 2 March, 09:00; nobody has looked yet what is due after this. */
const passes = (duration: Temporal.DurationLike) => void (world.clock.now = world.clock.now.add(duration));
const posts = () => world.outbox.inside(general);
const states = async () =>
  ((await world.rows('deliveries')) as readonly { day: string; state: string }[]).map(
    ({ day, state }) => `${day} ${state}`,
  );
const list = async () => {
  await world.ann.run('/tips list');
  return world.ann.reads();
};
const changesTime = async (time: string, zone = 'UTC') => {
  await world.ann.press('Change time');
  await world.ann.fill({ time, zone });
};
const choosesRole = async () => {
  const [one] = (await world.rows('subscriptions')) as readonly { id: string }[];
  const { message } = world.ann.control('Pause');
  await world.select('Ann', { message, customId: `tips.role:${annId}:${one?.id}`, values: ['500000000000000001'] });
};

describe('a host who changes tips when today’s is due and not posted yet', () => {
  test.each([
    ['topics', () => world.ann.choose('About what? (everything unless you choose)', 'Nerves')],
    ['the role', choosesRole],
    ['the days, and today stays one of them', () => world.ann.choose(days, 'Monday', 'Tuesday')],
    ['the time', () => changesTime('18:00')],
    ['the time zone', () => changesTime('9:30', 'Europe/Berlin')],
  ])('gets today’s tip all the same, and one alone: %s', async (_what, change) => {
    passes({ minutes: 32 });
    await change();
    await world.bring();
    expect(posts()).toHaveLength(1);
    passes({ hours: 12 });
    await world.bring();
    expect(posts()).toHaveLength(1);
    expect(await states()).toEqual(['2026-03-02 sent']);
  });

  test('gets it too after pressing “Turn on” on an old panel', async () => {
    const { message, customId } = world.ann.control('Pause');
    passes({ minutes: 32 });
    await world.ann.pressId(message, customId.replace('tips.pause', 'tips.start'));
    await world.bring();
    expect(posts()).toHaveLength(1);
  });

  test('gets the newly chosen topic', async () => {
    passes({ minutes: 32 });
    await world.ann.choose('About what? (everything unless you choose)', 'Staying safe');
    await world.bring();
    const [{ tip } = { tip: '' }] = (await world.rows('deliveries')) as readonly { tip: string }[];
    expect(world.content.en.tips.find(({ id }) => id === tip)?.topics).toContain('safety');
  });

  test('reads that it was skipped when today is no tip’s day any more', async () => {
    passes({ minutes: 32 });
    await world.ann.choose(days, 'Tuesday', 'Thursday');
    await world.bring();
    expect(posts()).toEqual([]);
    expect(await list()).toContain('2026-03-02: skipped, its day or time was changed before it came');
    passes({ hours: 24 });
    await world.bring();
    expect(await states()).toEqual(['2026-03-02 dropped', '2026-03-03 sent']);
  });

  test('reads that it was skipped when it is another day in the new zone', async () => {
    passes({ hours: 2 });
    await changesTime('9:30', 'Pacific/Kiritimati');
    expect(await list()).toContain('2026-03-02: skipped, its day or time was changed before it came');
  });
});

test('a host who changes the days before the bot has looked at those it was down for still sees each of them', async () => {
  passes({ hours: 24 * 2 + 12 });
  await world.ann.choose(days, 'Friday');
  await world.bring();
  expect(await states()).toEqual(['2026-03-02 skipped', '2026-03-03 skipped', '2026-03-04 skipped']);
  expect(posts()).toEqual([]);
});

test('a host who asks for the tip right after midnight gets the one that was due before it, and the next day’s as usual', async () => {
  await changesTime('23:55');
  passes({ hours: 15, minutes: 5 });
  await world.ann.run('/tips now');
  expect(await states()).toEqual(['2026-03-02 sent']);
  passes({ hours: 23, minutes: 55 });
  await world.bring();
  expect(await states()).toEqual(['2026-03-02 sent', '2026-03-03 sent']);
});

test('a tip that comes some minutes after midnight takes nothing from the new day', async () => {
  await changesTime('23:55');
  passes({ hours: 15, minutes: 5 });
  await world.bring();
  passes({ hours: 23, minutes: 55 });
  await world.bring();
  expect(await states()).toEqual(['2026-03-02 sent', '2026-03-03 sent']);
});
