import { ChannelType } from 'discord-api-types/v10';
import { addChannel, channelChanged, deleteChannel, dmOf, type NewChannel } from './channels.ts';
import { addUser, type NewUser } from './first-world.ts';
import {
  addGuild,
  addRole,
  inviteBot,
  join,
  memberLeaves,
  minimalBotBits,
  removeBot,
  setAvailable,
  type NewGuild,
} from './guilds.ts';
import type { Channel, Guild, Overwrite, Role, User } from './records.ts';
import type { World } from './world.ts';

/** The world's levers for tests, benches and the page. Guilds and channels may be named by id or by name. */
export type WorldTools = {
  guild(idOrName: string): Guild;
  /** A channel of a guild ('The Practice Room' unless told otherwise). */
  channel(idOrName: string, guild?: string): Channel;
  /** The DM of a person with the bot. */
  dm(personId: string): Channel;
  addUser(spec: NewUser): User;
  /** Adds a guild; the bot is in it unless `botPermissions` is undefined on purpose. */
  addGuild(spec: Omit<NewGuild, 'ownerId'> & { readonly ownerId?: string }): Guild;
  /** Many guilds at once, each with the bot, for benches. */
  addGuilds(count: number, each: { readonly channels: number; readonly roles: number }): readonly Guild[];
  addChannel(guild: string, spec: Omit<NewChannel, 'guildId' | 'type'> & { readonly type?: number }): Channel;
  deleteChannel(channelId: string): void;
  /** Replaces the overwrites of a channel; CHANNEL_UPDATE. */
  setOverwrites(channelId: string, overwrites: readonly Overwrite[]): void;
  addRole(
    guild: string,
    spec: { readonly name: string; readonly permissions?: bigint; readonly mentionable?: boolean },
  ): Role;
  giveRole(guild: string, personId: string, roleId: string): void;
  join(guild: string, personId: string): void;
  leave(guild: string, personId: string): void;
  /** Whether a person takes direct messages of the bot (50007). */
  setDmsOpen(personId: string, open: boolean): void;
  removeBot(guild: string): void;
  inviteBot(guild: string, permissions?: bigint): void;
  setAvailable(guild: string, available: boolean): void;
};

export function worldTools(world: World): WorldTools {
  const guild = (asked: string): Guild => findGuild(world, asked);
  const channelById = (id: string): Channel => must(world.channels.get(id), `channel ${id}`);
  const firstPerson = (): string =>
    must(
      [...world.users.values()].find((one) => !one.bot),
      'person',
    ).id;
  return {
    guild,
    channel: (asked, of = 'The Practice Room') => {
      const inGuild = [...guild(of).channelIds].flatMap((id) => world.channels.get(id) ?? []);
      return must(world.channels.get(asked) ?? inGuild.find((one) => one.name === asked.replace(/^#/, '')), asked);
    },
    dm: (personId) => dmOf(world, [personId, world.application.botId]),
    addUser: (spec) => addUser(world, spec),
    addGuild: (spec) => addGuild(world, { ownerId: firstPerson(), botPermissions: minimalBotBits, ...spec }),
    addGuilds: (count, each) => {
      const ownerId = firstPerson();
      return Array.from({ length: count }, (_, n) =>
        addGuild(world, { name: `Guild ${n + 1}`, ownerId, botPermissions: minimalBotBits, ...each }),
      );
    },
    addChannel: (of, spec) => addChannel(world, { type: ChannelType.GuildText, ...spec, guildId: guild(of).id }),
    deleteChannel: (id) => deleteChannel(world, channelById(id)),
    setOverwrites: (id, overwrites) => {
      const channel = channelById(id);
      channel.overwrites = [...overwrites];
      channelChanged(world, channel);
    },
    addRole: (of, spec) => addRole(world, guild(of), spec),
    giveRole: (of, personId, roleId) =>
      void must(guild(of).members.get(personId), `member ${personId}`).roles.push(roleId),
    join: (of, personId) => join(world, guild(of), personId),
    leave: (of, personId) => memberLeaves(world, guild(of), personId),
    setDmsOpen: (personId, open) => {
      must(world.users.get(personId), `person ${personId}`).dmsOpen = open;
    },
    removeBot: (of) => removeBot(world, guild(of)),
    inviteBot: (of, permissions) => inviteBot(world, guild(of), permissions),
    setAvailable: (of, available) => setAvailable(world, guild(of), available),
  };
}

function findGuild(world: World, asked: string): Guild {
  return must(
    world.guilds.get(asked) ?? [...world.guilds.values()].find((one) => one.name === asked),
    `guild ${asked}`,
  );
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The playground has no ${what}`);
  return value;
}
