import { ChannelType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { guildPayload } from '#playground/wire/guild.ts';
import { userPayload } from '#playground/wire/user.ts';
import { addChannel } from './channels.ts';
import type { Guild, Role } from './records.ts';
import { timestamp, type World } from './world.ts';

/** What a new server's @everyone may do. */
const everyoneBits =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.ReadMessageHistory |
  Bits.AddReactions |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.UseApplicationCommands |
  Bits.UseExternalApps |
  Bits.UseExternalEmojis |
  Bits.CreatePublicThreads |
  Bits.ChangeNickname;

/** What a careful invite of a bot like ours asks for. */
export const minimalBotBits =
  Bits.ViewChannel | Bits.SendMessages | Bits.EmbedLinks | Bits.AttachFiles | Bits.ReadMessageHistory;

export type NewGuild = {
  readonly name: string;
  readonly ownerId: string;
  readonly locale?: string;
  readonly memberIds?: readonly string[];
  /** How many text channels and roles to fill it with, for benches. */
  readonly channels?: number;
  readonly roles?: number;
  /** Permissions of the bot's own role; undefined: the bot is not there. */
  readonly botPermissions?: bigint | undefined;
};

/** Makes a guild. Tells the gateway when the bot is a member of it. */
export function addGuild(world: World, spec: NewGuild): Guild {
  const id = world.newId();
  const guild: Guild = {
    id,
    name: spec.name,
    ownerId: spec.ownerId,
    locale: spec.locale ?? 'en-US',
    roles: new Map([[id, { id, name: '@everyone', permissions: everyoneBits, position: 0, mentionable: false }]]),
    members: new Map(),
    channelIds: new Set(),
    events: new Map(),
    available: true,
  };
  world.guilds.set(id, guild);
  for (const userId of new Set([spec.ownerId, ...(spec.memberIds ?? [])])) join(world, guild, userId);
  for (let n = 0; n < (spec.roles ?? 0); n += 1) addRole(world, guild, { name: `role ${n + 1}` });
  for (let n = 0; n < (spec.channels ?? 0); n += 1)
    addChannel(world, { guildId: id, type: ChannelType.GuildText, name: `channel-${n + 1}`, silent: true });
  if (spec.botPermissions !== undefined) inviteBot(world, guild, spec.botPermissions);
  return guild;
}

/** Makes a person a member. */
export function join(world: World, guild: Guild, userId: string): void {
  guild.members.set(userId, { userId, roles: [], nick: null, joinedAt: timestamp(world) });
}

/** A member goes, from the guild's threads too; GUILD_MEMBER_REMOVE, which only bots with that intent hear. */
export function memberLeaves(world: World, guild: Guild, userId: string): void {
  const user = world.users.get(userId);
  if (user === undefined || !guild.members.delete(userId)) return;
  for (const id of guild.channelIds) world.channels.get(id)?.thread?.members.delete(userId);
  world.gateway.emit({
    name: 'GUILD_MEMBER_REMOVE',
    data: { guild_id: guild.id, user: userPayload(user) },
    guildId: guild.id,
  });
  world.happenings.emit({ kind: 'guild' });
}

/** Makes a role above those that exist. */
export function addRole(
  world: World,
  guild: Guild,
  spec: {
    readonly name: string;
    readonly permissions?: bigint;
    readonly mentionable?: boolean;
    readonly managedBy?: string;
  },
): Role {
  const role: Role = { id: world.newId(), position: guild.roles.size, permissions: 0n, mentionable: false, ...spec };
  guild.roles.set(role.id, role);
  return role;
}

/** Adds the bot with its own managed role; GUILD_CREATE. */
export function inviteBot(world: World, guild: Guild, permissions: bigint = minimalBotBits): void {
  const role = addRole(world, guild, { name: world.application.name, permissions, managedBy: world.application.botId });
  join(world, guild, world.application.botId);
  guild.members.get(world.application.botId)?.roles.push(role.id);
  if (guild.available) appear(world, guild);
}

/** Kicks the bot: its member and role go; GUILD_DELETE without `unavailable`. */
export function removeBot(world: World, guild: Guild): void {
  const { botId } = world.application;
  guild.members.delete(botId);
  for (const role of guild.roles.values()) if (role.managedBy === botId) guild.roles.delete(role.id);
  world.commands.delete(guild.id);
  world.gateway.emit({ name: 'GUILD_DELETE', data: { id: guild.id }, guildId: guild.id });
  world.happenings.emit({ kind: 'guild' });
}

/** An outage begins (GUILD_DELETE with `unavailable`) or ends (GUILD_CREATE). */
export function setAvailable(world: World, guild: Guild, available: boolean): void {
  guild.available = available;
  if (!guild.members.has(world.application.botId)) return;
  if (available) appear(world, guild);
  else world.gateway.emit({ name: 'GUILD_DELETE', data: { id: guild.id, unavailable: true }, guildId: guild.id });
  world.happenings.emit({ kind: 'guild' });
}

function appear(world: World, guild: Guild): void {
  world.gateway.emit({ name: 'GUILD_CREATE', data: guildPayload(world, guild), guildId: guild.id });
  world.happenings.emit({ kind: 'guild' });
}
