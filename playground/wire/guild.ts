import { canSee } from '#playground/world/permissions.ts';
import type { Channel, Guild, Json, Role, ScheduledEvent } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { channelPayload } from './channel.ts';
import { memberPayload } from './user.ts';

/** A role object (Topics → Permissions → Role Object). */
export function rolePayload(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.managedBy !== undefined,
    mentionable: role.mentionable,
    flags: 0,
    ...(role.managedBy === undefined ? {} : { tags: { bot_id: role.managedBy } }),
  };
}

/** A guild as GET /guilds/{id} answers it. */
export function guildFields(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    widget_enabled: false,
    widget_channel_id: null,
    home_header: null,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    incidents_data: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    application_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(rolePayload),
  };
}

/** A guild as GUILD_CREATE brings it: with all channels, the active threads the bot sees, and of the members only the bot. */
export function guildPayload(world: World, guild: Guild): Json {
  const { botId } = world.application;
  const bot = guild.members.get(botId);
  const user = world.users.get(botId);
  const all = [...guild.channelIds].flatMap((id) => world.channels.get(id) ?? []);
  return {
    ...guildFields(guild),
    joined_at: bot?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot === undefined || user === undefined ? [] : [memberPayload(bot, user)],
    channels: all.filter((one) => one.thread === undefined).map((one) => channelPayload(world, one)),
    threads: activeThreads(world, all).map((one) => channelPayload(world, one)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [...guild.events.values()].map(eventPayload),
    soundboard_sounds: [],
  };
}

/** Of these channels the threads that are not archived and that the bot sees. */
export function activeThreads(world: World, channels: readonly Channel[]): readonly Channel[] {
  const { botId } = world.application;
  return channels.filter((channel) => channel.thread?.archived === false && canSee(world, { userId: botId, channel }));
}

/** A scheduled event (Resources → Guild Scheduled Event). */
export function eventPayload(event: ScheduledEvent): Json {
  return {
    guild_scheduled_event_exceptions: [],
    ...event.body,
    id: event.id,
    guild_id: event.guildId,
    creator_id: event.creatorId,
  };
}
