import { Hono } from 'hono';
import { CannotDo } from '#playground/people/refusal.ts';
import { personOf } from '#playground/people/where.ts';
import { removeBot, inviteBot } from '#playground/world/guilds.ts';
import { Bits, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel } from '#playground/world/records.ts';
import { worldTools } from '#playground/world/tools.ts';
import { botIsIn, type World } from '#playground/world/world.ts';
import type { PageParts } from './app.ts';
import { bodyOf } from './body.ts';

/** What can be taken from the bot in a channel, and given back or given, as the page calls it. */
const takeable = [
  { name: 'ViewChannel', label: 'See this channel' },
  { name: 'SendMessages', label: 'Send messages' },
  { name: 'EmbedLinks', label: 'Embed links' },
  { name: 'AttachFiles', label: 'Attach files' },
  { name: 'ReadMessageHistory', label: 'Read message history' },
  { name: 'SendMessagesInThreads', label: 'Send messages in threads' },
  { name: 'CreatePrivateThreads', label: 'Create private threads' },
] as const;

/** The clock and the faults that a person at the page can cause by hand. */
export function leverRoutes(parts: PageParts): Hono {
  const { world, gateway } = parts;
  const tools = worldTools(world);
  const levers = new Hono();
  levers.put('/clock', async (c) => {
    const { offsetMs } = await bodyOf(c);
    if (!isOffset(offsetMs)) throw new CannotDo('offsetMs must be a whole number of milliseconds, at most 100 years');
    world.clock.setOffset(offsetMs);
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
    const channel = guildChannel(world, channelId);
    setPermission(world, ruling(world, channel), { permission, allowed: allowed === true });
    return c.json({});
  });
  levers.post('/faults/delete-channel', async (c) => {
    tools.deleteChannel(guildChannel(world, (await bodyOf(c))['channelId']).id);
    return c.json({});
  });
  levers.post('/faults/direct-messages', async (c) => {
    const { personId, open } = await bodyOf(c);
    tools.setDmsOpen(personOf(world, String(personId)).id, open === true);
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

/** How far the clock can be moved, in ms: nothing can be planned in the year 287396. */
const farthest = 100 * 365.25 * 24 * 60 * 60 * 1000;

const isOffset = (given: unknown): given is number =>
  Number.isSafeInteger(given) && Math.abs(given as number) <= farthest;

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
  const permissions = takeable.map(({ name, label }) => ({ name, label, allowed: (bits & Bits[name]) !== 0n }));
  return { permissions, hasBot: botIsIn(world, guild), guild: guild.name, place: ruling(world, channel).name };
}

/** Where the permissions of a channel are set: those of a thread at its parent. */
function ruling(world: World, channel: Channel): Channel {
  const parent = channel.thread === undefined ? undefined : world.channels.get(channel.parentId ?? '');
  return parent ?? channel;
}

/** An overwrite for the bot itself, which stands above those of its roles. */
function setPermission(
  world: World,
  channel: Channel,
  wish: { readonly permission: unknown; readonly allowed: boolean },
): void {
  const name = takeable.find((one) => one.name === wish.permission)?.name;
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
