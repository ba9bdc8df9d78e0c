import { type APIChannel, type APIGuildMember, type APIRole, OverwriteType, PermissionFlagsBits } from 'discord.js';
import type { Standing } from '#bot/outbox.ts';

type Seen = {
  /** The channel, or of a thread its parent. */
  readonly channel: APIChannel;
  readonly isThread: boolean;
  readonly server: string;
  readonly roles: readonly APIRole[];
  readonly member: Pick<APIGuildMember, 'roles'> & { readonly id: string };
};

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/**
 * What a member may do in a channel: roles, then the channel's overwrites for everyone, for roles together, for the member
 * (https://docs.discord.com/developers/topics/permissions#permission-overwrites).
 */
export function standingIn({ channel, isThread, server, roles, member }: Seen): Standing {
  const own = new Set([server, ...member.roles]);
  const base = roles.filter(({ id }) => own.has(id)).reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  const mentionable = new Set(roles.filter((role) => role.mentionable).map(({ id }) => id));
  const isAdministrator = (base & PermissionFlagsBits.Administrator) !== 0n;
  const may = isAdministrator ? everything : visible(withOverwrites(base, { channel, server, member }));
  return { may, isThread, mentionable, seenBy: seenBy({ channel, server, roles }) };
}

/** The roles whose holders see the channel, if they have no other role. */
function seenBy({ channel, server, roles }: Pick<Seen, 'channel' | 'server' | 'roles'>): ReadonlySet<string> {
  const everyone = BigInt(roles.find(({ id }) => id === server)?.permissions ?? 0);
  const sees = (role: APIRole): boolean => {
    const base = everyone | BigInt(role.permissions);
    if ((base & PermissionFlagsBits.Administrator) !== 0n) return true;
    const member = { id: '', roles: role.id === server ? [] : [role.id] };
    return visible(withOverwrites(base, { channel, server, member })) !== 0n;
  };
  return new Set(roles.filter(sees).map(({ id }) => id));
}

function withOverwrites(
  base: bigint,
  { channel, server, member }: Pick<Seen, 'channel' | 'server' | 'member'>,
): bigint {
  const all = ('permission_overwrites' in channel && channel.permission_overwrites) || [];
  const layers = [
    all.filter(({ id }) => id === server),
    all.filter(({ id, type }) => type === OverwriteType.Role && id !== server && member.roles.includes(id)),
    all.filter(({ id, type }) => type === OverwriteType.Member && id === member.id),
  ];
  return layers.reduce((bits, layer) => {
    const deny = layer.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allow = layer.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/** Who can't see a channel can do nothing there. */
const visible = (bits: bigint): bigint => ((bits & PermissionFlagsBits.ViewChannel) === 0n ? 0n : bits);
