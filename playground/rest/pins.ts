import { Hono } from 'hono';
import { postMessage } from '#playground/messages/post.ts';
import { messagePayload } from '#playground/wire/message.ts';
import { Bits } from '#playground/world/permissions.ts';
import type { Channel, Message } from '#playground/world/records.ts';
import { messagesOf, timestamp, type World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { channelFor, messageFor, need } from './reach.ts';
import { part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** How many messages a channel may have pinned. */
const mostPins = 250;
const pinNotice = 6;

/** Pins, at today's address and at the one discord.js 14 still uses (Resources → Message → Pins). */
export function pinRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  routes.get('/channels/:channel/messages/pins', (c) => {
    const items = pinned(world, channelFor(world, part(c, 'channel')));
    return c.json({
      items: items.map((one) => ({ pinned_at: one.timestamp, message: messagePayload(world, one) })),
      has_more: false,
    });
  });
  routes.get('/channels/:channel/pins', (c) =>
    c.json(pinned(world, channelFor(world, part(c, 'channel'))).map((one) => messagePayload(world, one))),
  );
  for (const one of ['/channels/:channel/messages/pins/:message', '/channels/:channel/pins/:message']) {
    routes.put(one, (c) => {
      setPinned(world, c, true);
      return c.body(null, 204);
    });
    routes.delete(one, (c) => {
      setPinned(world, c, false);
      return c.body(null, 204);
    });
  }
  return routes;
}

function pinned(world: World, channel: Channel): readonly Message[] {
  return [...messagesOf(world, channel.id).values()].filter((one) => one.pinned).toReversed();
}

function setPinned(world: World, c: RestContext, value: boolean): void {
  const channel = channelFor(world, part(c, 'channel'));
  const message = messageFor(world, channel, part(c, 'message'));
  if (channel.guildId !== undefined) need(world, channel, Bits.PinMessages);
  if (value && pinned(world, channel).length >= mostPins) throw apiError('tooManyPins');
  if (message.pinned === value) return;
  message.pinned = value;
  world.happenings.emit({ kind: 'edited', channelId: channel.id, messageId: message.id });
  const data = {
    channel_id: channel.id,
    guild_id: channel.guildId,
    last_pin_timestamp: value ? timestamp(world) : null,
  };
  world.gateway.emit({ name: 'CHANNEL_PINS_UPDATE', data, guildId: channel.guildId });
  if (value)
    postMessage(world, {
      channel,
      authorId: world.application.botId,
      body: {},
      type: pinNotice,
      referenceId: message.id,
    });
}
