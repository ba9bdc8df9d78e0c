import { ChannelType } from 'discord-api-types/v10';
import type { Channel, Json, Overwrite, Thread } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { userPayload } from './user.ts';

/** A channel object (Resources → Channel). */
export function channelPayload(world: World, channel: Channel): Json {
  const base = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.recipients !== undefined) return { ...base, recipients: recipients(world, channel) };
  const placed = { ...base, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId };
  if (channel.thread !== undefined) return { ...placed, ...threadFields(world, channel, channel.thread) };
  return {
    ...placed,
    position: channel.position,
    topic: channel.topic,
    nsfw: false,
    rate_limit_per_user: channel.slowmodeSeconds,
    permission_overwrites: channel.overwrites.map(overwritePayload),
    ...(channel.type === (ChannelType.GuildVoice as number)
      ? { bitrate: 64_000, user_limit: 0, rtc_region: null }
      : {}),
  };
}

function overwritePayload(one: Overwrite): Json {
  return { id: one.id, type: one.type, allow: String(one.allow), deny: String(one.deny) };
}

/** A thread member (Resources → Channel → Thread Member). */
export function threadMemberPayload(channel: Channel, userId: string): Json {
  return { id: channel.id, user_id: userId, join_timestamp: channel.thread?.members.get(userId), flags: 0 };
}

function recipients(world: World, channel: Channel): readonly Json[] {
  return (channel.recipients ?? [])
    .filter((id) => id !== world.application.botId)
    .flatMap((id) => world.users.get(id) ?? [])
    .map(userPayload);
}

function threadFields(world: World, channel: Channel, thread: Thread): Json {
  const count = messagesOf(world, channel.id).size;
  const { botId } = world.application;
  return {
    owner_id: thread.ownerId,
    rate_limit_per_user: channel.slowmodeSeconds,
    message_count: count,
    total_message_sent: count,
    member_count: Math.min(thread.members.size, 50),
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archivedAt,
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: thread.createdAt,
      ...(channel.type === (ChannelType.PrivateThread as number) ? { invitable: thread.invitable } : {}),
    },
    ...(thread.members.has(botId) ? { member: threadMemberPayload(channel, botId) } : {}),
  };
}
