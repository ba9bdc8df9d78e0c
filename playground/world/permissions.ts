import { ChannelType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Channel, Guild } from './records.ts';
import type { World } from './world.ts';

export { Bits };

/** Every permission Discord knows. */
const everything = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** What the app always has in a DM with its bot (Receiving and Responding → Interaction Structure, note on app_permissions). */
const botDm = Bits.AttachFiles | Bits.EmbedLinks | Bits.MentionEveryone | Bits.UseExternalEmojis;
const everyDm =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.ReadMessageHistory |
  Bits.AddReactions |
  Bits.UseApplicationCommands |
  botDm;

export type Asking = { readonly userId: string; readonly channel: Channel };

/**
 * What a user may do in a channel, worked out as in Topics → Permissions → Permission Hierarchy:
 * roles, then overwrites of @everyone, of roles together, of the member. Threads take their parent's.
 */
export function permissionsIn(world: World, { userId, channel }: Asking): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (guild === undefined) return channel.recipients?.includes(userId) === true ? everyDm : 0n;
  const base = guildPermissions(guild, userId);
  if ((base & Bits.Administrator) !== 0n) return everything;
  const place = channel.thread === undefined ? channel : world.channels.get(channel.parentId ?? '');
  if (place === undefined) return 0n;
  return implied(withOverwrites({ guild, userId, base, place }));
}

/** What a member's roles give in the whole guild; everything for the owner and for administrators. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return everything;
  const roles = [guild.id, ...member.roles];
  const bits = roles.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return (bits & Bits.Administrator) === 0n ? bits : everything;
}

/** Discord's note on app_permissions in DMs: with the bot, or between people. */
export function appPermissionsInDm(withBot: boolean): bigint {
  return withBot ? botDm : Bits.AttachFiles | Bits.EmbedLinks | Bits.MentionEveryone;
}

/** Whether a user sees a channel; private threads are for their members and whoever manages threads. */
export function canSee(world: World, asking: Asking): boolean {
  const { channel, userId } = asking;
  const bits = permissionsIn(world, asking);
  if ((bits & Bits.ViewChannel) === 0n) return false;
  if (channel.type !== (ChannelType.PrivateThread as number)) return true;
  return channel.thread?.members.has(userId) === true || (bits & Bits.ManageThreads) !== 0n;
}

type Place = { readonly guild: Guild; readonly userId: string; readonly base: bigint; readonly place: Channel };

function withOverwrites({ guild, userId, base, place }: Place): bigint {
  const roles = new Set(guild.members.get(userId)?.roles);
  const everyone = place.overwrites.filter((one) => one.id === guild.id);
  const ofRoles = place.overwrites.filter((one) => one.type === 0 && roles.has(one.id));
  const own = place.overwrites.filter((one) => one.type === 1 && one.id === userId);
  return [everyone, ofRoles, own].reduce((bits, layer) => {
    const deny = layer.reduce((sum, one) => sum | one.deny, 0n);
    const allow = layer.reduce((sum, one) => sum | one.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/** Implicit permissions: who can't see a channel can do nothing there; who can't send can't attach either. */
function implied(bits: bigint): bigint {
  if ((bits & Bits.ViewChannel) === 0n) return 0n;
  if ((bits & Bits.SendMessages) !== 0n) return bits;
  return bits & ~(Bits.MentionEveryone | Bits.SendTTSMessages | Bits.AttachFiles | Bits.EmbedLinks);
}
