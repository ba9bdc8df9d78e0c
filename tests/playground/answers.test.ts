import { MessageFlags, type ChatInputCommandInteraction, type Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Exchange } from '#playground/interactions/interaction.ts';
import { answersNext, stage, type Stage } from './bare-bot.ts';

let on: Stage;
let ann: string;
let ben: string;
let general: string;

beforeAll(async () => {
  on = await stage();
  await on.bot.application.commands.set([{ name: 'hello', description: 'Says hello' }]);
  ann = on.playground.people.named('ann').id;
  ben = on.playground.people.named('ben').id;
  general = on.playground.world.channel('general').id;
});

afterAll(async () => {
  await on.end();
});

const textDisplay = (content: string): { type: 10; content: string } => ({ type: 10, content });
const row = (...ids: readonly string[]): object => ({
  type: 1,
  components: ids.map((custom_id) => ({ type: 2, style: 1, label: custom_id, custom_id })),
});

function slash(interaction: Interaction): ChatInputCommandInteraction {
  if (!interaction.isChatInputCommand()) throw new Error('Not a slash command');
  return interaction;
}

/** Ann says /hello and the bot does this. */
async function hello<T>(
  handler: (interaction: ChatInputCommandInteraction) => Promise<T>,
): Promise<{ exchange: Exchange; result: T }> {
  const done = answersNext(on, async (interaction) => await handler(slash(interaction)));
  const exchange = await on.playground.people.command(ann, { channelId: general, name: 'hello' });
  return { exchange, result: await done };
}

function lastSeenBy(person: string): ReturnType<typeof on.playground.people.seen>[number] | undefined {
  return on.playground.people.seen(person, general).at(-1);
}

test('a private deferral thinks, then its edit brings Components V2 and stays private', async () => {
  const { exchange } = await hello(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    expect(lastSeenBy(ann)).toMatchObject({ thinking: true, ephemeral: true });
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [textDisplay('Ready')] });
  });
  expect(exchange).toMatchObject({ state: 'answered', answerType: 5, thinking: false, edits: 1 });
  expect(lastSeenBy(ann)).toMatchObject({
    thinking: false,
    ephemeral: true,
    edited: false,
    components: [{ type: 10, id: 1 }],
  });
  expect(lastSeenBy(ben)).toBeUndefined();
});

test('Components V2 cannot come with the deferral, nor content with Components V2', async () => {
  const { result } = await hello(async (interaction) => {
    const url = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const deferral = { type: 5, data: { flags: MessageFlags.IsComponentsV2 } };
    const refused = await on.bot.rest.post(url, { body: deferral, auth: false }).catch((error: unknown) => error);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const mixed = await on.bot.rest
      .patch(`/webhooks/${on.playground.applicationId}/${interaction.token}/messages/@original`, {
        body: { flags: MessageFlags.IsComponentsV2, content: 'x', components: [textDisplay('y')] },
        auth: false,
      })
      .catch((error: unknown) => error);
    return { refused, mixed };
  });
  expect(result.refused).toMatchObject({
    code: 50035,
    rawError: { errors: { data: { flags: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } } },
  });
  expect(result.mixed).toMatchObject({
    rawError: { errors: { content: { _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' }] } } },
  });
});

test('a second first answer is refused with 40060', async () => {
  const { result } = await hello(async (interaction) => {
    await interaction.reply('once');
    const url = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    return await on.bot.rest
      .post(url, { body: { type: 4, data: { content: 'twice' } }, auth: false })
      .catch((error: unknown) => error);
  });
  expect(result).toMatchObject({ status: 400, code: 40060 });
});

test('without an answer in time the interaction failed for Ann, and the late answer gets 10062', async () => {
  const { exchange, result: late } = await hello(async (interaction) => await Promise.resolve(interaction));
  expect(exchange).toMatchObject({ state: 'failed', messageIds: [] });
  await expect(late.reply('too late')).rejects.toMatchObject({ code: 10062 });
});

test('follow-ups have their own privacy, and a follow-up before any answer is unknown', async () => {
  const { exchange, result } = await hello(async (interaction) => {
    const early = await on.bot.rest
      .post(`/webhooks/${on.playground.applicationId}/${interaction.token}`, {
        body: { content: 'early' },
        auth: false,
      })
      .catch((error: unknown) => error);
    await interaction.reply('public');
    await interaction.followUp({ content: 'for Ann', flags: MessageFlags.Ephemeral });
    return early;
  });
  expect(result).toMatchObject({ code: 10015 });
  expect(lastSeenBy(ann)).toMatchObject({ content: 'for Ann', ephemeral: true });
  expect(lastSeenBy(ben)).toMatchObject({ content: 'public', ephemeral: false });
  await on.playground.people.until(() => exchange.messageIds.length === 2 || undefined);
});

test('the first follow-up after a deferral fills the deferred message', async () => {
  const { exchange } = await hello(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: 'still private' });
  });
  expect(exchange.messageIds).toHaveLength(1);
  expect(lastSeenBy(ann)).toMatchObject({ content: 'still private', ephemeral: true, thinking: false });
});

test('a token dies after 15 minutes of product time', async () => {
  const { exchange, result } = await hello(async (interaction) => {
    await interaction.reply('soon');
    on.playground.clock.setOffset(15 * 60 * 1000 + 1000);
    const error = await interaction.editReply('later').catch((reason: unknown) => reason);
    on.playground.clock.setOffset(0);
    return error;
  });
  expect(exchange.state).toBe('answered');
  expect(result).toMatchObject({ code: 50027 });
});

test('a press can update the message it stands on, or defer and edit it later', async () => {
  const { exchange } = await hello(
    async (interaction) => await interaction.reply({ content: 'Choose', components: [row('a', 'b')] as never }),
  );
  const messageId = exchange.messageIds[0] ?? '';
  const updated = answersNext(on, async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'A it is', components: [] });
  });
  const press = await on.playground.people.press(ben, { messageId, customId: 'a' });
  await updated;
  expect(press).toMatchObject({ answerType: 7, messageIds: [messageId] });
  expect(lastSeenBy(ann)).toMatchObject({ id: messageId, content: 'A it is', edited: true });
  await expect(on.playground.people.press(ben, { messageId, customId: 'a' })).rejects.toThrow('nothing with the id');
});

test("Ben can't press a button of an answer that only Ann sees", async () => {
  const { exchange } = await hello(
    async (interaction) =>
      await interaction.reply({ content: 'Secret', flags: MessageFlags.Ephemeral, components: [row('a')] as never }),
  );
  const messageId = exchange.messageIds[0] ?? '';
  await expect(on.playground.people.press(ben, { messageId, customId: 'a' })).rejects.toThrow('it is for someone else');
  const deferred = answersNext(on, async (interaction) => {
    if (!interaction.isButton()) return;
    expect(interaction.message.id).toBe(messageId);
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'Seen', components: [] });
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
  });
  await on.playground.people.press(ann, { messageId, customId: 'a' });
  await deferred;
  expect(on.playground.people.seen(ann, general).slice(-2)).toMatchObject([
    { content: 'Seen', ephemeral: true },
    { content: 'and more', replyTo: messageId },
  ]);
});

test('the answer to an answer brings its message when asked for', async () => {
  const { exchange, result } = await hello(async (interaction) => {
    const response = await interaction.reply({ content: 'hi', flags: MessageFlags.Ephemeral, withResponse: true });
    return [response.resource?.message?.id, response.interaction.responseMessageEphemeral];
  });
  expect(result).toEqual([exchange.messageIds[0], true]);
});
