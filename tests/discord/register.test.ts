import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '#bot/command.ts';
import { show } from '#bot/reply.ts';
import { commands as ours } from '#commands/index.ts';
import { register } from '#discord/register.ts';
import {
  command,
  commandGroup,
  messageCommand,
  option,
  says,
  subcommand,
  userCommand,
} from '#tests/support/small-bot.ts';
import { type Text, texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test', other: 'Another test', shop: 'A shop' } });
const run = async () => show(says('x'));
const { about } = t;

type Commands = readonly Command<never>[];
type Asked = { readonly method: string; readonly path: string };
type Registered = Readonly<Record<string, unknown>>;

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** Discord, as far as it keeps commands. `written` says how it writes one down. */
async function discord(written: (sent: Registered) => Registered = asDiscordWrites) {
  const asked: Asked[] = [];
  let kept: readonly Registered[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: request.url ?? '' });
      const body = Buffer.concat(chunks).toString();
      if (request.method === 'PUT') kept = (JSON.parse(body) as readonly Registered[]).map(written);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(kept));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  closing.push(() => server.close().closeAllConnections());
  const rest = new REST({ api: `http://localhost:${(server.address() as AddressInfo).port}` }).setToken('a.b.c');
  return {
    asked,
    rename: (change: (list: readonly Registered[]) => readonly Registered[]) => void (kept = change(kept)),
    register: (commands: Commands, guild?: string) =>
      register(commands, { rest, application: '900000000000000001', ...(guild && { guild }) }),
  };
}

/** What Discord adds to a definition and fills in by default, keys in an order of its own. */
function asDiscordWrites(sent: Registered): Registered {
  const { name } = sent;
  const filled = {
    id: `7${Buffer.from(String(name)).toString('hex').slice(0, 16)}`,
    application_id: '900000000000000001',
    version: '1',
    default_permission: true,
    default_member_permissions: null,
    type: 1,
    nsfw: false,
    dm_permission: true,
    description: '',
    description_localizations: null,
    name_localizations: null,
    ...sent,
  };
  const options = (sent['options'] as readonly Registered[] | undefined)?.map(optionAsDiscordWrites);
  return Object.fromEntries(
    Object.entries({
      ...filled,
      ...(options && options.length > 0 ? { options } : { options: undefined }),
    }).toReversed(),
  );
}

function optionAsDiscordWrites(sent: Registered): Registered {
  const { required, options, ...rest } = sent;
  const inner = options as readonly Registered[] | undefined;
  return {
    ...rest,
    description_localizations: null,
    ...(required === true && { required }),
    ...(inner && inner.length > 0 && { options: inner.map(optionAsDiscordWrites) }),
  };
}

const hello = (text: Text = about) => command({ name: 'hello', about: text, run });
const group = (max: number) =>
  commandGroup({
    name: 'group',
    about,
    subcommands: {
      one: subcommand({ about, run }),
      two: subcommand({
        about,
        options: {
          word: option.text({ about, max }),
          shop: option.choice({ about, required: true, choices: { shop: t.shop } }),
        },
        run,
      }),
    },
  });
const all = (): Commands => [
  hello(),
  group(50),
  userCommand({ name: 'Greet', run }),
  messageCommand({ name: 'Keep', needs: 'ManageMessages', only: 'server', run }),
];

describe('commands', () => {
  test('are sent once and not again while nothing changes, whatever Discord fills in', async () => {
    const { register: start, asked } = await discord();
    const first = await start(all());
    const second = await start(all());
    expect([first.changed, second.changed]).toEqual([true, false]);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
    expect(asked[0]?.path).toContain('/applications/900000000000000001/commands?with_localizations=true');
  });

  test('of our own are sent once too', async () => {
    const { register: start } = await discord();
    expect((await start(ours)).changed).toBe(true);
    expect((await start(ours)).changed).toBe(false);
  });

  test('are not sent again because they stand in another order', async () => {
    const { register: start } = await discord();
    await start(all());
    expect((await start(all().toReversed())).changed).toBe(false);
  });

  test.each([
    ['a description', [hello(t.other), ...all().slice(1)]],
    ['a limit deep in a group', all().with(1, group(51))],
    ['who may use one', all().with(3, messageCommand({ name: 'Keep', only: 'server', run }))],
    ['where one works', all().with(3, messageCommand({ name: 'Keep', needs: 'ManageMessages', run }))],
    ['one more', [...all(), userCommand({ name: 'Wave', run })]],
    ['one less', all().slice(1)],
    ['a kind', all().with(2, messageCommand({ name: 'Greet', run }))],
    ['none at all', []],
  ])('are sent again when something changed: %s', async (_, changed) => {
    const { register: start } = await discord();
    await start(all());
    expect((await start(changed)).changed).toBe(true);
    expect((await start(changed)).changed).toBe(false);
  });

  test('are sent again when somebody changed them behind our back', async () => {
    const { register: start, rename } = await discord();
    await start(all());
    rename((list) => list.map((one) => (one['name'] === 'hello' ? { ...one, default_member_permissions: '0' } : one)));
    expect((await start(all())).changed).toBe(true);
  });

  test('go to one server when asked', async () => {
    const { register: start, asked } = await discord();
    await start([hello()], '200000000000000001');
    expect(asked.every(({ path }) => path.includes('/guilds/200000000000000001/commands'))).toBe(true);
  });

  test('come with their ids, so that texts can mention them', async () => {
    const { register: start } = await discord();
    const { ids } = await start(all());
    expect([...ids.keys()].toSorted()).toEqual(['group', 'hello']);
    expect((await start(all())).ids).toEqual(ids);
  });
});
