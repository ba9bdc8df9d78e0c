import { canSee } from '#playground/world/permissions.ts';
import type { Channel, Message, User } from '#playground/world/records.ts';
import type { Place } from '#playground/wire/interaction-place.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { CannotDo } from './refusal.ts';

/** A person, who is no bot. */
export function personOf(world: World, id: string): User {
  const person = world.users.get(id);
  if (person === undefined || person.bot) throw new CannotDo(`There is no person with the id ${id}`);
  return person;
}

/** A person at a channel that they see. */
export function placeOf(world: World, personId: string, channelId: string): Place {
  const person = personOf(world, personId);
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new CannotDo(`There is no channel ${channelId}`);
  if (!canSee(world, { userId: personId, channel }))
    throw new CannotDo(`${person.username} cannot see #${channel.name}`);
  return { person, channel, guild: channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId) };
}

/** A message that a person sees, and where. */
export function messageSeenBy(
  world: World,
  personId: string,
  messageId: string,
): { readonly place: Place; readonly message: Message } {
  for (const [channelId, messages] of world.messages) {
    const message = messages.get(messageId);
    if (message === undefined) continue;
    const place = placeOf(world, personId, channelId);
    if (!maySee(message, personId))
      throw new CannotDo(`${place.person.username} cannot see message ${messageId}: it is for someone else`);
    return { place, message };
  }
  throw new CannotDo(`There is no message ${messageId}`);
}

/** Ephemeral messages are for one person. */
export function maySee(message: Message, personId: string): boolean {
  return message.viewerId === undefined || message.viewerId === personId;
}

/** The channels a person sees, in order. */
export function channelsSeenBy(world: World, personId: string): readonly Channel[] {
  return [...world.channels.values()].filter((channel) => canSee(world, { userId: personId, channel }));
}

/** Messages of a channel that a person sees, oldest first. */
export function messagesSeenBy(world: World, personId: string, channelId: string): readonly Message[] {
  placeOf(world, personId, channelId);
  return [...messagesOf(world, channelId).values()].filter((one) => maySee(one, personId));
}
