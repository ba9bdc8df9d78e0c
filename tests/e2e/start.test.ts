import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { startBot } from './bot-process.ts';
import { endPlayground } from '#tests/support/playground.ts';

async function folderOfItsOwn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const databaseIn = (folder: string): string => `file:${join(folder, 'bot.sqlite')}`;

test('without a token the playground starts, says where to look and how to run on Discord, and stops when asked', async () => {
  const bot = startBot({ DATABASE_URL: databaseIn(await folderOfItsOwn()), PLAYGROUND_PORT: '0' });
  await bot.hasSaid('type /lesson today');
  await bot.hasSaid('DISCORD_TOKEN=');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.said()) ?? [];
  expect((await fetch(url)).status).toBe(200);
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
});

test('with a token it registers its commands once, says how to invite it and why, and answers health checks', async () => {
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const puts = () =>
    playground.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length;
  const env = {
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: databaseIn(await folderOfItsOwn()),
    HEALTH_PORT: '18097',
  };

  const first = startBot(env);
  await first.hasSaid('Read Message History: ');
  expect(first.said()).toContain(`client_id=${playground.applicationId}`);
  expect(puts()).toBe(1);
  expect((await fetch('http://127.0.0.1:18097/healthz')).status).toBe(200);
  expect((await fetch('http://127.0.0.1:18097/readyz')).status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended()).toBe(0);

  const second = startBot(env);
  await second.hasSaid('Read Message History: ');
  expect(puts()).toBe(1);
  second.child.kill('SIGTERM');
  expect(await second.ended()).toBe(0);
  expect(second.said()).toContain('stopping');
  expect(second.said()).not.toContain('reconnecting');
});

test('everything that is wrong with the settings and the content is said in one message', async () => {
  const folder = await folderOfItsOwn();
  await cp(resolve('data'), join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data', 'lessons', 'broken.en.yaml'), 'track: broken\nplace: nowhere\n');
  const bot = startBot(
    {
      DISCORD_TOKEN: 'nonsense',
      PLAYGROUND_PORT: 'many',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x',
      DISCORD_API_URL: 'nowhere',
    },
    { cwd: folder },
  );
  expect(await bot.ended()).toBe(1);
  for (const part of [
    'DISCORD_TOKEN',
    'PLAYGROUND_PORT',
    'LOG_LEVEL',
    'DATABASE_URL',
    'DISCORD_API_URL',
    'broken.en.yaml:2 place',
  ]) {
    expect(bot.said()).toContain(part);
  }
  expect(bot.said()).not.toContain('    at ');
});

test('a bad token, a database that can’t be opened and a port that is taken each end with their mend', async () => {
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const port = String((taken.address() as AddressInfo).port);
  const folder = await folderOfItsOwn();
  const DATABASE_URL = databaseIn(folder);

  const refused = startBot({ DISCORD_TOKEN: 'bm8.no.no', DISCORD_API_URL: playground.apiUrl, DATABASE_URL });
  const unreadable = startBot({ DATABASE_URL: `file:${folder}`, PLAYGROUND_PORT: '0' });
  const portless = startBot({ DATABASE_URL: databaseIn(await folderOfItsOwn()), PLAYGROUND_PORT: port });
  expect([await refused.ended(), await unreadable.ended(), await portless.ended()]).toEqual([1, 1, 1]);
  expect(refused.said()).toContain('Discord does not accept DISCORD_TOKEN');
  expect(unreadable.said()).toContain(folder);
  expect(portless.said()).toContain('PLAYGROUND_PORT: another program has this port');
  for (const bot of [refused, unreadable, portless]) expect(bot.said()).not.toContain('    at ');
});

async function takenPort(): Promise<string> {
  const server = createServer().listen(0);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return String((server.address() as AddressInfo).port);
}

test('what is wrong with the database, the ports, the token, the clock and the content is said in one message', async () => {
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const folder = await folderOfItsOwn();
  const [PLAYGROUND_PORT, HEALTH_PORT] = [await takenPort(), await takenPort()];
  const DATABASE_URL = `file:${folder}`;
  const onDiscord = { DISCORD_TOKEN: 'bm8.no.no', DISCORD_API_URL: playground.apiUrl, DATABASE_URL, HEALTH_PORT };
  const elsewhere = {
    DISCORD_TOKEN: playground.token,
    DISCORD_GUILD_ID: '299999999999999999',
    CLOCK_URL: playground.url,
  };
  const empty = { cwd: await folderOfItsOwn() };

  const cases = [
    // without a token: nothing but the playground’s port, which is asked for first
    [startBot({ PLAYGROUND_PORT, HEALTH_PORT, DATABASE_URL }, empty), 'PLAYGROUND_PORT: ', 'HEALTH_PORT: ', folder],
    // a value that can’t be read beside values that can, and are wrong
    [
      startBot({ ...onDiscord, LOG_LEVEL: 'loud' }, empty),
      'LOG_LEVEL',
      'accept DISCORD_TOKEN',
      'HEALTH_PORT: ',
      folder,
    ],
    [startBot(onDiscord, empty), 'accept DISCORD_TOKEN', 'HEALTH_PORT: ', folder],
    // a token that is right, for a server that the bot is not on, by a clock that is none
    [startBot({ ...onDiscord, ...elsewhere }, empty), 'CLOCK_URL: ', 'not on the server 299', folder],
  ] as const;
  for (const [bot, ...parts] of cases) {
    expect(await bot.ended()).toBe(1);
    for (const part of [...parts, 'data/lessons:1 has no packs']) expect(bot.said().split(part)).toHaveLength(2);
    expect(bot.said()).not.toContain('    at ');
  }
});

test('an error that nobody caught is logged without what it quotes, and ends the process', async () => {
  const bot = startBot({}, { script: resolve(import.meta.dirname, 'rejecting-process.ts') });
  expect(await bot.ended()).toBe(1);
  expect(bot.said()).toContain('an error that nobody caught');
  expect(bot.said()).toContain('TypeError');
  expect(bot.said()).not.toContain('my secret answer');
});
