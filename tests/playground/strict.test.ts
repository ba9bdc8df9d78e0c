import { Events, type DiscordAPIError } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bits } from '#playground/world/permissions.ts';
import { minimalBotBits } from '#playground/world/guilds.ts';
import { answersNext, stage, type Stage } from './bare-bot.ts';
import { commandPairs } from './payloads/commands.ts';
import { optionPairs } from './payloads/command-options.ts';
import { answerPairs, suggestionPairs } from './payloads/answers.ts';
import { legacyPairs } from './payloads/buttons.ts';
import { modernPairs } from './payloads/components.ts';
import { formPairs } from './payloads/forms.ts';
import { messagePairs } from './payloads/messages.ts';
import type { Pair } from './payloads/pair.ts';
import { channelPairs, eventPairs, threadPairs } from './payloads/places.ts';

let on: Stage;
let general: string;
let guild: string;
let ann: string;

const hello = {
  name: 'hello',
  description: 'x',
  options: [{ type: 3 as const, name: 'word', description: 'x', autocomplete: true }],
};

beforeAll(async () => {
  on = await stage();
  guild = on.playground.world.guild('The Practice Room').id;
  const back = new Promise((resolve) => {
    on.bot.once(Events.GuildCreate, resolve);
  });
  on.playground.world.removeBot(guild);
  on.playground.world.inviteBot(
    guild,
    minimalBotBits |
      Bits.ManageChannels |
      Bits.ManageRoles |
      Bits.CreateEvents |
      Bits.CreatePrivateThreads |
      Bits.CreatePublicThreads,
  );
  await back;
  general = on.playground.world.channel('general').id;
  ann = on.playground.people.named('ann').id;
  await on.bot.application.commands.set([hello], guild);
});

afterAll(async () => {
  await on.end();
});

type Send = (body: unknown) => Promise<unknown>;

const post =
  (path: () => string): Send =>
  async (body) =>
    await on.bot.rest.post(path() as `/${string}`, { body });

const setCommands: Send = async (body) =>
  await on.bot.rest.put(`/applications/${on.playground.applicationId}/commands`, { body });

/** Answers a fresh /hello of Ann's with this body. */
const answer: Send = async (body) => {
  const sent = answersNext(on, async (interaction) => await callback(interaction, body));
  await Promise.all([sent, on.playground.people.command(ann, { channelId: general, name: 'hello' })]);
};

/** Answers a fresh request for suggestions. */
const suggest: Send = async (body) => {
  const sent = answersNext(on, async (interaction) => await callback(interaction, body));
  const options = [{ name: 'word', value: 'w', focused: true }];
  await Promise.all([sent, on.playground.people.autocomplete(ann, { channelId: general, name: 'hello', options })]);
};

/** A refused answer is followed by a fitting one, so that nobody waits three seconds. */
async function callback(
  interaction: { readonly id: string; readonly token: string; readonly type: number },
  body: unknown,
): Promise<void> {
  const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
  try {
    await on.bot.rest.post(path, { body, auth: false });
  } catch (error) {
    await on.bot.rest.post(path, {
      body: interaction.type === 4 ? { type: 8, data: { choices: [] } } : { type: 5 },
      auth: false,
    });
    throw error;
  }
}

const tables: readonly (readonly [string, readonly Pair[], Send])[] = [
  ['commands', commandPairs, setCommands],
  ['options of commands', optionPairs, setCommands],
  ['messages', messagePairs, post(() => `/channels/${general}/messages`)],
  ['buttons and selects', legacyPairs, post(() => `/channels/${general}/messages`)],
  ['Components V2', modernPairs, post(() => `/channels/${general}/messages`)],
  ['forms', formPairs, answer],
  ['answers', answerPairs, answer],
  ['suggestions', suggestionPairs, suggest],
  ['threads', threadPairs, post(() => `/channels/${general}/threads`)],
  ['channels', channelPairs, post(() => `/guilds/${guild}/channels`)],
  ['events', eventPairs, post(() => `/guilds/${guild}/scheduled-events`)],
];

/** What stands for the path of an error that has none. */
const nowhere = '-';

/** The paths at which a 50035 names errors, as `0.options.1.name`. */
function pathsOf(errors: unknown, at: readonly string[] = []): readonly string[] {
  if (errors === undefined) return [nowhere];
  if (Array.isArray(errors)) return [at.slice(0, -1).join('.')];
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, inner]) => pathsOf(inner, [...at, key]));
}

test('the table has at least 120 refused and as many accepted bodies, each with its rule', () => {
  const pairs = tables.flatMap(([, list]) => list);
  expect(pairs.length).toBeGreaterThanOrEqual(120);
  expect(pairs.filter((pair) => pair.rule.length < 10 || pair.what === '')).toEqual([]);
});

test("what only Discord's own description knows is refused too", async () => {
  const poll = { question: { text: 'Ready?' }, answers: [{ poll_media: { text: 'Yes' } }], duration: 'long' };
  const sent = post(() => `/channels/${general}/messages`)({ poll });
  await expect(sent).rejects.toMatchObject({
    rawError: { errors: { poll: { duration: { _errors: [{ code: 'DISCORD_API_SPEC' }] } } } },
  });
});

describe.each(tables)('%s', (_name, pairs, send) => {
  test.each(pairs)('$what is refused ($rule)', async ({ refused, at, code }) => {
    const error = (await send(refused).catch((reason: unknown) => reason)) as DiscordAPIError | undefined;
    expect(error?.code).toBe(code ?? 50_035);
    const raw = error?.rawError as { readonly errors?: unknown } | undefined;
    expect(pathsOf(raw?.errors)).toContain(at ?? nowhere);
  });

  test.each(pairs)('what keeps the rule against $what is accepted', async ({ accepted }) => {
    await expect(send(accepted)).resolves.not.toThrow();
  });
});
