import { ChannelType } from 'discord-api-types/v10';
import { appPermissionsInDm, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel, Guild, Json, User } from '#playground/world/records.ts';
import { botIsIn, type World } from '#playground/world/world.ts';
import { channelPayload } from './channel.ts';
import { memberPayload, userPayload } from './user.ts';

/** Where an interaction happens, seen by one person. */
export type Place = { readonly person: User; readonly channel: Channel; readonly guild?: Guild | undefined };

/** 0 in a server, 1 in the DM with the bot, 2 in other DMs (Receiving and Responding → Interaction Context Types). */
export function contextOf(world: World, channel: Channel): 0 | 1 | 2 {
  if (channel.guildId !== undefined) return 0;
  return channel.recipients?.includes(world.application.botId) === true ? 1 : 2;
}

/**
 * Who authorised the app for this place: '0' the guild (or "0" in the bot's DM), '1' the person's own installation
 * (Receiving and Responding → Authorizing Integration Owners Object). `types` are the command's integration types.
 */
export function ownersOf(world: World, place: Place, types: readonly number[]): Readonly<Record<string, string>> {
  const context = contextOf(world, place.channel);
  const guildInstall = place.guild !== undefined && botIsIn(world, place.guild);
  const owners: Record<string, string> = {};
  if (types.includes(0) && guildInstall && place.guild !== undefined) owners['0'] = place.guild.id;
  if (types.includes(0) && context === 1) owners['0'] = '0';
  if (types.includes(1) && place.person.installed) owners['1'] = place.person.id;
  return owners;
}

/** The fields of an interaction that say where it comes from and who sent it. */
export function placePayload(world: World, place: Place): Json {
  const { person, channel, guild } = place;
  const common = {
    channel_id: channel.id,
    channel: partialChannel(world, place),
    locale: person.locale,
    context: contextOf(world, channel),
    app_permissions: String(appPermissions(world, place)),
  };
  if (guild === undefined) return { ...common, user: userPayload(person) };
  const member = guild.members.get(person.id);
  if (member === undefined) throw new Error(`${person.username} is no member of ${guild.name}`);
  const permissions = String(permissionsIn(world, { userId: person.id, channel }));
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberPayload(member, person), permissions },
  };
}

/** What the app may do here. Where it is only user-installed it has what @everyone has. */
function appPermissions(world: World, { channel, guild }: Place): bigint {
  if (guild === undefined) return appPermissionsInDm(contextOf(world, channel) === 1);
  if (botIsIn(world, guild)) return permissionsIn(world, { userId: world.application.botId, channel });
  return guild.roles.get(guild.id)?.permissions ?? 0n;
}

/** A channel as it stands in an interaction or in `resolved`: few fields, and the person's permissions there. */
export function partialChannel(world: World, { channel, person }: Place): Json {
  const whole = channelPayload(world, channel);
  const permissions = String(permissionsIn(world, { userId: person.id, channel }));
  if (channel.type === (ChannelType.DM as number)) return { ...whole, permissions };
  const { permission_overwrites: _overwrites, ...rest } = whole;
  return { ...rest, permissions };
}
