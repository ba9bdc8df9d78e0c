// What Rebound is compared with: the least bot that discord.js makes. It answers commands, presses and forms with what
// stands in a file, and knows, keeps and asks nothing.

import { readFileSync } from 'node:fs';
import {
  type APIInteractionResponseCallbackData,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  Client,
  type ClientApplication,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';

type Sent = APIInteractionResponseCallbackData;

/** What Rebound sent, word for word: its card for each command, its form for a press, its card for a form. */
type Cards = {
  readonly commands: Readonly<Record<string, Sent>>;
  readonly form: APIModalInteractionResponseCallbackData;
  readonly submitted: Sent;
};

const { DISCORD_TOKEN, DISCORD_API_URL = '', CARDS } = process.env;
const cards = CARDS === undefined ? undefined : (JSON.parse(readFileSync(CARDS, 'utf8')) as Cards);

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(replyTo(interaction.commandName));
  if (interaction.isButton() && cards) void interaction.showModal(cards.form);
  if (interaction.isModalSubmit() && interaction.isFromMessage() && cards) {
    const { components = [] } = cards.submitted;
    void interaction.update({ components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [] } });
  }
});

client.once(Events.ClientReady, ({ application }) => void register(application));
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(DISCORD_TOKEN);

async function register({ commands }: ClientApplication): Promise<void> {
  const lesson = { type: ApplicationCommandOptionType.String, name: 'lesson', description: 'Its title' } as const;
  const show = { type: ApplicationCommandOptionType.Subcommand, name: 'show', description: 'Opens a lesson' } as const;
  const role = { type: ApplicationCommandOptionType.String, name: 'role', description: 'The work' } as const;
  const question = {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'question',
    description: 'Asks one',
  } as const;
  const mock = { name: 'mock', description: 'Mock interviews', options: [{ ...question, options: [role] }] };
  await commands.set([
    { name: 'lesson', description: 'Lessons', options: [{ ...show, options: [lesson] }] },
    ...(cards ? [mock] : []),
  ]);
  process.stdout.write('ready\n');
}

function replyTo(command: string): InteractionReplyOptions {
  if (!cards) return { content: 'A lesson.', flags: MessageFlags.Ephemeral };
  const sent = cards.commands[command];
  if (!sent) throw new Error(`Rebound’s card for /${command} is not in the file.`);
  const { components = [], flags } = sent;
  return { components, flags: flags as number, allowedMentions: { parse: [] } };
}
