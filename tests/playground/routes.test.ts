import { once } from 'node:events';
import {
  ChannelType,
  Events,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  OverwriteType,
  PermissionFlagsBits,
  ThreadAutoArchiveDuration,
  type TextChannel,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { minimalBotBits } from '#playground/world/guilds.ts';
import { endPlayground } from '#tests/support/playground.ts';
import { stage, type Stage } from './bare-bot.ts';

const guildName = 'The Practice Room';
let on: Stage;

beforeEach(async () => {
  on = await stage();
});

afterEach(async () => {
  await on.end();
});

/** Invites the bot anew with more than the minimum. */
async function allow(...bits: readonly bigint[]): Promise<void> {
  const back = once(on.bot, Events.GuildCreate);
  on.playground.world.removeBot(guildName);
  on.playground.world.inviteBot(
    guildName,
    bits.reduce((sum, bit) => sum | bit, minimalBotBits),
  );
  await back;
}

async function general(): Promise<TextChannel> {
  return (await on.bot.channels.fetch(on.playground.world.channel('general').id)) as TextChannel;
}

const person = (name: string): string => on.playground.people.named(name).id;

test('a private thread is seen by those who were put into it and by moderators', async () => {
  await allow(PermissionFlagsBits.CreatePrivateThreads, PermissionFlagsBits.SendMessagesInThreads);
  const parent = await general();
  const thread = await parent.threads.create({
    name: 'Ann & Ben',
    type: ChannelType.PrivateThread,
    invitable: false,
    autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
  });
  await thread.members.add(person('ann'));
  await thread.send('Welcome');
  const sees = (name: string): boolean =>
    on.playground.people.channels(person(name)).some((one) => one.id === thread.id);
  expect([sees('ann'), sees('ben'), sees('hana')]).toEqual([true, false, true]);
  expect((await thread.members.fetch(person('ann'))).id).toBe(person('ann'));
  await expect(thread.members.fetch({ member: person('ben'), force: true })).rejects.toMatchObject({ code: 10007 });
  await thread.members.remove(person('ann'));
  expect(sees('ann')).toBe(false);
});

test('a mention in a private thread lets the mentioned in, and no one who cannot see its channel', async () => {
  await allow(PermissionFlagsBits.CreatePrivateThreads, PermissionFlagsBits.SendMessagesInThreads);
  const parent = await general();
  const thread = await parent.threads.create({ name: 'Pair', type: ChannelType.PrivateThread });
  on.playground.world.setOverwrites(parent.id, [
    { id: person('ben'), type: 1, allow: 0n, deny: PermissionFlagsBits.ViewChannel },
  ]);
  await thread.send({ content: `<@${person('ann')}> <@${person('ben')}>` });
  const seen = on.playground.people.seen(person('ann'), thread.id);
  expect(seen.at(-1)?.pings.users).toEqual([person('ann')]);
  expect(on.playground.state.channels.get(thread.id)?.thread?.members.has(person('ben'))).toBe(false);
});

test('threads need their permission, and archived ones take no changes', async () => {
  const parent = await general();
  await expect(parent.threads.create({ name: 'x', type: ChannelType.PrivateThread })).rejects.toMatchObject({
    code: 50013,
  });
  await allow(PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads);
  const thread = await (await general()).threads.create({ name: 'Open', type: ChannelType.PublicThread });
  await thread.setArchived(true);
  await expect(thread.setName('Other')).rejects.toMatchObject({ code: 50083 });
  await expect(thread.members.add(person('ben'))).rejects.toMatchObject({ code: 50083 });
  await thread.send('awake');
  expect(on.playground.state.channels.get(thread.id)?.thread?.archived).toBe(false);
  await expect(thread.setLocked(true)).rejects.toMatchObject({ code: 50013 });
});

test('the active threads of a server can be listed, hidden ones left out', async () => {
  await allow(PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.CreatePrivateThreads);
  const open = await (await general()).threads.create({ name: 'Open', type: ChannelType.PublicThread });
  const old = await (await general()).threads.create({ name: 'Old', type: ChannelType.PublicThread });
  await old.setArchived(true);
  const { threads } = (await on.bot.guilds.cache.first()?.channels.fetchActiveThreads()) ?? { threads: new Map() };
  expect([...threads.keys()]).toEqual([open.id]);
  const archived = await (await general()).threads.fetchArchived();
  expect(archived.threads.map((one) => one.name)).toEqual(['Old']);
});

test('a thread from a message has its id, and there can be only one', async () => {
  await allow(PermissionFlagsBits.CreatePublicThreads);
  const message = await (await general()).send('Discuss');
  const thread = await message.startThread({ name: 'Discussion' });
  expect(thread.id).toBe(message.id);
  await expect(message.startThread({ name: 'Again' })).rejects.toMatchObject({ code: 160004 });
});

test('deleting a channel takes its threads along', async () => {
  await allow(PermissionFlagsBits.CreatePublicThreads);
  const thread = await (await general()).threads.create({ name: 'Gone soon', type: ChannelType.PublicThread });
  const gone = once(on.bot, Events.ThreadDelete);
  on.playground.world.deleteChannel(on.playground.world.channel('general').id);
  expect(await gone).toMatchObject([{ id: thread.id }]);
  await expect(thread.send('anyone?')).rejects.toMatchObject({ code: 10003 });
});

test('a hidden channel is missing access, an unknown one is unknown', async () => {
  const hidden = on.playground.world.channel('moderators').id;
  await expect(on.bot.rest.get(`/channels/${hidden}`)).rejects.toMatchObject({ code: 50001, status: 403 });
  await expect(on.bot.rest.get('/channels/1')).rejects.toMatchObject({ code: 10003, status: 404 });
});

test('without SEND_MESSAGES a post is refused', async () => {
  const channel = on.playground.world.channel('general');
  on.playground.world.setOverwrites(channel.id, [
    { id: channel.guildId ?? '', type: 0, allow: 0n, deny: PermissionFlagsBits.SendMessages },
  ]);
  await expect((await general()).send('hello')).rejects.toMatchObject({ code: 50013 });
  const role = on.bot.guilds.cache.first()?.members.me?.roles.botRole?.id ?? '';
  on.playground.world.setOverwrites(channel.id, [
    { id: channel.guildId ?? '', type: 0, allow: 0n, deny: PermissionFlagsBits.SendMessages },
    { id: role, type: 0, allow: PermissionFlagsBits.SendMessages, deny: 0n },
  ]);
  await expect((await general()).send('hello')).resolves.toBeDefined();
});

test('overwrites give and take only what the bot has itself', async () => {
  await allow(PermissionFlagsBits.ManageRoles);
  const channel = await general();
  await channel.permissionOverwrites.create(person('ann'), { SendMessages: false }, { type: OverwriteType.Member });
  expect(on.playground.people.commands(person('ann'), channel.id)).toEqual([]);
  expect(() => on.playground.people.say(person('ann'), { channelId: channel.id, text: 'me?' })).toThrow(
    'may not write',
  );
  await expect(
    channel.permissionOverwrites.create(person('ann'), { BanMembers: true }, { type: OverwriteType.Member }),
  ).rejects.toMatchObject({
    code: 50013,
  });
  await channel.permissionOverwrites.delete(person('ann'));
});

test('an event is planned, begun and ended, in that order only', async () => {
  await allow(PermissionFlagsBits.CreateEvents);
  const guild = on.bot.guilds.cache.first();
  const start = Date.now() + 60_000;
  const event = await guild?.scheduledEvents.create({
    name: 'Mock interview',
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: 'here' },
    scheduledStartTime: start,
    scheduledEndTime: start + 3_600_000,
  });
  expect(await guild?.scheduledEvents.fetch()).toHaveLength(1);
  await expect(event?.setStatus(GuildScheduledEventStatus.Completed as never)).rejects.toMatchObject({ code: 50035 });
  await event?.setStatus(GuildScheduledEventStatus.Active);
  await event?.setStatus(GuildScheduledEventStatus.Completed);
  expect(on.playground.world.guild(guildName).events.size).toBe(0);
});

