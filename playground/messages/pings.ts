import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { canSee, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel, Component, Json, Pings } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { everyComponent } from './components.ts';

export type Written = {
  readonly channel: Channel;
  readonly authorId: string;
  readonly content: string;
  readonly components: readonly Component[];
  /** allowed_mentions; undefined means Discord's default, which pings all that is mentioned. */
  readonly allowed?: Json | undefined;
  /** The author of the message replied to. */
  readonly repliedTo?: string | undefined;
};

export const nobody: Pings = { users: [], roles: [], everyone: false };

/** Who is really pinged: what the text mentions, cut down to what allowed_mentions lets through (Resources → Message → Allowed Mentions). */
export function workOutPings(world: World, written: Written): Pings {
  const text = [
    written.content,
    ...everyComponent(written.components).map((one) => (one.type === 10 ? textOf(one) : '')),
  ].join('\n');
  const users = found(text, /<@!?(\d+)>/g).filter((id) => reaches(world, written.channel, id));
  const roles = found(text, /<@&(\d+)>/g).filter((id) => mentionable(world, written, id));
  const everyone = /@(everyone|here)\b/.test(text) && mayPingAll(world, written);
  const reply =
    written.repliedTo !== undefined && written.allowed?.['replied_user'] === true ? [written.repliedTo] : [];
  const defaultReply = written.repliedTo !== undefined && written.allowed === undefined ? [written.repliedTo] : [];
  return {
    users: [...new Set([...allowedOf(written.allowed, 'users', users), ...reply, ...defaultReply])],
    roles: allowedOf(written.allowed, 'roles', roles),
    everyone: everyone && (written.allowed === undefined || parses(written.allowed, 'everyone')),
  };
}

/** A mention notifies only who sees the channel; in a thread, who sees its parent, because the mention lets them in. */
function reaches(world: World, channel: Channel, userId: string): boolean {
  const parent = channel.thread === undefined ? channel : world.channels.get(channel.parentId ?? '');
  return parent !== undefined && world.users.has(userId) && canSee(world, { userId, channel: parent });
}

function textOf(one: Component): string {
  return typeof one['content'] === 'string' ? one['content'] : '';
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

function allowedOf(allowed: Json | undefined, kind: 'users' | 'roles', ids: readonly string[]): readonly string[] {
  if (allowed === undefined || parses(allowed, kind)) return ids;
  const named = allowed[kind];
  return Array.isArray(named) ? ids.filter((id) => named.includes(id)) : [];
}

function parses(allowed: Json, kind: string): boolean {
  return Array.isArray(allowed['parse']) && allowed['parse'].includes(kind);
}

function mayPingAll(world: World, { channel, authorId }: Written): boolean {
  return (permissionsIn(world, { userId: authorId, channel }) & Bits.MentionEveryone) !== 0n;
}

function mentionable(world: World, written: Written, roleId: string): boolean {
  const role = world.guilds.get(written.channel.guildId ?? '')?.roles.get(roleId);
  return role !== undefined && (role.mentionable || mayPingAll(world, written));
}
