import { InteractionContextType, type ChatInputCommandInteraction } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bits } from '#playground/world/permissions.ts';
import { answersNext, stage, type Stage } from './bare-bot.ts';

let on: Stage;
let ann: string;
let ben: string;
let hana: string;

beforeAll(async () => {
  on = await stage();
  await on.bot.application.commands.set([
    { name: 'anywhere', description: 'In every place', contexts: [0, 1, 2], integrationTypes: [0, 1] },
    { name: 'server', description: 'In servers only', contexts: [0], integrationTypes: [0] },
    {
      name: 'hosts',
      description: 'For hosts',
      contexts: [0],
      integrationTypes: [0],
      defaultMemberPermissions: Bits.ManageGuild,
    },
  ]);
  const { people } = on.playground;
  [ann, ben, hana] = [people.named('ann').id, people.named('ben').id, people.named('hana').id];
});

afterAll(async () => {
  await on.end();
});

/** Ann uses /anywhere; what the bot makes of the place. */
async function place<T>(
  channelId: string,
  look: (interaction: ChatInputCommandInteraction) => Promise<T> | T,
  answer = true,
): Promise<T> {
  const seen = answersNext(on, async (interaction) => {
    if (!interaction.isChatInputCommand()) throw new Error('Not a slash command');
    if (answer) await interaction.reply('here');
    return await look(interaction);
  });
  await on.playground.people.command(ann, { channelId, name: 'anywhere' });
  return await seen;
}

test('in a server both installations are named, with the permissions of member and app', async () => {
  const channel = on.playground.world.channel('general');
  const found = await place(channel.id, (interaction) => ({
    context: interaction.context,
    owners: interaction.authorizingIntegrationOwners,
    guild: interaction.guild?.name,
    canSend: interaction.appPermissions.has('SendMessages'),
    canManage: interaction.appPermissions.has('ManageMessages'),
    member: interaction.memberPermissions?.has('SendMessages'),
    locale: interaction.locale,
  }));
  expect(found).toMatchObject({
    context: InteractionContextType.Guild,
    owners: { guildId: channel.guildId, userId: ann },
    guild: 'The Practice Room',
    canSend: true,
    canManage: false,
    member: true,
    locale: 'en-GB',
  });
});

test("in the bot's DM the guild installation is said as 0", async () => {
  const found = await place(on.playground.world.dm(ann).id, (interaction) => [
    interaction.context,
    interaction.authorizingIntegrationOwners,
  ]);
  expect(found).toMatchObject([InteractionContextType.BotDM, { guildId: '0', userId: ann }]);
});

test('in a DM between people only the own installation counts', async () => {
  const dm = on.playground.people.channels(ann).find((one) => one.recipients?.includes(ben) === true);
  const found = await place(dm?.id ?? '', (interaction) => [
    interaction.context,
    interaction.authorizingIntegrationOwners,
  ]);
  expect(found).toMatchObject([InteractionContextType.PrivateChannel, { guildId: null, userId: ann }]);
});

test('in a server without the bot Ann brings it along, with five follow-ups at most', async () => {
  const lounge = on.playground.world.channel('lounge', 'Somewhere Else');
  const error = await place(lounge.id, async (interaction) => {
    expect(interaction.authorizingIntegrationOwners).toMatchObject({ guildId: null, userId: ann });
    expect(interaction.guild).toBeNull();
    for (let n = 0; n < 5; n += 1) await interaction.followUp(`more ${n}`);
    return await interaction.followUp('one too many').catch((reason: unknown) => reason);
  });
  expect(error).toMatchObject({ code: 40094 });
  expect(on.playground.people.seen(ben, lounge.id)).toHaveLength(6);
});

test('where members may not use external apps, her answers become private', async () => {
  const lounge = on.playground.world.channel('lounge', 'Somewhere Else');
  on.playground.world.setOverwrites(lounge.id, [
    { id: lounge.guildId ?? '', type: 0, allow: 0n, deny: Bits.UseExternalApps },
  ]);
  const ephemeral = await place(lounge.id, async (interaction) =>
    (await interaction.fetchReply()).flags.has('Ephemeral'),
  );
  expect(ephemeral).toBe(true);
  expect(on.playground.people.seen(ben, lounge.id)).toHaveLength(6);
});

test('people are offered only what is meant for them and the place', () => {
  const { people, world } = on.playground;
  const names = (person: string, channelId: string): readonly string[] =>
    people.commands(person, channelId).map((one) => one.name);
  const general = world.channel('general').id;
  expect(names(ann, general)).toEqual(['anywhere', 'server']);
  expect(names(hana, general)).toEqual(['anywhere', 'server', 'hosts']);
  expect(names(ben, world.dm(ben).id)).toEqual(['anywhere']);
  expect(names(ben, world.channel('lounge', 'Somewhere Else').id)).toEqual([]);
});

test('a person who is not offered a command, or does not see a channel, cannot use it', async () => {
  const { people, world } = on.playground;
  await expect(people.command(ann, { channelId: world.channel('general').id, name: 'hosts' })).rejects.toThrow(
    'not offered',
  );
  await expect(people.command(ann, { channelId: world.channel('moderators').id, name: 'server' })).rejects.toThrow(
    'cannot see',
  );
});
