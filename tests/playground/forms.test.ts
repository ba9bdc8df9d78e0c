import {
  InteractionType,
  MessageFlags,
  type APIModalInteractionResponseCallbackData,
  type ModalSubmitInteraction,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Exchange } from '#playground/interactions/interaction.ts';
import { answersNext, stage, type Stage } from './bare-bot.ts';

let on: Stage;
let ann: string;
let general: string;

beforeAll(async () => {
  on = await stage();
  await on.bot.application.commands.set([{ name: 'form', description: 'Opens a form' }]);
  ann = on.playground.people.named('ann').id;
  general = on.playground.world.channel('general').id;
});

afterAll(async () => {
  await on.end();
});

const options = ['one', 'two', 'three'].map((value) => ({ label: value, value }));
const label = (component: object): object => ({ type: 18, label: 'Say', component });

const everything = {
  custom_id: 'everything',
  title: 'Everything',
  components: [
    label({ type: 4, custom_id: 'text', style: 2, max_length: 10 }),
    label({ type: 3, custom_id: 'select', options, required: false }),
    label({ type: 21, custom_id: 'radio', options }),
    label({ type: 22, custom_id: 'group', options, max_values: 2 }),
    label({ type: 23, custom_id: 'box' }),
  ],
} as unknown as APIModalInteractionResponseCallbackData;

async function openForm(form: APIModalInteractionResponseCallbackData): Promise<Exchange> {
  const shown = answersNext(on, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
  });
  const exchange = await on.playground.people.type(ann, { channelId: general, text: '/form' });
  await shown;
  return exchange;
}

async function submitted(handler: (interaction: ModalSubmitInteraction) => Promise<unknown>): Promise<unknown> {
  return await answersNext(on, async (interaction) => {
    if (interaction.type === InteractionType.ModalSubmit) return await handler(interaction);
    throw new Error('Not a form');
  });
}

test('a form of every component comes back with what Ann entered', async () => {
  const exchange = await openForm(everything);
  expect(exchange.form?.title).toBe('Everything');
  const read = submitted(async (interaction) => {
    await interaction.reply({ content: 'Thanks', flags: MessageFlags.Ephemeral });
    return {
      text: interaction.fields.getTextInputValue('text'),
      select: interaction.fields.getStringSelectValues('select'),
      radio: interaction.fields.getRadioGroup('radio'),
      group: interaction.fields.getCheckboxGroup('group'),
      box: interaction.fields.getCheckbox('box'),
    };
  });
  const values = { text: 'hello', select: ['two'], radio: 'three', group: ['one', 'two'], box: true };
  const sent = await on.playground.people.submit(ann, { formId: exchange.interactionId, values });
  expect(sent.state).toBe('answered');
  expect(await read).toEqual(values);
});

test('a form refuses what its limits forbid, and can be sent only once', async () => {
  const exchange = await openForm(everything);
  const formId = exchange.interactionId;
  const send = async (values: Record<string, string | string[]>): Promise<Exchange> =>
    await on.playground.people.submit(ann, { formId, values });
  const fine = { text: 'short', radio: 'one', group: ['one'] };
  await expect(send({ ...fine, text: 'much too long' })).rejects.toThrow('0 to 10 characters');
  await expect(send({ ...fine, text: '' })).rejects.toThrow('must be filled in');
  await expect(send({ ...fine, radio: 'four' })).rejects.toThrow('none of the options');
  await expect(send({ ...fine, group: ['one', 'two', 'three'] })).rejects.toThrow('Between 1 and 2');
  await expect(send({ ...fine, nothing: 'x' })).rejects.toThrow('no "nothing"');
  const read = submitted(async (interaction) => await interaction.reply('ok'));
  await send(fine);
  await read;
  await expect(send(fine)).rejects.toThrow('sent already');
});

test("a form can't answer a form, nor follow a deferral", async () => {
  const exchange = await openForm(everything);
  const answered = submitted(async (interaction) => {
    const url = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const another = await on.bot.rest
      .post(url, { body: { type: 9, data: everything }, auth: false })
      .catch((error: unknown) => error);
    await interaction.deferReply();
    const after = await on.bot.rest
      .post(url, { body: { type: 9, data: everything }, auth: false })
      .catch((error: unknown) => error);
    await interaction.deleteReply();
    return [another, after];
  });
  await on.playground.people.submit(ann, {
    formId: exchange.interactionId,
    values: { text: 'a', radio: 'one', group: ['one'] },
  });
  expect(await answered).toMatchObject([{ code: 50035 }, { code: 40060 }]);
});

test('a file for an upload field arrives as an attachment that can be fetched', async () => {
  const exchange = await openForm({
    custom_id: 'cv',
    title: 'Your CV',
    components: [label({ type: 19, custom_id: 'file' })],
  } as unknown as APIModalInteractionResponseCallbackData);
  const read = submitted(async (interaction) => {
    await interaction.deferReply();
    const file = interaction.fields.getUploadedFiles('file', true).first();
    return [file?.name, await (await fetch(file?.url ?? '')).text()];
  });
  const values = { file: [{ name: 'cv.txt', text: 'Ann' }] };
  await on.playground.people.submit(ann, { formId: exchange.interactionId, values });
  expect(await read).toEqual(['cv.txt', 'Ann']);
});
