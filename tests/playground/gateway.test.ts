import { once } from 'node:events';
import { Client, Events, GatewayIntentBits, Status } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startPlayground } from '#playground/start.ts';
import { connect, stage, type Stage } from './bare-bot.ts';
import { endPlayground } from '#tests/support/playground.ts';

let on: Stage;

beforeEach(async () => {
  on = await stage();
});

afterEach(async () => {
  await on.end();
});

type Frame = { readonly op: number; readonly t?: string; readonly s?: number; readonly d: unknown };

/** A socket spoken to by hand: what comes in, and the code it was closed with. */
async function byHand(
  url: string,
  first?: unknown,
): Promise<{ frames: Frame[]; closed: Promise<number>; socket: WebSocket }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const frames: Frame[] = [];
  socket.on('message', (raw) => frames.push(JSON.parse((raw as Buffer).toString()) as Frame));
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'message');
  if (first !== undefined) socket.send(JSON.stringify(first));
  return { frames, closed, socket };
}

test('a wrong token gets 401 and close code 4004', async () => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: on.playground.apiUrl } });
  await expect(client.login('nonsense')).rejects.toThrow(/token/i);
  const { closed } = await byHand(on.playground.url, { op: 2, d: { token: 'nonsense', intents: 1, properties: {} } });
  expect(await closed).toBe(4004);
});

test.each([
  ['an intent nobody knows', { intents: 1 << 30 }, 4013],
  ['a privileged intent that was not granted', { intents: GatewayIntentBits.MessageContent }, 4014],
  ['a shard beyond the count', { intents: 1, shard: [2, 2] }, 4010],
])('identifying with %s is refused', async (_what, data, code) => {
  const { closed } = await byHand(on.playground.url, {
    op: 2,
    d: { token: on.playground.token, properties: {}, ...data },
  });
  expect(await closed).toBe(code);
});

test.each([
  ['something before identifying', { op: 3, d: {} }, 4003],
  ['an opcode nobody knows', { op: 99, d: {} }, 4001],
])('%s closes the connection', async (_what, frame, code) => {
  const { closed } = await byHand(on.playground.url, frame);
  expect(await closed).toBe(code);
});

test('a heartbeat is acknowledged', async () => {
  const { socket } = await byHand(on.playground.url);
  socket.send(JSON.stringify({ op: 1, d: null }));
  const [raw] = (await once(socket, 'message')) as [Buffer];
  expect(JSON.parse(raw.toString())).toMatchObject({ op: 11 });
  socket.close();
});

test('asked for a heartbeat, the bot sends one', async () => {
  const beat = on.playground.gateway.beats.next(() => true);
  on.playground.gateway.askForHeartbeat();
  expect((await beat).shard).toEqual([0, 1]);
});

test('an invalidated session is over, unless it may be resumed', async () => {
  const playground = await startPlayground();
  const { frames, socket } = await byHand(playground.url, {
    op: 2,
    d: { token: playground.token, intents: 0, properties: {} },
  });
  await once(socket, 'message');
  playground.gateway.invalidate(true);
  await once(socket, 'message');
  expect([frames.at(-1), playground.gateway.sessions.size]).toMatchObject([{ op: 9, d: true }, 1]);
  playground.gateway.invalidate(false);
  await once(socket, 'message');
  expect([frames.at(-1), playground.gateway.sessions.size]).toMatchObject([{ op: 9, d: false }, 0]);
  await endPlayground(playground);
});

test('a dropped bot resumes and misses nothing', async () => {
  const { playground, bot } = on;
  const resumed = once(bot, Events.ShardResume);
  const created = once(bot, Events.ChannelCreate);
  playground.gateway.drop();
  playground.world.addChannel('The Practice Room', { name: 'made-meanwhile' });
  const [, replayed] = (await resumed) as [number, number];
  expect(replayed).toBeGreaterThan(0);
  expect(await created).toMatchObject([{ name: 'made-meanwhile' }]);
});

test('asked to reconnect, the bot comes back with its session', async () => {
  const resumed = once(on.bot, Events.ShardResume);
  on.playground.gateway.askToReconnect();
  await resumed;
  expect(on.playground.gateway.connected()).toHaveLength(1);
});

test('an unknown session is told to identify anew', async () => {
  const { frames, socket } = await byHand(on.playground.url, {
    op: 6,
    d: { token: on.playground.token, session_id: 'gone', seq: 1 },
  });
  await once(socket, 'message');
  expect(frames.at(-1)).toMatchObject({ op: 9, d: false });
  socket.close();
});

test('an outage is told apart from being removed, and from coming back', async () => {
  const { playground, bot } = on;
  const away = once(bot, Events.GuildUnavailable);
  playground.world.setAvailable('The Practice Room', false);
  await away;
  const back = once(bot, Events.GuildAvailable);
  playground.world.setAvailable('The Practice Room', true);
  await back;
  const removed = once(bot, Events.GuildDelete);
  playground.world.removeBot('The Practice Room');
  await removed;
  const joined = once(bot, Events.GuildCreate);
  playground.world.inviteBot('The Practice Room');
  expect(await joined).toMatchObject([{ name: 'The Practice Room' }]);
});

test('two shards each hear of their own guilds only', async () => {
  const playground = await startPlayground();
  const made = playground.world.addGuilds(20, { channels: 1, roles: 1 });
  const shards = await Promise.all(
    [0, 1].map(async (shard) => await connect(playground, { shards: [shard], shardCount: 2 })),
  );
  for (const [index, bot] of shards.entries()) {
    expect(bot.ws.status).toBe(Status.Ready);
    const own = made.filter((guild) => Number((BigInt(guild.id) >> 22n) % 2n) === index);
    expect(own.every((guild) => bot.guilds.cache.has(guild.id))).toBe(true);
    expect(made.filter((guild) => bot.guilds.cache.has(guild.id))).toHaveLength(own.length);
  }
  await Promise.all(shards.map(async (bot) => await bot.destroy()));
  await endPlayground(playground);
});

test('without the Guilds intent no guild arrives', async () => {
  const { frames, socket } = await byHand(on.playground.url, {
    op: 2,
    d: { token: on.playground.token, intents: 0, properties: {} },
  });
  await once(socket, 'message');
  socket.send(JSON.stringify({ op: 1, d: null }));
  await once(socket, 'message');
  expect(frames.map((frame) => frame.t ?? frame.op)).toEqual([10, 'READY', 11]);
  socket.close();
});

test('sessions of a bot that was killed often are forgotten, all but the latest', async () => {
  const playground = await startPlayground();
  const identify = { op: 2, d: { token: playground.token, intents: 0, properties: {} } };
  for (let n = 0; n < 6; n += 1) {
    const { socket, closed } = await byHand(playground.url, identify);
    await once(socket, 'message');
    playground.gateway.drop();
    await closed;
  }
  expect(playground.gateway.sessions.size).toBe(3);
  await endPlayground(playground);
});
