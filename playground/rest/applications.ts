import { Hono } from 'hono';
import { userPayload } from '#playground/wire/user.ts';
import { dmOf } from '#playground/world/channels.ts';
import { guildPermissions } from '#playground/world/permissions.ts';
import type { Json } from '#playground/world/records.ts';
import { botIsIn, type World } from '#playground/world/world.ts';
import { channelPayload } from '#playground/wire/channel.ts';
import { invalidField } from '#playground/rules/problem.ts';
import { object, snowflake } from '#playground/rules/shape.ts';
import { apiError } from './errors.ts';
import { bodyOf, check, part, type Rest, type RestEnv } from './request.ts';

/** The bot itself: gateway address, application, user, DMs. */
export function applicationRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  routes.get('/gateway', (c) => c.json({ url: gatewayUrl(world) }));
  routes.get('/gateway/bot', (c) =>
    c.json({
      url: gatewayUrl(world),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
    }),
  );
  for (const path of ['/applications/@me', '/oauth2/applications/@me'])
    routes.get(path, (c) => c.json(application(world)));
  routes.get('/users/@me/guilds', (c) => c.json(myGuilds(world)));
  routes.get('/users/@me', (c) =>
    c.json({ ...user(world, '@me'), mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
  );
  routes.get('/users/:user', (c) => c.json(user(world, part(c, 'user'))));
  routes.post('/users/@me/channels', (c) => {
    check(rest, { find: () => object({ recipient_id: snowflake })(bodyOf(c), []), spec: [['dm', bodyOf(c)]] });
    const person = world.users.get(String(bodyOf(c)['recipient_id']));
    if (person === undefined) throw invalidField(['recipient_id'], 'USER_UNKNOWN', 'Unknown user');
    if (person.bot) throw apiError('closedDms');
    return c.json(channelPayload(world, dmOf(world, [person.id, world.application.botId])));
  });
  return routes;
}

function gatewayUrl(world: World): string {
  return `${world.baseUrl.replace(/^http/, 'ws')}/gateway`;
}

function application(world: World): Json {
  const { id, name, botId } = world.application;
  const own = [...world.guilds.values()].filter((guild) => botIsIn(world, guild));
  return {
    id,
    name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    role_connections_verification_url: null,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    hook: true,
    storefront_available: false,
    bot: user(world, botId),
    owner: user(world, botId),
    team: null,
    approximate_guild_count: own.length,
    approximate_user_install_count: [...world.users.values()].filter((one) => one.installed).length,
    redirect_uris: [],
    interactions_endpoint_url: null,
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: {},
    },
  };
}

function user(world: World, id: string): Json {
  const found = world.users.get(id === '@me' ? world.application.botId : id);
  if (found === undefined) throw apiError('unknownUser');
  return userPayload(found);
}

function myGuilds(world: World): readonly Json[] {
  return [...world.guilds.values()]
    .filter((guild) => botIsIn(world, guild))
    .map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      banner: null,
      owner: false,
      permissions: String(guildPermissions(guild, world.application.botId)),
      features: [],
    }));
}
