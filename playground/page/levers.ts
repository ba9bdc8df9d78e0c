import { Hono } from 'hono';
import { CannotDo } from '#playground/people/refusal.ts';
import { removeBot, inviteBot } from '#playground/world/guilds.ts';
import { Bits, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel } from '#playground/world/records.ts';
import { worldTools } from '#playground/world/tools.ts';
import { botIsIn, type World } from '#playground/world/world.ts';
import type { PageParts } from './app.ts';
import { bodyOf } from './body.ts';

/** What can be taken from the bot in a channel, and given back or given. */
const takeable = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'SendMessagesInThreads',
  'CreatePrivateThreads',
] as const;

/** The clock and the faults that a person at the page can cause by hand. */
export function leverRoutes(parts: PageParts): Hono {
  const { world, gateway } = parts;
  const tools = worldTools(world);
  const levers = new Hono();
  levers.put('/clock', async (c) => {
    const { offsetMs } = await bodyOf(c);
    world.clock.setOffset(typeof offsetMs === 'number' ? offsetMs : 0);
    world.happenings.emit({ kind: 'clock' });
    return c.json({ offsetMs: world.clock.offsetMs() });
  });
  levers.get('/faults/:channel', (c) => c.json(stateAt(world, c.req.param('channel'))));
  levers.post('/faults/drop-gateway', (c) => {
    gateway.drop();
    return c.json({});
  });
  levers.post('/faults/next-answer', async (c) => {
    failNext(parts, (await bodyOf(c))['how']);
    return c.json({});
  });
  levers.post('/faults/permission', async (c) => {
    const { channelId, permission, allowed } = await bodyOf(c);
    setPermission(world, guildChannel(world, channelId), { permission, allowed: allowed === true });
    return c.json({});
  });
  levers.post('/faults/delete-channel', async (c) => {
    tools.deleteChannel(guildChannel(world, (await bodyOf(c))['channelId']).id);
    return c.json({});
  });
  levers.post('/faults/direct-messages', async (c) => {
    const { personId, open } = await bodyOf(c);
    tools.setDmsOpen(String(personId), open === true);
    return c.json({});
  });
  levers.post('/faults/bot-membership', async (c) => {
    const guild = tools.guild(guildChannel(world, (await bodyOf(c))['channelId']).guildId ?? '');
    if (botIsIn(world, guild)) removeBot(world, guild);
    else inviteBot(world, guild);
    return c.json({});
  });
  return levers;
}

/** What can happen to the next thing that somebody does, and to the bot's answer to it. */
function failNext({ world, faults }: PageParts, how: unknown): void {
  const callback = /^\/interactions\/\d+\/[^/]+\/callback$/;
  // The bot's client tries again after an error, so the fault lasts until this one exchange is over.
  const arm = {
    refused: () => faults.rest({ path: callback, kind: 'error', times: 20 }),
    'cut off': () => faults.rest({ path: callback, kind: 'lost', times: 1 }),
    slow: () => faults.rest({ path: callback, kind: 'slow', ms: 2000, times: 1 }),
    unheard: () => faults.event({ event: 'INTERACTION_CREATE', kind: 'lost' }),
    twice: () => faults.event({ event: 'INTERACTION_CREATE', kind: 'twice' }),
  };
  const chosen = Object.entries(arm).find(([name]) => name === how)?.[1];
  if (chosen === undefined) throw new CannotDo(`There is no fault "${String(how)}"`);
  const takeAway = chosen();
  const stop = world.happenings.on(({ kind }) => {
    if (kind !== 'answered' && kind !== 'failed') return;
    takeAway();
    stop();
  });
}

function stateAt(world: World, channelId: string): object {
  const channel = world.channels.get(channelId);
  const guild = world.guilds.get(channel?.guildId ?? '');
  if (channel === undefined || guild === undefined) return { permissions: [], hasBot: false };
  const bits = permissionsIn(world, { userId: world.application.botId, channel });
  const permissions = takeable.map((name) => ({ name, allowed: (bits & Bits[name]) !== 0n }));
  return { permissions, hasBot: botIsIn(world, guild), guild: guild.name };
}

/** An overwrite for the bot itself, which stands above those of its roles. */
function setPermission(
  world: World,
  channel: Channel,
  wish: { readonly permission: unknown; readonly allowed: boolean },
): void {
  const name = takeable.find((one) => one === wish.permission);
  if (name === undefined) throw new CannotDo(`There is no permission ${String(wish.permission)} to take`);
  const { botId } = world.application;
  const before = channel.overwrites.find((one) => one.id === botId) ?? { allow: 0n, deny: 0n };
  const bit = Bits[name];
  const own = wish.allowed
    ? { allow: before.allow | bit, deny: before.deny & ~bit }
    : { allow: before.allow & ~bit, deny: before.deny | bit };
  const others = channel.overwrites.filter((one) => one.id !== botId);
  worldTools(world).setOverwrites(channel.id, [...others, { id: botId, type: 1, ...own }]);
}

function guildChannel(world: World, id: unknown): Channel {
  const channel = world.channels.get(String(id));
  if (channel?.guildId === undefined) throw new CannotDo('This can only be done in a channel of a server');
  return channel;
}
