import { ChannelType } from 'discord-api-types/v10';
import { channelPayload } from '#playground/wire/channel.ts';
import { canSee } from './permissions.ts';
import type { Channel, Overwrite, Thread } from './records.ts';
import type { World } from './world.ts';

export type NewChannel = {
  readonly type: number;
  readonly name: string;
  readonly guildId?: string;
  readonly parentId?: string | null;
  readonly topic?: string | null;
  readonly overwrites?: Overwrite[];
  readonly recipients?: readonly string[];
  readonly thread?: Thread;
  /** A thread started from a message takes that message's id. */
  readonly id?: string;
  /** True: no event, for filling a guild before anybody sees it. */
  readonly silent?: boolean;
};

/** Makes a channel, thread or DM; CHANNEL_CREATE or THREAD_CREATE for guild channels. */
export function addChannel(world: World, spec: NewChannel): Channel {
  const guild = spec.guildId === undefined ? undefined : world.guilds.get(spec.guildId);
  const channel: Channel = {
    id: spec.id ?? world.newId(),
    type: spec.type,
    name: nameFor(spec.type, spec.name),
    topic: spec.topic ?? null,
    position: guild?.channelIds.size ?? 0,
    parentId: spec.parentId ?? null,
    slowmodeSeconds: 0,
    overwrites: spec.overwrites ?? [],
    lastMessageId: null,
    ...(spec.guildId === undefined ? {} : { guildId: spec.guildId }),
    ...(spec.recipients === undefined ? {} : { recipients: spec.recipients }),
    ...(spec.thread === undefined ? {} : { thread: spec.thread }),
  };
  world.channels.set(channel.id, channel);
  guild?.channelIds.add(channel.id);
  if (spec.silent !== true) announce(world, channel, 'CREATE');
  return channel;
}

/** Deletes a channel or thread with all in it; a channel's threads go with it, each with its own event. */
export function deleteChannel(world: World, channel: Channel): void {
  for (const other of world.channels.values()) {
    if (other.thread !== undefined && other.parentId === channel.id) deleteChannel(world, other);
  }
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
  if (channel.guildId !== undefined) world.guilds.get(channel.guildId)?.channelIds.delete(channel.id);
  announce(world, channel, 'DELETE');
}

/** CHANNEL_UPDATE or THREAD_UPDATE after a change. */
export function channelChanged(world: World, channel: Channel): void {
  announce(world, channel, 'UPDATE');
}

/** The DM of these people, made when there is none yet. */
export function dmOf(world: World, recipients: readonly string[]): Channel {
  const found = [...world.channels.values()].find(
    (one) => one.type === (ChannelType.DM as number) && recipients.every((id) => one.recipients?.includes(id) === true),
  );
  return found ?? addChannel(world, { type: ChannelType.DM, name: '', recipients });
}

/** Text channels have no capitals and no blanks, as Discord makes them. */
export function nameFor(type: number, name: string): string {
  const isText = type === (ChannelType.GuildText as number) || type === (ChannelType.GuildAnnouncement as number);
  return isText ? name.trim().toLowerCase().replaceAll(/\s+/g, '-') : name;
}

function announce(world: World, channel: Channel, what: 'CREATE' | 'UPDATE' | 'DELETE'): void {
  world.happenings.emit({ kind: 'channel', channelId: channel.id });
  if (channel.guildId === undefined) return;
  const hidden = channel.thread !== undefined && !canSee(world, { userId: world.application.botId, channel });
  if (hidden) return;
  const noun = channel.thread === undefined ? 'CHANNEL' : 'THREAD';
  const whole = channelPayload(world, channel);
  const gone = { id: channel.id, guild_id: channel.guildId, parent_id: channel.parentId, type: channel.type };
  const created = { ...whole, newly_created: true };
  const data = noun === 'CHANNEL' || what === 'UPDATE' ? whole : what === 'DELETE' ? gone : created;
  world.gateway.emit({ name: `${noun}_${what}`, data, guildId: channel.guildId });
}
