/** What the bot can reach over REST, and the errors it gets for the rest. */
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { canSee, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel, Guild, Message } from '#playground/world/records.ts';
import { botIsIn, messagesOf, type World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';

/** A guild the bot is in: 10004 otherwise. */
export function guildFor(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined || !botIsIn(world, guild)) throw apiError('unknownGuild');
  return guild;
}

/** A channel the bot sees: 10003 when there is none, 50001 when it is hidden or the bot is not in that guild. */
export function channelFor(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw apiError('unknownChannel');
  if (!canSee(world, { userId: world.application.botId, channel })) throw apiError('missingAccess');
  return channel;
}

/** Refuses (50013) unless the bot has all these permissions in the channel. */
export function need(world: World, channel: Channel, bits: bigint): void {
  if (!may(world, channel, bits)) throw apiError('missingPermissions');
}

/** Whether the bot has all these permissions in the channel. */
export function may(world: World, channel: Channel, bits: bigint): boolean {
  const has = permissionsIn(world, { userId: world.application.botId, channel });
  return (has & bits) === bits;
}

/** A message other people could see too: ephemerals are unknown here (10008). */
export function messageFor(world: World, channel: Channel, id: string): Message {
  if (channel.guildId !== undefined) need(world, channel, Bits.ReadMessageHistory);
  const message = messagesOf(world, channel.id).get(id);
  if (message === undefined || message.viewerId !== undefined) throw apiError('unknownMessage');
  return message;
}

/** Opens the way for a post: permissions in guilds, open DMs elsewhere. */
export function mayPost(world: World, channel: Channel): void {
  if (channel.guildId === undefined) return mayWriteTo(world, channel);
  need(world, channel, channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads);
  if (channel.thread?.locked === true) need(world, channel, Bits.ManageThreads);
}

/** 50278 without a common guild or installation, 50007 when the person takes no DMs. */
function mayWriteTo(world: World, channel: Channel): void {
  const { botId } = world.application;
  for (const id of channel.recipients ?? []) {
    const person = world.users.get(id);
    if (id === botId || person === undefined) continue;
    const shared = [...world.guilds.values()].some((guild) => guild.members.has(id) && guild.members.has(botId));
    if (!shared && !person.installed) throw apiError('noMutualGuilds');
    if (!person.dmsOpen) throw apiError('closedDms');
  }
}
