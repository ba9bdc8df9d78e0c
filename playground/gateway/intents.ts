import { GatewayIntentBits as Intents } from 'discord-api-types/v10';
import type { Json } from '#playground/world/records.ts';
import type { GatewayEvent, World } from '#playground/world/world.ts';

/** Intents that must be switched on for an app before it may ask for them. */
export const privileged = Intents.GuildMembers | Intents.GuildPresences | Intents.MessageContent;

/** Every intent there is. */
export const allIntents = Object.values(Intents).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

/** Which intent an event needs, by the start of its name; the first that fits counts (Events → Gateway → List of Intents). */
const needed: readonly (readonly [prefix: string, inGuild: number, inDm: number])[] = [
  ['INTERACTION_CREATE', 0, 0],
  ['GUILD_MEMBER_', Intents.GuildMembers, 0],
  ['GUILD_SCHEDULED_EVENT_', Intents.GuildScheduledEvents, 0],
  ['MESSAGE_', Intents.GuildMessages, Intents.DirectMessages],
  ['CHANNEL_PINS_', Intents.Guilds, Intents.DirectMessages],
  ['TYPING_', Intents.GuildMessageTyping, Intents.DirectMessageTyping],
  ['GUILD_', Intents.Guilds, 0],
  ['CHANNEL_', Intents.Guilds, 0],
  ['THREAD_', Intents.Guilds, 0],
];

/** Whether a session with these intents hears of an event. */
export function wants(intents: number, event: GatewayEvent): boolean {
  const row = needed.find(([prefix]) => event.name.startsWith(prefix));
  const bit = event.guildId === undefined ? row?.[2] : row?.[1];
  return bit === undefined || bit === 0 || (intents & bit) !== 0;
}

/** Without the message content intent other people's words are left out, except in DMs and where the bot is mentioned. */
export function cutContent(world: World, intents: number, event: GatewayEvent): Json {
  if (!event.name.startsWith('MESSAGE_') || event.guildId === undefined) return event.data;
  if ((intents & Intents.MessageContent) !== 0 || !('author' in event.data)) return event.data;
  const { botId } = world.application;
  const isBot = (user: unknown): boolean =>
    typeof user === 'object' && user !== null && 'id' in user && user.id === botId;
  const { author, mentions } = event.data;
  if (isBot(author) || (Array.isArray(mentions) && mentions.some(isBot))) return event.data;
  return { ...event.data, content: '', embeds: [], attachments: [], components: [] };
}
