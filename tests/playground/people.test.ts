import { Events, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WaitedTooLong } from '#playground/signal.ts';
import { startPlayground } from '#playground/start.ts';
import { endPlayground } from '#tests/support/playground.ts';
import { answersNext, stage, type Stage } from './bare-bot.ts';

let on: Stage;
let ann: string;
let ben: string;
let general: string;

beforeAll(async () => {
  on = await stage();
  await on.bot.application.commands.set([{ name: 'hello', description: 'x' }]);
  [ann, ben] = [on.playground.people.named('ann').id, on.playground.people.named('ben').id];
  general = on.playground.world.channel('general').id;
});

afterAll(async () => {
  await on.end();
});

test('waiting for what never happens ends with an error that says so', async () => {
  await expect(on.playground.people.next(() => true, 20)).rejects.toThrow(WaitedTooLong);
  await expect(on.playground.people.until(() => undefined, 20)).rejects.toThrow('within 20 ms');
});

test('what has happened already needs no waiting', async () => {
  expect(await on.playground.people.until(() => 'there', 1)).toBe('there');
});

test('an exchange goes on after its first answer, and that can be waited for', async () => {
  const answered = answersNext(on, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('one');
    await interaction.followUp({ content: 'two', flags: MessageFlags.Ephemeral });
  });
  const exchange = await on.playground.people.command(ann, { channelId: general, name: 'hello' });
  await on.playground.people.until(() => exchange.messageIds.length === 2 || undefined);
  expect(exchange).toMatchObject({ thinking: false, edits: 1 });
  await answered;
});

test('a dismissed message is gone, for the bot too', async () => {
  const dismissed = on.playground.people.next((happening) => happening.kind === 'deleted');
  const answered = answersNext(on, async (interaction) => {
    if (!interaction.isChatInputCommand()) return undefined;
    await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    await dismissed;
    return await interaction.editReply('still here?').catch((error: unknown) => error);
  });
  const exchange = await on.playground.people.command(ann, { channelId: general, name: 'hello' });
  expect(() => on.playground.people.dismiss(ben, exchange.messageIds[0] ?? '')).toThrow('for you alone');
  on.playground.people.dismiss(ann, exchange.messageIds[0] ?? '');
  expect(await answered).toMatchObject({ code: 10_008 });
});

test("Ben's private matters do not reach Ann's ears", async () => {
  const noticed: (string | undefined)[] = [];
  const stop = on.playground.state.happenings.on((one) => void noticed.push(one.viewerId));
  const answered = answersNext(on, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Hi Ben', flags: MessageFlags.Ephemeral });
  });
  await on.playground.people.command(ben, { channelId: general, name: 'hello' });
  await answered;
  stop();
  expect(new Set(noticed)).toEqual(new Set([ben]));
});

test('a bot that is not connected lets the interaction fail', async () => {
  const alone = await startPlayground({ answerWithinMs: 30 });
  alone.state.commands.set('global', [...(on.playground.state.commands.get('global') ?? [])]);
  const person = alone.people.named('ann').id;
  const channelId = alone.world.channel('general').id;
  expect(await alone.people.command(person, { channelId, name: 'hello' })).toMatchObject({ state: 'failed' });
  await endPlayground(alone);
});

test("people's messages reach the bot only with the intent for them", async () => {
  const heard: string[] = [];
  on.bot.on(Events.MessageCreate, (message) => void heard.push(message.content));
  on.playground.people.say(ann, { channelId: general, text: 'anyone?' });
  const created = new Promise((resolve) => {
    on.bot.once(Events.ChannelCreate, resolve);
  });
  on.playground.world.addChannel('The Practice Room', { name: 'after' });
  await created;
  expect(heard).toEqual([]);
});
