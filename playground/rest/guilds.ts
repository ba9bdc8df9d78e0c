import { Hono } from 'hono';
import { guildFields, rolePayload, activeThreads } from '#playground/wire/guild.ts';
import { channelPayload } from '#playground/wire/channel.ts';
import { memberPayload } from '#playground/wire/user.ts';
import { deleteChannel } from '#playground/world/channels.ts';
import { removeBot } from '#playground/world/guilds.ts';
import { Bits } from '#playground/world/permissions.ts';
import type { Json } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { channelFor, guildFor, need } from './reach.ts';
import { part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Guilds, their channels, roles and members (Resources → Guild, Channel). */
export function guildRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  routes.get('/guilds/:guild', (c) => c.json(guildFields(guildFor(world, part(c, 'guild')))));
  routes.get('/guilds/:guild/channels', (c) =>
    c.json(
      channelsOf(world, c)
        .filter((one) => one.thread === undefined)
        .map((one) => channelPayload(world, one)),
    ),
  );
  routes.get('/guilds/:guild/threads/active', (c) =>
    c.json({
      threads: activeThreads(world, channelsOf(world, c)).map((one) => channelPayload(world, one)),
      members: [],
    }),
  );
  routes.get('/guilds/:guild/roles', (c) =>
    c.json([...guildFor(world, part(c, 'guild')).roles.values()].map(rolePayload)),
  );
  routes.get('/guilds/:guild/members/:user', (c) => c.json(member(world, c)));
  routes.delete('/users/@me/guilds/:guild', (c) => {
    removeBot(world, guildFor(world, part(c, 'guild')));
    return c.body(null, 204);
  });
  routes.get('/channels/:channel', (c) => c.json(channelPayload(world, channelFor(world, part(c, 'channel')))));
  routes.delete('/channels/:channel', (c) => {
    const channel = channelFor(world, part(c, 'channel'));
    const payload = channelPayload(world, channel);
    need(world, channel, channel.thread === undefined ? Bits.ManageChannels : Bits.ManageThreads);
    deleteChannel(world, channel);
    return c.json(payload);
  });
  return routes;
}

function channelsOf(world: World, c: RestContext): ReturnType<typeof channelFor>[] {
  return [...guildFor(world, part(c, 'guild')).channelIds].flatMap((id) => world.channels.get(id) ?? []);
}

function member(world: World, c: RestContext): Json {
  const guild = guildFor(world, part(c, 'guild'));
  const id = part(c, 'user') === '@me' ? world.application.botId : part(c, 'user');
  const found = guild.members.get(id);
  const user = world.users.get(id);
  if (user === undefined) throw apiError('unknownUser');
  if (found === undefined) throw apiError('unknownMember');
  return memberPayload(found, user);
}
