import type { Json, Member, User } from '#playground/world/records.ts';

/** A user object (Resources → User). */
export function userPayload(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: '0',
    global_name: user.globalName,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    collectibles: null,
    ...(user.bot ? { bot: true } : {}),
  };
}

/** A guild member without its user, as in `resolved` (Resources → Guild → Guild Member). */
export function partialMember(member: Member): Json {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: member.joinedAt,
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: [...member.roles],
  };
}

/** A whole guild member. */
export function memberPayload(member: Member, user: User): Json {
  return { ...partialMember(member), deaf: false, mute: false, user: userPayload(user) };
}
