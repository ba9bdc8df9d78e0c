/** Where people are and what they can choose there, as the page shows it. */
import { ChannelType } from 'discord-api-types/v10';
import { commandsFor } from '#playground/people/commands.ts';
import { placeOf } from '#playground/people/where.ts';
import type { Channel, CommandOption, Json, User } from '#playground/world/records.ts';
import { botIsIn } from '#playground/world/world.ts';
import type { Eyes } from './shown.ts';

/** Time zones of the people of the first world; anyone else reads times in the browser's own zone. */
const zones: Readonly<Record<string, string>> = {
  ann: 'Europe/London',
  ben: 'Europe/Madrid',
  hana: 'America/New_York',
};

export function shownPerson({ id, username, globalName, locale, dmsOpen }: User): Json {
  return { id, username, name: globalName ?? username, locale, zone: zones[username] ?? null, dmsOpen };
}

/** The channels, threads and DMs of a person. */
export function shownChannels({ world, people, personId }: Eyes): readonly Json[] {
  return people.channels(personId).map((channel) => {
    const guild = world.guilds.get(channel.guildId ?? '');
    return {
      id: channel.id,
      kind: kindOf(channel),
      name: channel.recipients === undefined ? channel.name : nameOfDm(world.users, channel.recipients, personId),
      ...withOf(channel.recipients, world.application.botId, personId),
      topic: channel.topic,
      parentId: channel.parentId,
      archived: channel.thread?.archived === true,
      guild:
        guild === undefined
          ? null
          : { id: guild.id, name: guild.name, hasBot: botIsIn(world, guild), owned: guild.ownerId === personId },
    };
  });
}

function kindOf({ type, thread, recipients, overwrites, guildId }: Channel): string {
  if (recipients !== undefined) return 'dm';
  if (thread !== undefined) return type === (ChannelType.PrivateThread as number) ? 'private-thread' : 'thread';
  if (type === (ChannelType.GuildCategory as number)) return 'category';
  if (type === (ChannelType.GuildVoice as number)) return 'voice';
  return overwrites.some((one) => one.id === guildId && (one.deny & 1024n) !== 0n) ? 'private' : 'text';
}

/** The other one of a DM, for their picture. */
function withOf(recipients: readonly string[] | undefined, botId: string, personId: string): Json {
  const other = recipients?.find((id) => id !== personId);
  return other === undefined ? {} : { withId: other, withBot: other === botId };
}

function nameOfDm(users: ReadonlyMap<string, User>, ids: readonly string[], personId: string): string {
  const others = ids.filter((id) => id !== personId).flatMap((id) => users.get(id) ?? []);
  return others.map((one) => one.globalName ?? titled(one)).join(', ');
}

function titled({ bot, username }: User): string {
  return bot ? username.slice(0, 1).toUpperCase() + username.slice(1) : username;
}

/** The commands offered to a person here, described in their language. */
export function shownCommands({ world, personId }: Eyes, channelId: string): readonly Json[] {
  const place = placeOf(world, personId, channelId);
  return commandsFor(world, place).map((command) => translated(command, place.person.locale));
}

function translated(one: Json, locale: string): Json {
  const localized = (key: string): unknown => (one[key] as Json | null | undefined)?.[locale];
  const options = one['options'] as readonly CommandOption[] | undefined;
  const choices = one['choices'] as readonly Json[] | undefined;
  return {
    ...one,
    shownName: localized('name_localizations') ?? one['name'],
    description: localized('description_localizations') ?? one['description'] ?? '',
    ...(options === undefined ? {} : { options: options.map((each) => translated(each, locale)) }),
    ...(choices === undefined ? {} : { choices: choices.map((each) => translated(each, locale)) }),
  };
}

/** Whom and what an option or a select of users, roles or channels can name here. */
export function candidates({ world, people, personId }: Eyes, channelId: string): Json {
  const { guild, channel } = placeOf(world, personId, channelId);
  const ids = guild === undefined ? (channel.recipients ?? []) : [...guild.members.keys()];
  const users = ids.flatMap((id) => world.users.get(id) ?? []);
  const channels = people.channels(personId).filter((one) => one.guildId !== undefined && one.guildId === guild?.id);
  return {
    users: users.map((one) => ({ id: one.id, name: one.globalName ?? titled(one), about: `@${one.username}` })),
    roles: [...(guild?.roles.values() ?? [])].map((one) => ({ id: one.id, name: one.name })),
    channels: channels.map((one) => ({ id: one.id, name: one.name, type: one.type })),
  };
}