test('closed DMs are told from having nothing in common', async () => {
  const ben = await on.bot.users.createDM(person('ben'));
  await ben.send('Hi Ben');
  on.playground.world.setDmsOpen(person('ben'), false);
  await expect(ben.send('Still there?')).rejects.toMatchObject({ code: 50007 });
  on.playground.world.setDmsOpen(person('ben'), true);
  on.playground.world.leave(guildName, person('ben'));
  await expect(ben.send('Still there?')).rejects.toMatchObject({ code: 50278 });
});

test('pins need their permission and can be listed', async () => {
  const message = await (await general()).send('Keep this');
  await expect(message.pin()).rejects.toMatchObject({ code: 50013 });
  await allow(PermissionFlagsBits.PinMessages);
  await message.pin();
  expect((await (await general()).messages.fetchPins()).items).toHaveLength(1);
  await message.unpin();
});

test('a member can be asked for, the list of all members cannot', async () => {
  const guild = on.bot.guilds.cache.first();
  expect((await guild?.members.fetch(person('ann')))?.user.username).toBe('ann');
  await expect(on.bot.rest.get(`/guilds/${guild?.id ?? ''}/members`)).rejects.toMatchObject({ code: 50001 });
});

test('a bot that asks for a route that is not there is found out when its suite ends', async () => {
  const playground = await startPlayground({ strict: false });
  await fetch(`${playground.apiUrl}/v10/stickers/1`, { headers: { authorization: `Bot ${playground.token}` } });
  await expect(endPlayground(playground)).rejects.toThrow('The playground has no such routes:\nGET /stickers/1');
});
