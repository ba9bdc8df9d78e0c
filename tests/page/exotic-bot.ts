/** A small bot that shows what ours does not use yet: every component, every field of a form, every kind of option. */
import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType as Kind,
  type APIModalInteractionResponseCallbackData,
  type ApplicationCommandDataResolvable,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { stage, type Stage } from '#tests/playground/bare-bot.ts';
import { gallery } from './gallery.ts';

const commands: readonly ApplicationCommandDataResolvable[] = [
  { name: 'gallery', description: 'Every component of a message' },
  { name: 'form', description: 'Every field of a form' },
  { name: 'silence', description: 'Never answers' },
  { name: 'wait', description: 'Thinks for a while' },
  {
    name: 'order',
    description: 'Every kind of option',
    options: [
      { name: 'dish', description: 'What you want', type: Option.String, required: true, autocomplete: true },
      {
        name: 'size',
        description: 'How much',
        type: Option.String,
        required: true,
        choices: [
          { name: 'Small', value: 's' },
          { name: 'Large', value: 'l' },
        ],
      },
      { name: 'count', description: 'How often', type: Option.Integer, minValue: 1, maxValue: 9 },
      { name: 'guest', description: 'With whom', type: Option.User },
      { name: 'takeaway', description: 'To take away', type: Option.Boolean },
    ],
  },
  { name: 'Repeat', type: Kind.Message },
  { name: 'Greet', type: Kind.User },
];

/** Every field; the answer must have 10 to 40 characters. */
const everyField: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'Every field',
  components: [
    label('Your answer', { type: 4, custom_id: 'answer', style: 2, min_length: 10, max_length: 40 }, 'In a few words'),
    label('One of them', { type: 21, custom_id: 'one', options: choices('Red', 'Blue') }),
    label('Some of them', { type: 22, custom_id: 'some', max_values: 2, options: choices('Tea', 'Milk', 'Juice') }),
    label('From a list', { type: 3, custom_id: 'list', options: choices('North', 'South'), placeholder: 'Which way' }),
    label('Agreed', { type: 23, custom_id: 'agreed' }),
  ],
} as APIModalInteractionResponseCallbackData;

function label(text: string, component: object, description?: string): object {
  return { type: 18, label: text, component, ...(description === undefined ? {} : { description }) };
}

function choices(...names: readonly string[]): readonly object[] {
  return names.map((name) => ({ label: name, value: name.toLowerCase() }));
}

/** The bot on its playground, with its commands registered. What it heard is in `heard`. */
export async function exoticStage(): Promise<Stage & { readonly heard: string[] }> {
  const on = await stage();
  const heard: string[] = [];
  on.bot.on('interactionCreate', (interaction) => void answer(interaction, heard));
  await on.bot.application.commands.set([...commands]);
  return { ...on, heard };
}

async function answer(interaction: Interaction, heard: string[]): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const dishes = ['Soup of the day', 'Salad', 'Stew'].filter((one) =>
      one.toLowerCase().includes(typed.toLowerCase()),
    );
    await interaction.respond(dishes.map((name) => ({ name, value: name.toLowerCase() })));
  } else if (interaction.isChatInputCommand()) await answerCommand(interaction, heard);
  else if (interaction.isMessageContextMenuCommand())
    await say(interaction, `Again: ${interaction.targetMessage.content}`);
  else if (interaction.isUserContextMenuCommand())
    await say(interaction, `Hello, ${interaction.targetUser.displayName}`);
  else if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const heardNow = [
      fields.getTextInputValue('answer'),
      String(fields.getRadioGroup('one')),
      fields.getCheckboxGroup('some').join('+'),
      fields.getStringSelectValues('list').join('+'),
      String(fields.getCheckbox('agreed')),
    ].join(' · ');
    await say(interaction, heardNow);
  } else if (interaction.isMessageComponent()) {
    heard.push(`${interaction.customId}: ${interaction.isAnySelectMenu() ? interaction.values.join('+') : 'pressed'}`);
    await interaction.deferUpdate();
  }
}

type Command = Extract<Interaction, { commandName: string; isChatInputCommand(): boolean }>;

async function answerCommand(
  interaction: Command & Extract<Interaction, { showModal: unknown }>,
  heard: string[],
): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === 'gallery') {
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: gallery as never,
      files: [{ attachment: Buffer.from('Hello'), name: 'notes.txt' }],
    });
  } else if (interaction.commandName === 'form') await interaction.showModal(everyField);
  else if (interaction.commandName === 'wait') await interaction.deferReply();
  else if (interaction.commandName === 'order') {
    const { data } = interaction.options;
    heard.push(data.map(({ name, value }) => `${name}=${String(value)}`).join(' '));
    await say(interaction, 'It is on its way');
  }
}

async function say(interaction: Extract<Interaction, { reply: unknown }>, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
}
