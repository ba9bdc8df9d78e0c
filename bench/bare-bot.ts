// What Rebound is compared with: the least bot that discord.js makes, one command answered by one reply.

import { readFileSync } from 'node:fs';
import {
  type APIInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  Client,
  type ClientApplication,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';

const { DISCORD_TOKEN, DISCORD_API_URL = '', CARD } = process.env;
const card: InteractionReplyOptions =
  CARD === undefined ? { content: 'A lesson.', flags: MessageFlags.Ephemeral } : replyIn(CARD);

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(card);
});

client.once(Events.ClientReady, ({ application }) => void register(application));
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(DISCORD_TOKEN);

async function register({ commands }: ClientApplication): Promise<void> {
  const lesson = { type: ApplicationCommandOptionType.String, name: 'lesson', description: 'Its title' } as const;
  const show = { type: ApplicationCommandOptionType.Subcommand, name: 'show', description: 'Opens a lesson' } as const;
  await commands.set([{ name: 'lesson', description: 'Lessons', options: [{ ...show, options: [lesson] }] }]);
  process.stdout.write('ready\n');
}

/** The same message that Rebound sent, word for word, as its JSON stands in a file. */
function replyIn(file: string): InteractionReplyOptions {
  const { components = [], flags } = JSON.parse(readFileSync(file, 'utf8')) as APIInteractionResponseCallbackData;
  return { components, flags: flags as number, allowedMentions: { parse: [] } };
}
