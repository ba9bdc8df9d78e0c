import { ChannelType } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { changeMessage } from '#playground/messages/change.ts';
import { newThread, newThreadFromMessage } from '#playground/rules/places.ts';
import { flag } from '#playground/wire/message.ts';
import { channelPayload, threadMemberPayload } from '#playground/wire/channel.ts';
import { memberPayload } from '#playground/wire/user.ts';
import { Bits } from '#playground/world/permissions.ts';
import type { Channel, Json } from '#playground/world/records.ts';
import { isThread, startThread } from '#playground/world/threads.ts';
import type { World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { channelFor, messageFor, need } from './reach.ts';
import { bodyOf, check, part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Starting and listing threads (Resources → Channel). */
export function threadRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  routes.post('/channels/:channel/threads', (c) => c.json(channelPayload(world, start(rest, c)), 201));
  routes.post('/channels/:channel/messages/:message/threads', (c) =>
    c.json(channelPayload(world, startFromMessage(rest, c)), 201),
  );
  routes.get('/channels/:channel/threads/archived/public', (c) => c.json(archived(world, c, ChannelType.PublicThread)));
  routes.get('/channels/:channel/threads/archived/private', (c) => {
    need(world, channelFor(world, part(c, 'channel')), Bits.ManageThreads);
    return c.json(archived(world, c, ChannelType.PrivateThread));
  });
  routes.get('/channels/:channel/users/@me/threads/archived/private', (c) => {
    const own = (one: Channel): boolean => one.thread?.members.has(world.application.botId) === true;
    return c.json(archived(world, c, ChannelType.PrivateThread, own));
  });
  return routes;
}

/** Without a type Discord makes a private thread (Start Thread without Message). */
function start(rest: Rest, c: RestContext): Channel {
  const { world } = rest;
  const parent = channelFor(world, part(c, 'channel'));
  const body = bodyOf(c);
  check(rest, { find: () => newThread(body, []), spec: [['thread', body]] });
  if (parent.type !== (ChannelType.GuildText as number)) throw apiError('wrongChannelType');
  const type = Number(body['type'] ?? ChannelType.PrivateThread);
  const permission =
    type === (ChannelType.PrivateThread as number) ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads;
  need(world, parent, permission);
  return startThread(world, { ...common(world, parent, body), type, invitable: body['invitable'] !== false });
}

function startFromMessage(rest: Rest, c: RestContext): Channel {
  const { world } = rest;
  const parent = channelFor(world, part(c, 'channel'));
  const message = messageFor(world, parent, part(c, 'message'));
  const body = bodyOf(c);
  const { type: _overlooked, ...described } = body;
  check(rest, { find: () => newThreadFromMessage(body, []), spec: [['threadFromMessage', described]] });
  need(world, parent, Bits.CreatePublicThreads);
  if (world.channels.has(message.id)) throw apiError('threadAlreadyExists');
  const thread = startThread(world, {
    ...common(world, parent, body),
    type: ChannelType.PublicThread,
    messageId: message.id,
  });
  const edited = message.editedTimestamp;
  message.flags |= flag.hasThread;
  changeMessage(world, { message, body: {} });
  message.editedTimestamp = edited;
  return thread;
}

function common(
  world: World,
  parent: Channel,
  body: Json,
): { parent: Channel; ownerId: string; name: string; autoArchiveMinutes: number } {
  const minutes = body['auto_archive_duration'];
  return {
    parent,
    ownerId: world.application.botId,
    name: String(body['name']),
    autoArchiveMinutes: typeof minutes === 'number' ? minutes : 1440,
  };
}

type Filter = (channel: Channel) => boolean;

function archived(world: World, c: RestContext, ...[type, fits = () => true]: readonly [number, Filter?]): Json {
  const parent = channelFor(world, part(c, 'channel'));
  const { botId } = world.application;
  const threads = [...world.channels.values()].filter(
    (one) => one.parentId === parent.id && one.type === type && one.thread?.archived === true && fits(one),
  );
  const mine = threads.filter((one) => one.thread?.members.has(botId) === true);
  return {
    threads: threads.map((one) => channelPayload(world, one)),
    members: mine.map((one) => threadMemberPayload(one, botId)),
    has_more: false,
  };
}

/** A thread member, with the guild member when `with_member` asks for it. */
export function threadMember(
  world: World,
  channel: Channel,
  asked: { readonly userId: string; readonly whole: boolean },
): Json {
  const { userId, whole } = asked;
  if (!isThread(channel) || !channel.thread.members.has(userId)) throw apiError('unknownMember');
  const member = world.guilds.get(channel.guildId ?? '')?.members.get(userId);
  const user = world.users.get(userId);
  const inside = whole && member !== undefined && user !== undefined ? { member: memberPayload(member, user) } : {};
  return { ...threadMemberPayload(channel, userId), ...inside };
}
