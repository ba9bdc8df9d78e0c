import { Hono } from 'hono';
import { changeMessage, removeMessage } from '#playground/messages/change.ts';
import { postMessage } from '#playground/messages/post.ts';
import { editFlags, plainFlags, postKeys } from '#playground/rules/messages.ts';
import { invalidField } from '#playground/rules/problem.ts';
import { isObject } from '#playground/rules/shape.ts';
import { isSnowflake } from '#playground/snowflake.ts';
import { messagePayload } from '#playground/wire/message.ts';
import { Bits } from '#playground/world/permissions.ts';
import type { Channel, Message } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { messageBody, refuseEmpty, type Incoming } from './message-body.ts';
import { channelFor, may, mayPost, messageFor, need } from './reach.ts';
import { part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Messages of a channel (Resources → Message). */
export function messageRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  const all = '/channels/:channel/messages';
  const one = `${all}/:message`;
  routes.get(all, (c) => c.json(page(world, c).map((message) => messagePayload(world, message))));
  routes.post(all, (c) => c.json(messagePayload(world, create(rest, c))));
  routes.get(one, (c) => c.json(messagePayload(world, found(world, c).message)));
  routes.patch(one, (c) => c.json(messagePayload(world, edit(rest, c))));
  routes.delete(one, (c) => {
    const { channel, message } = found(world, c);
    if (message.authorId !== world.application.botId) need(world, channel, Bits.ManageMessages);
    removeMessage(world, message);
    return c.body(null, 204);
  });
  return routes;
}

function found(world: World, c: RestContext): { readonly channel: Channel; readonly message: Message } {
  const channel = channelFor(world, part(c, 'channel'));
  return { channel, message: messageFor(world, channel, part(c, 'message')) };
}

/** Newest first, at most `limit` (1–100, 50), before, after or around a message. Without READ_MESSAGE_HISTORY: none. */
function page(world: World, c: RestContext): readonly Message[] {
  const channel = channelFor(world, part(c, 'channel'));
  const limit = Number(c.req.query('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidField(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  }
  if (channel.guildId !== undefined && !may(world, channel, Bits.ReadMessageHistory)) return [];
  const { before, after, around } = c.req.query();
  const messages = [...messagesOf(world, channel.id).values()].filter((one) => one.viewerId === undefined);
  if (isSnowflake(around)) {
    const at = messages.findIndex((one) => BigInt(one.id) >= BigInt(around));
    const from = Math.max(0, (at < 0 ? messages.length : at) - Math.floor(limit / 2));
    return messages.slice(from, from + limit).toReversed();
  }
  if (isSnowflake(after))
    return messages
      .filter((one) => BigInt(one.id) > BigInt(after))
      .slice(0, limit)
      .toReversed();
  return messages
    .filter((one) => !isSnowflake(before) || BigInt(one.id) < BigInt(before))
    .slice(-limit)
    .toReversed();
}

function create(rest: Rest, c: RestContext): Message {
  const { world } = rest;
  const channel = channelFor(world, part(c, 'channel'));
  const incoming = messageBody(rest, c, { settable: plainFlags, extra: postKeys, spec: 'post' });
  mayPost(world, channel);
  if (channel.guildId !== undefined) need(world, channel, alsoNeeded(incoming));
  refuseEmpty(incoming);
  return again(world, incoming) ?? written(world, channel, incoming);
}

/** Files, embeds and replies each take their own permission. */
function alsoNeeded({ body, uploads }: Incoming): bigint {
  const files = uploads.length > 0 ? Bits.AttachFiles : 0n;
  const embeds = (body.embeds ?? []).length > 0 ? Bits.EmbedLinks : 0n;
  return files | embeds | (isObject(body['message_reference']) ? Bits.ReadMessageHistory : 0n);
}

/** How long a nonce is remembered, in milliseconds. Discord says "a few minutes". */
const nonceLivesMs = 3 * 60 * 1000;

/** With `enforce_nonce`, the message of this author, in whatever channel, that has this nonce (Resources → Message → Create Message). */
function again(world: World, { body }: Incoming): Message | undefined {
  const { nonce } = body;
  if (nonce === undefined || nonce === null || body['enforce_nonce'] !== true) return undefined;
  const known = world.nonces.get(String(nonce));
  if (known === undefined || world.clock.now() - known.at > nonceLivesMs) return undefined;
  return messagesOf(world, known.channelId).get(known.messageId);
}

function written(world: World, channel: Channel, incoming: Incoming): Message {
  const { body, uploads } = incoming;
  const reference = body['message_reference'];
  const referenceId = isObject(reference) ? String(reference['message_id']) : undefined;
  const lost = referenceId !== undefined && !messagesOf(world, channel.id).has(referenceId);
  if (lost && isObject(reference) && reference['fail_if_not_exists'] !== false) {
    throw invalidField(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  }
  if (channel.thread?.archived === true) channel.thread.archived = false;
  const post = { channel, authorId: world.application.botId, body, uploads };
  const message = postMessage(world, lost || referenceId === undefined ? post : { ...post, type: 19, referenceId });
  if (body.nonce !== undefined && body.nonce !== null) {
    world.nonces.set(String(body.nonce), {
      messageId: message.id,
      channelId: channel.id,
      at: world.clock.now(),
    });
  }
  return message;
}

function edit(rest: Rest, c: RestContext): Message {
  const { channel, message } = found(rest.world, c);
  if (message.authorId !== rest.world.application.botId) throw apiError('othersMessage');
  if (channel.thread?.archived === true) throw apiError('archivedThread');
  const incoming = messageBody(rest, c, { settable: editFlags, message, spec: 'edit' });
  refuseEmpty(incoming, message);
  changeMessage(rest.world, { message, ...incoming });
  return message;
}
