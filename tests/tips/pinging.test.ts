import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';

let world: WireWorld;
beforeEach(async () => {
  world = await openWireWorld();
});
afterEach(() => world.close());

/** Hana turns on tips at 09:30 UTC, in #general; it is Monday, 09:00. */
async function setUp(role?: string): Promise<void> {
  await world.hana.run('/tips setup time:9:30 zone:UTC');
  if (role !== undefined) await world.hana.choose('Ping a role? (none unless you choose)', role);
  await world.hana.press('Turn on');
}

/** The tip of the day, as soon as everybody sees it. */
async function tip() {
  const { state, world: places } = world.playground;
  world.later({ minutes: 30 });
  await world.ann.sees('Tip of the day');
  const all = [...(state.messages.get(places.channel('general').id)?.values() ?? [])];
  return all.find(({ components }) => JSON.stringify(components).includes('Tip of the day'));
}

test('members with the role that Hana chose are pinged by the tip, and nobody else', async () => {
  const { id: role } = world.playground.world.addRole('The Practice Room', { name: 'Daily', mentionable: true });
  await setUp(role);
  expect((await tip())?.pings).toEqual({ users: [], roles: [role], everyone: false });
});

test('a tip without a role pings nobody', async () => {
  await setUp();
  expect((await tip())?.pings).toEqual({ users: [], roles: [], everyone: false });
});
