import { queryObjects } from 'node:v8';
import { Client, Events, GatewayIntentBits, Guild, GuildMember, Role, TextChannel, User } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { openWireWorld } from '#tests/support/wire-world.ts';
import { endPlayground } from '#tests/support/playground.ts';

/** How many of these discord.js keeps in this process's memory. */
const kept = () =>
  Object.fromEntries(
    [Guild, TextChannel, Role, GuildMember].map((kind) => [kind.name, queryObjects(kind, { format: 'count' })]),
  );

test('of servers, channels, roles and people discord.js keeps nothing, however much happens', async () => {
  const world = await openWireWorld();
  onTestFinished(world.close);
  const { playground, ann, log } = world;
  playground.world.addGuilds(5, { channels: 4, roles: 3 });
  playground.world.addRole('The Practice Room', { name: 'Newcomers' });
  await ann.run('/lesson today');
  await log.heard(() => log.lines.filter(({ about }) => (about as { joined?: number }).joined === 1).length >= 5);
  expect(kept()).toEqual({ Guild: 0, TextChannel: 0, Role: 0, GuildMember: 0 });
  // The bot's own user is all that stays of people.
  expect(queryObjects(User, { format: 'count' })).toBeLessThanOrEqual(2);
});

test('a client without the diet keeps them, so the test above can fail', async () => {
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: playground.apiUrl } });
  onTestFinished(() => client.destroy());
  const ready = new Promise((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(playground.token);
  await ready;
  expect(kept()).toMatchObject({ Guild: 1, TextChannel: 4 });
});
