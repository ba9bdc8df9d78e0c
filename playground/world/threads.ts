import { ChannelType } from 'discord-api-types/v10';
import { channelPayload, threadMemberPayload } from '#playground/wire/channel.ts';
import { addChannel } from './channels.ts';
import type { Channel, Thread } from './records.ts';
import { timestamp, type World } from './world.ts';

export type NewThread = {
  readonly parent: Channel;
  readonly ownerId: string;
  readonly name: string;
  /** 11 public, 12 private. */
  readonly type: number;
  readonly invitable?: boolean;
  readonly autoArchiveMinutes?: number;
  /** Started from this message: the thread gets its id. */
  readonly messageId?: string;
};

/** A thread together with its thread record. */
export type ThreadChannel = Channel & { readonly thread: Thread };

/** Makes a thread with its owner as first member; THREAD_CREATE. */
export function startThread(world: World, spec: NewThread): Channel {
  const now = timestamp(world);
  return addChannel(world, {
    type: spec.type,
    name: spec.name,
    parentId: spec.parent.id,
    ...(spec.parent.guildId === undefined ? {} : { guildId: spec.parent.guildId }),
    ...(spec.messageId === undefined ? {} : { id: spec.messageId }),
    thread: {
      ownerId: spec.ownerId,
      createdAt: now,
      archived: false,
      locked: false,
      invitable: spec.invitable ?? true,
      autoArchiveMinutes: spec.autoArchiveMinutes ?? 1440,
      archivedAt: now,
      members: new Map([[spec.ownerId, now]]),
    },
  });
}

export function isThread(channel: Channel): channel is ThreadChannel {
  return channel.thread !== undefined;
}

/** Puts someone into a thread; told to bots only when it is the bot itself (Gateway Events → Thread Members Update). */
export function enterThread(world: World, channel: ThreadChannel, userId: string): void {
  if (channel.thread.members.has(userId)) return;
  channel.thread.members.set(userId, timestamp(world));
  if (userId === world.application.botId && channel.type === (ChannelType.PrivateThread as number)) {
    world.gateway.emit({ name: 'THREAD_CREATE', data: channelPayload(world, channel), guildId: channel.guildId });
  }
  membersChanged(world, channel, { entered: userId });
}

/** Takes someone out of a thread. */
export function leaveThread(world: World, channel: ThreadChannel, userId: string): void {
  if (channel.thread.members.delete(userId)) membersChanged(world, channel, { left: userId });
}

function membersChanged(
  world: World,
  channel: ThreadChannel,
  change: { readonly entered?: string; readonly left?: string },
): void {
  world.happenings.emit({ kind: 'channel', channelId: channel.id });
  const who = change.entered ?? change.left;
  if (who !== world.application.botId) return;
  const data = {
    id: channel.id,
    guild_id: channel.guildId,
    member_count: channel.thread.members.size,
    ...(change.entered === undefined ? {} : { added_members: [threadMemberPayload(channel, change.entered)] }),
    ...(change.left === undefined ? {} : { removed_member_ids: [change.left] }),
  };
  world.gateway.emit({ name: 'THREAD_MEMBERS_UPDATE', data, guildId: channel.guildId });
}
