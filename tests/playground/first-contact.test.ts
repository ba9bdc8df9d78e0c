import { Events, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { stage, type Stage } from './bare-bot.ts';

let on: Stage;

beforeAll(async () => {
  on = await stage();
  await on.bot.application.commands.set([{ name: 'hello', description: 'Says hello' }]);
});

afterAll(async () => {
  await on.end();
});

test('discord.js becomes ready and sees the one server it is in', () => {
  expect(on.bot.guilds.cache.map((guild) => guild.name)).toEqual(['The Practice Room']);
  expect(on.bot.guilds.cache.first()?.channels.cache.map((channel) => channel.name)).toEqual([
    'general',
    'interview-practice',
    'daily-tip',
    'moderators',
  ]);
  expect(on.bot.application.id).toBe(on.playground.applicationId);
});

test('Ann runs a command and alone sees the private answer', async () => {
  const { playground, bot } = on;
  bot.once(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply({ content: 'Hi!', flags: MessageFlags.Ephemeral });
  });
  const ann = playground.people.named('ann');
  const general = playground.world.channel('general');
  const exchange = await playground.people.command(ann.id, { channelId: general.id, name: 'hello' });
  expect(exchange).toMatchObject({ state: 'answered', answerType: 4 });
  expect(playground.people.seen(ann.id, general.id)).toMatchObject([
    { content: 'Hi!', ephemeral: true, used: { person: 'Ann', command: 'hello' } },
  ]);
  expect(playground.people.seen(playground.people.named('ben').id, general.id)).toEqual([]);
});

test('a port that is taken is said plainly', async () => {
  const port = Number(new URL(on.playground.url).port);
  await expect(startPlayground({ port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: expect.stringContaining(String(port)) as string,
  });
});
