import { ChannelType } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { channelChange, newChannel, overwriteChange, threadChange } from '#playground/rules/places.ts';
import { channelPayload } from '#playground/wire/channel.ts';
import { addChannel, channelChanged, deleteChannel, nameFor } from '#playground/world/channels.ts';
import { Bits, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel, Json, Overwrite } from '#playground/world/records.ts';
import { isThread, type ThreadChannel } from '#playground/world/threads.ts';
import { timestamp, type World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { channelFor, guildFor, mayPost, need } from './reach.ts';
import { bodyOf, check, part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Channels and their overwrites (Resources → Channel; Guild → Create Guild Channel). */
export function channelRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  const one = '/channels/:channel';
  const overwrite = `${one}/permissions/:target`;
  routes.get(one, (c) => c.json(channelPayload(world, channelFor(world, part(c, 'channel')))));
  routes.post('/guilds/:guild/channels', (c) => c.json(channelPayload(world, create(rest, c)), 201));
  routes.patch(one, (c) => c.json(channelPayload(world, change(rest, c))));
  routes.delete(one, (c) => c.json(remove(world, channelFor(world, part(c, 'channel')))));
  routes.post(`${one}/typing`, (c) => {
    mayPost(world, channelFor(world, part(c, 'channel')));
    return c.body(null, 204);
  });
  routes.put(overwrite, (c) => {
    const channel = overwritable(world, c);
    check(rest, { find: () => overwriteChange(bodyOf(c), []) });
    setOverwrite(world, channel, overwriteFrom({ ...bodyOf(c), id: part(c, 'target') }));
    return c.body(null, 204);
  });
  routes.delete(overwrite, (c) => {
    const channel = overwritable(world, c);
    if (!channel.overwrites.some((each) => each.id === part(c, 'target'))) throw apiError('unknownOverwrite');
    channel.overwrites = channel.overwrites.filter((each) => each.id !== part(c, 'target'));
    channelChanged(world, channel);
    return c.body(null, 204);
  });
  return routes;
}

function create(rest: Rest, c: RestContext): Channel {
  const { world } = rest;
  const guild = guildFor(world, part(c, 'guild'));
  const body = bodyOf(c);
  check(rest, { find: () => newChannel(body, []), spec: [['channel', body]] });
  const anyChannel = [...guild.channelIds].flatMap((id) => world.channels.get(id) ?? [])[0];
  if (anyChannel !== undefined) need(world, anyChannel, Bits.ManageChannels);
  const overwrites = (Array.isArray(body['permission_overwrites']) ? body['permission_overwrites'] : []).map(
    (each: Json) => overwriteFrom(each),
  );
  const type = Number(body['type'] ?? ChannelType.GuildText);
  const parentId = typeof body['parent_id'] === 'string' ? body['parent_id'] : null;
  const topic = typeof body['topic'] === 'string' ? body['topic'] : null;
  return addChannel(world, { guildId: guild.id, type, name: String(body['name']), overwrites, parentId, topic });
}

function change(rest: Rest, c: RestContext): Channel {
  const { world } = rest;
  const channel = channelFor(world, part(c, 'channel'));
  const body = bodyOf(c);
  if (channel.guildId === undefined) throw apiError('notOnADm');
  check(rest, {
    find: () => (isThread(channel) ? threadChange : channelChange)(body, []),
    spec: [[isThread(channel) ? 'threadChange' : 'channelChange', body]],
  });
  if (isThread(channel)) changeThread(world, channel, body);
  else changeChannel(world, channel, body);
  if (typeof body['name'] === 'string') channel.name = nameFor(channel.type, body['name']);
  if (typeof body['rate_limit_per_user'] === 'number') channel.slowmodeSeconds = body['rate_limit_per_user'];
  channelChanged(world, channel);
  return channel;
}

function changeChannel(world: World, channel: Channel, body: Json): void {
  need(world, channel, Bits.ManageChannels);
  if (body['topic'] !== undefined) channel.topic = typeof body['topic'] === 'string' ? body['topic'] : null;
  if (typeof body['position'] === 'number') channel.position = body['position'];
  if (!Array.isArray(body['permission_overwrites'])) return;
  need(world, channel, Bits.ManageRoles);
  channel.overwrites = body['permission_overwrites'].map((one: Json) => overwriteFrom(one));
}

/** An archived thread takes no change but being revived; its maker may rename and archive, locking takes MANAGE_THREADS. */
function changeThread(world: World, channel: ThreadChannel, body: Json): void {
  const { thread } = channel;
  if (thread.archived && body['archived'] !== false) throw apiError('archivedThread');
  const { botId } = world.application;
  const revives = thread.archived && !thread.locked && Object.keys(body).every((key) => key === 'archived');
  const locks = body['locked'] !== undefined || body['rate_limit_per_user'] !== undefined;
  if (locks || (thread.ownerId !== botId && !revives)) need(world, channel, Bits.ManageThreads);
  if (typeof body['archived'] === 'boolean' && body['archived'] !== thread.archived) {
    thread.archived = body['archived'];
    thread.archivedAt = timestamp(world);
  }
  if (typeof body['locked'] === 'boolean') thread.locked = body['locked'];
  if (typeof body['invitable'] === 'boolean') thread.invitable = body['invitable'];
  if (typeof body['auto_archive_duration'] === 'number') thread.autoArchiveMinutes = body['auto_archive_duration'];
}

/** Deleting a DM only closes it. */
function remove(world: World, channel: Channel): Json {
  const payload = channelPayload(world, channel);
  if (channel.guildId === undefined) return payload;
  need(world, channel, isThread(channel) ? Bits.ManageThreads : Bits.ManageChannels);
  deleteChannel(world, channel);
  return payload;
}

function overwritable(world: World, c: RestContext): Channel {
  const channel = channelFor(world, part(c, 'channel'));
  if (channel.guildId === undefined) throw apiError('notOnADm');
  if (isThread(channel)) throw apiError('wrongChannelType');
  need(world, channel, Bits.ManageRoles);
  return channel;
}

/** Nobody gives or takes what they don't have themselves (Edit Channel Permissions). */
function setOverwrite(world: World, channel: Channel, overwrite: Overwrite): void {
  const own = permissionsIn(world, { userId: world.application.botId, channel });
  if (((overwrite.allow | overwrite.deny) & ~own) !== 0n) throw apiError('missingPermissions');
  channel.overwrites = [...channel.overwrites.filter((one) => one.id !== overwrite.id), overwrite];
  channelChanged(world, channel);
}

function overwriteFrom(body: Json): Overwrite {
  return {
    id: String(body['id']),
    type: body['type'] === 1 ? 1 : 0,
    allow: bits(body['allow']),
    deny: bits(body['deny']),
  };
}

function bits(value: unknown): bigint {
  return typeof value === 'string' || typeof value === 'number' ? BigInt(value) : 0n;
}
