import { messagePayload } from '#playground/wire/message.ts';
import { partialChannel, type Place } from '#playground/wire/interaction-place.ts';
import { rolePayload } from '#playground/wire/guild.ts';
import { partialMember, userPayload } from '#playground/wire/user.ts';
import { guildPermissions } from '#playground/world/permissions.ts';
import type { Json } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import type { GivenOption } from './options.ts';

/** Ids by what they name. */
export type Named = {
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly channels?: readonly string[];
  readonly messages?: readonly string[];
};

/** `resolved`: the things that ids in an interaction stand for; undefined when there are none. */
export function resolvedData(world: World, place: Place, named: Named): Json | undefined {
  const { guild } = place;
  const users = (named.users ?? []).flatMap((id) => world.users.get(id) ?? []);
  const members = users.flatMap((user) => {
    const member = guild?.members.get(user.id);
    if (member === undefined || guild === undefined) return [];
    return [[user.id, { ...partialMember(member), permissions: String(guildPermissions(guild, user.id)) }] as const];
  });
  const roles = (named.roles ?? []).flatMap((id) => guild?.roles.get(id) ?? []);
  const channels = (named.channels ?? []).flatMap((id) => world.channels.get(id) ?? []);
  const messages = (named.messages ?? []).flatMap((id) => messagesOf(world, place.channel.id).get(id) ?? []);
  const all = {
    users: Object.fromEntries(users.map((one) => [one.id, userPayload(one)])),
    members: Object.fromEntries(members),
    roles: Object.fromEntries(roles.map((one) => [one.id, rolePayload(one)])),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, partialChannel(world, { ...place, channel })])),
    messages: Object.fromEntries(messages.map((one) => [one.id, messagePayload(world, one)])),
  };
  const present = Object.entries(all).filter(([, map]) => Object.keys(map).length > 0);
  return present.length === 0 ? undefined : Object.fromEntries(present);
}

/** The ids in a command's options. */
export function namedInOptions(options: readonly GivenOption[], guildRoles: ReadonlySet<string>): Named {
  const flat = (list: readonly GivenOption[]): readonly GivenOption[] =>
    list.flatMap((one) => [one, ...flat(one.options ?? [])]);
  const ids = (type: number): readonly string[] =>
    flat(options)
      .filter((one) => one.type === type && one.focused !== true)
      .map((one) => String(one.value));
  return {
    users: [...ids(6), ...ids(9).filter((id) => !guildRoles.has(id))],
    roles: [...ids(8), ...ids(9).filter((id) => guildRoles.has(id))],
    channels: ids(7),
  };
}
