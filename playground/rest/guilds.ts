import { Hono } from 'hono';
import { guildFields, rolePayload, activeThreads } from '#playground/wire/guild.ts';
import { channelPayload, threadMemberPayload } from '#playground/wire/channel.ts';
import { memberPayload } from '#playground/wire/user.ts';
import { removeBot } from '#playground/world/guilds.ts';
import type { Channel, Json } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { guildFor } from './reach.ts';
import { part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Guilds, their channels, roles and members (Resources → Guild, Channel). */
export function guildRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  routes.get('/guilds/:guild', (c) => {
    const guild = guildFor(world, part(c, 'guild'));
    const counts = { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size };
    return c.json({ ...guildFields(guild), ...(c.req.query('with_counts') === 'true' ? counts : {}) });
  });
  routes.get('/guilds/:guild/channels', (c) =>
    c.json(
      channelsOf(world, c)
        .filter((one) => one.thread === undefined)
        .map((one) => channelPayload(world, one)),
    ),
  );
  routes.get('/guilds/:guild/threads/active', (c) => {
    const threads = activeThreads(world, channelsOf(world, c));
    const { botId } = world.application;
    const own = threads.filter((one) => one.thread?.members.has(botId) === true);
    return c.json({
      threads: threads.map((one) => channelPayload(world, one)),
      members: own.map((one) => threadMemberPayload(one, botId)),
    });
  });
  routes.get('/guilds/:guild/roles', (c) =>
    c.json([...guildFor(world, part(c, 'guild')).roles.values()].map(rolePayload)),
  );
  routes.get('/guilds/:guild/members/:user', (c) => c.json(member(world, c)));
  routes.delete('/users/@me/guilds/:guild', (c) => {
    removeBot(world, guildFor(world, part(c, 'guild')));
    return c.body(null, 204);
  });
  // The list of members takes a privileged intent, which no app has here (Guild → List Guild Members).
  routes.get('/guilds/:guild/members', (c) => {
    guildFor(world, part(c, 'guild'));
    throw apiError('missingAccess');
  });
  return routes;
}

function channelsOf(world: World, c: RestContext): readonly Channel[] {
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
