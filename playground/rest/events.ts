import { Hono } from 'hono';
import { eventChangeProblems, newEventProblems } from '#playground/rules/places.ts';
import { eventPayload } from '#playground/wire/guild.ts';
import { Bits, guildPermissions } from '#playground/world/permissions.ts';
import type { Guild, ScheduledEvent } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { ApiError, apiError } from './errors.ts';
import { channelFor, guildFor } from './reach.ts';
import { bodyOf, check, part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Discord allows a hundred events that are scheduled or active at once. */
const mostEvents = 100;

/** Scheduled events (Resources → Guild Scheduled Event). */
export function eventRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  const all = '/guilds/:guild/scheduled-events';
  const one = `${all}/:event`;
  routes.get(all, (c) => c.json([...guildFor(world, part(c, 'guild')).events.values()].map(eventPayload)));
  routes.post(all, (c) => c.json(eventPayload(create(rest, c))));
  routes.get(one, (c) => c.json(eventPayload(found(world, c).event)));
  routes.patch(one, (c) => c.json(eventPayload(change(rest, c))));
  routes.delete(one, (c) => {
    const { guild, event } = found(world, c);
    mayChange(world, guild, event);
    guild.events.delete(event.id);
    tell(world, 'DELETE', event);
    return c.body(null, 204);
  });
  return routes;
}

function found(world: World, c: RestContext): { readonly guild: Guild; readonly event: ScheduledEvent } {
  const guild = guildFor(world, part(c, 'guild'));
  const event = guild.events.get(part(c, 'event'));
  if (event === undefined) throw apiError('unknownEvent');
  return { guild, event };
}

/** What an event has when nothing was said of it. */
const unset = {
  description: null,
  channel_id: null,
  entity_id: null,
  entity_metadata: null,
  scheduled_end_time: null,
  image: null,
  recurrence_rule: null,
} as const;

function create(rest: Rest, c: RestContext): ScheduledEvent {
  const { world } = rest;
  const guild = guildFor(world, part(c, 'guild'));
  const body = bodyOf(c);
  const spec = body['entity_type'] === 3 ? 'externalEvent' : 'voiceEvent';
  check(rest, {
    find: () => newEventProblems(body, world.clock.now()),
    spec: body['entity_type'] === 1 ? [] : [[spec, body]],
  });
  if (!has(world, guild, Bits.CreateEvents)) throw apiError('missingPermissions');
  if (typeof body['channel_id'] === 'string') channelFor(world, body['channel_id']);
  if (guild.events.size >= mostEvents) {
    throw new ApiError(
      { status: 400, code: 30_038 },
      'Maximum number of uncompleted guild scheduled events reached (100)',
    );
  }
  const { botId: creatorId } = world.application;
  const event = { id: world.newId(), guildId: guild.id, creatorId, body: { ...unset, ...body, status: 1 } };
  guild.events.set(event.id, event);
  tell(world, 'CREATE', event);
  return event;
}

function change(rest: Rest, c: RestContext): ScheduledEvent {
  const { world } = rest;
  const { guild, event } = found(world, c);
  const body = bodyOf(c);
  const external = (body['entity_type'] ?? event.body['entity_type']) === 3;
  check(rest, {
    find: () => eventChangeProblems(body, event.body, world.clock.now()),
    spec: [[external ? 'externalEventChange' : 'voiceEventChange', body]],
  });
  mayChange(world, guild, event);
  event.body = { ...event.body, ...body };
  if (body['status'] === 3 || body['status'] === 4) guild.events.delete(event.id);
  tell(world, 'UPDATE', event);
  return event;
}

/** One's own with CREATE_EVENTS, other people's with MANAGE_EVENTS. */
function mayChange(world: World, guild: Guild, event: ScheduledEvent): void {
  const own = event.creatorId === world.application.botId && has(world, guild, Bits.CreateEvents);
  if (!own && !has(world, guild, Bits.ManageEvents)) throw apiError('missingPermissions');
}

function has(world: World, guild: Guild, bit: bigint): boolean {
  return (guildPermissions(guild, world.application.botId) & bit) !== 0n;
}

function tell(world: World, what: string, event: ScheduledEvent): void {
  world.gateway.emit({ name: `GUILD_SCHEDULED_EVENT_${what}`, data: eventPayload(event), guildId: event.guildId });
  world.happenings.emit({ kind: 'guild' });
}
