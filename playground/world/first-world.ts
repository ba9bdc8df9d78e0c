import { randomBytes } from 'node:crypto';
import { ChannelType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Clock } from '#playground/clock.ts';
import { signal } from '#playground/signal.ts';
import { snowflakes } from '#playground/snowflake.ts';
import { addChannel, dmOf } from './channels.ts';
import { addGuild, inviteBot } from './guilds.ts';
import type { User } from './records.ts';
import type { World } from './world.ts';

export type WorldOptions = {
  readonly clock: Clock;
  readonly answerWithinMs: number;
  /** Random bytes, for tokens. */
  readonly random?: (length: number) => Uint8Array;
};

/** The world a playground starts with: the app, three people, a server with the bot and one without it. */
export function firstWorld(options: WorldOptions): World {
  const world = emptyWorld(options);
  const { botId, name } = world.application;
  addUser(world, { id: botId, username: name.toLowerCase(), globalName: null, bot: true });
  const ann = addUser(world, { username: 'ann', globalName: 'Ann', locale: 'en-GB', installed: true });
  const ben = addUser(world, { username: 'ben', globalName: 'Ben', locale: 'es-ES' });
  const hana = addUser(world, { username: 'hana', globalName: 'Hana' });
  practiceRoom(world, hana.id, [ann.id, ben.id]);
  const elsewhere = addGuild(world, { name: 'Somewhere Else', ownerId: ben.id, memberIds: [ann.id] });
  addChannel(world, { guildId: elsewhere.id, type: ChannelType.GuildText, name: 'lounge' });
  for (const person of [ann, ben, hana]) dmOf(world, [person.id, botId]);
  dmOf(world, [ann.id, ben.id]);
  return world;
}

export type NewUser = Pick<User, 'username'> & Partial<User>;

/** Makes a person (or a bot) who is in no guild yet. */
export function addUser(world: World, spec: NewUser): User {
  const user: User = {
    id: world.newId(),
    globalName: spec.username,
    bot: false,
    locale: 'en-US',
    dmsOpen: true,
    installed: false,
    ...spec,
  };
  world.users.set(user.id, user);
  return user;
}

function practiceRoom(world: World, ownerId: string, memberIds: readonly string[]): void {
  const guild = addGuild(world, { name: 'The Practice Room', ownerId, memberIds });
  for (const name of ['general', 'interview-practice', 'daily-tip']) {
    addChannel(world, { guildId: guild.id, type: ChannelType.GuildText, name });
  }
  addChannel(world, {
    guildId: guild.id,
    type: ChannelType.GuildText,
    name: 'moderators',
    overwrites: [{ id: guild.id, type: 0, allow: 0n, deny: Bits.ViewChannel }],
  });
  inviteBot(world, guild);
}

function emptyWorld(options: WorldOptions): World {
  const newId = snowflakes(options.clock.now);
  const random = options.random ?? randomBytes;
  const secret = (length: number): string => Buffer.from(random(length)).toString('base64url').slice(0, length);
  const id = newId();
  const token = `${Buffer.from(id).toString('base64').replaceAll('=', '')}.${secret(6)}.${secret(38)}`;
  return {
    clock: options.clock,
    newId,
    secret,
    baseUrl: '',
    application: { id, name: 'Rebound', botId: id, token },
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    gateway: signal(),
    happenings: signal(),
    answerWithinMs: options.answerWithinMs,
  };
}
