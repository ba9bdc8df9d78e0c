import { ApplicationCommandType, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Command } from '#bot/command.ts';
import { DiscordProblem } from './client.ts';
import { type Definition, definitionOf } from './definition.ts';

type Registration = {
  readonly rest: REST;
  readonly application: string;
  /** Registers for this server alone: changes show at once there. */
  readonly guild?: string;
};

/** `changed`: whether anything had to be sent. `ids`: the id of each command by its name, for mentions. */
export type Registered = { readonly changed: boolean; readonly ids: ReadonlyMap<string, string> };

/** Makes Discord offer exactly these commands: one bulk PUT, and only when what is registered there differs. */
export async function register<F>(commands: readonly Command<F>[], to: Registration): Promise<Registered> {
  const { rest, guild } = to;
  const wanted = commands.map((command) => (guild ? inOneGuild(definitionOf(command)) : definitionOf(command)));
  const present = await registeredAt(to);
  if (same(wanted, present)) return { changed: false, ids: idsOf(present) };
  return { changed: true, ids: idsOf((await rest.put(pathOf(to), { body: wanted })) as Listed) };
}

/** The commands that are registered now. Throws DiscordProblem where the bot is not on the server that it shall serve. */
export const registeredAt = async (at: Registration): Promise<Listed> =>
  (await at.rest
    .get(pathOf(at), { query: new URLSearchParams({ with_localizations: 'true' }) })
    .catch((error: unknown) => Promise.reject(explained(error, at.guild)))) as Listed;

const pathOf = ({ application, guild }: Registration) =>
  guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);

function explained(error: unknown, guild: string | undefined): unknown {
  const isClosed = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
  if (!isClosed || guild === undefined) return error;
  return new DiscordProblem(
    `The bot is not on the server ${guild} that DISCORD_GUILD_ID names. Invite it there first, or remove DISCORD_GUILD_ID to register the commands everywhere.`,
  );
}

/** Discord knows no contexts and ways of installing for the commands of one server. */
const inOneGuild = ({ contexts: _contexts, integration_types: _types, ...definition }: Definition): Definition =>
  definition;

type Listed = readonly { readonly id: string; readonly name: string; readonly type: ApplicationCommandType }[];

/** Only what is typed can be mentioned. */
const idsOf = (listed: Listed): ReadonlyMap<string, string> =>
  new Map(listed.filter(({ type }) => type === ApplicationCommandType.ChatInput).map(({ name, id }) => [name, id]));

const same = (wanted: readonly Definition[], present: Listed): boolean =>
  sortedEssences(wanted).join('\n') === sortedEssences(present).join('\n');

const sortedEssences = (list: readonly object[]): readonly string[] =>
  list.map((one) => JSON.stringify(essence(one))).toSorted((a, b) => (a < b ? -1 : 1));

/** What Discord adds to a definition. */
const added: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
]);

/** A definition without what Discord adds or fills in by default, its keys in order. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, part]) => !added.has(key) && !isDefault(key, part))
    .map(([key, part]) => [key, essence(part)] as const);
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isDefault(key: string, part: unknown): boolean {
  if (key === 'type' && part === ApplicationCommandType.ChatInput) return true;
  if (part === null || part === undefined || part === false || part === '') return true;
  return typeof part === 'object' && Object.keys(part).length === 0;
}
