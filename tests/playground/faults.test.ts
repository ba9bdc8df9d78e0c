import { Events, REST, type RESTOptions, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stage, type Stage } from './bare-bot.ts';

let on: Stage;
let general: TextChannel;
const messages = /^\/channels\/\d+\/messages$/;

beforeEach(async () => {
  on = await stage();
  general = (await on.bot.channels.fetch(on.playground.world.channel('general').id)) as TextChannel;
});

afterEach(async () => {
  await on.end();
});

const seen = (): readonly string[] =>
  on.playground.people.seen(on.playground.people.named('ann').id, general.id).map((message) => message.content);

/** Sends a message and gives up at once instead of trying again. */
async function sendOnce(content: string, patience: Partial<RESTOptions> = {}): Promise<unknown> {
  const { apiUrl, token } = on.playground;
  const rest = new REST({ api: apiUrl, retries: 0, ...patience }).setToken(token);
  return await rest.post(`/channels/${general.id}/messages`, { body: { content } });
}

test('a server error is answered without doing anything, and discord.js tries again', async () => {
  on.playground.faults.rest({ path: messages, kind: 'error', status: 502 });
  await general.send('hello');
  expect(seen()).toEqual(['hello']);
  expect(on.playground.faults.struck).toEqual([{ kind: 'error', what: `POST /channels/${general.id}/messages` }]);
});

test('a reset connection did nothing', async () => {
  on.playground.faults.rest({ path: messages, kind: 'reset' });
  await expect(sendOnce('hello')).rejects.toThrow();
  expect(seen()).toEqual([]);
});

test('an answer that was lost did everything', async () => {
  on.playground.faults.rest({ path: messages, kind: 'lost' });
  await expect(sendOnce('hello')).rejects.toThrow();
  expect(seen()).toEqual(['hello']);
});

test('a slow answer outlasts an impatient bot, and still happens', async () => {
  on.playground.faults.rest({ path: messages, kind: 'slow', ms: 1_500 });
  const appeared = on.playground.people.next((one) => one.kind === 'message');
  await expect(sendOnce('hello', { timeout: 500 })).rejects.toThrow();
  await appeared;
  expect(seen()).toEqual(['hello']);
});

test('a 429 is waited out', async () => {
  on.playground.faults.rest({ path: messages, kind: 'limited', ms: 100 });
  await general.send('hello');
  expect(seen()).toEqual(['hello']);
});

test('an event can come twice, late or never', async () => {
  const { faults, world } = on.playground;
  const names: string[] = [];
  on.bot.on(Events.ChannelCreate, (channel) => void names.push(channel.name));
  const heard = async (name: string): Promise<unknown> =>
    await new Promise((resolve) => {
      on.bot.on(Events.ChannelCreate, (channel) => channel.name === name && resolve(name));
    });
  faults.event({ event: 'CHANNEL_CREATE', kind: 'lost' });
  faults.event({ event: 'CHANNEL_CREATE', kind: 'late', ms: 60 });
  const late = heard('late');
  for (const name of ['lost', 'late', 'on-time']) world.addChannel('The Practice Room', { name });
  await late;
  expect(names).toEqual(['on-time', 'late']);
});

test('an interaction delivered twice can be answered once', async () => {
  await on.bot.application.commands.set([{ name: 'hello', description: 'x' }]);
  on.playground.faults.event({ event: 'INTERACTION_CREATE', kind: 'twice' });
  const codes: unknown[] = [];
  const both = new Promise<void>((resolve) => {
    on.bot.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      void interaction
        .reply('hi')
        .then(() => 'ok')
        .catch((error: { code: unknown }) => error.code)
        .then((code) => codes.push(code) === 2 && resolve());
    });
  });
  const ann = on.playground.people.named('ann').id;
  await on.playground.people.command(ann, { channelId: general.id, name: 'hello' });
  await both;
  expect(codes).toEqual(expect.arrayContaining(['ok', 40_060]));
  expect(seen()).toEqual(['hi']);
});

test("switched on, the channel's own limit refuses the sixth message of five seconds", async () => {
  on.playground.limits.set({ on: true });
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const init = {
        method: 'POST',
        body: '{"content":"x"}',
        headers: { authorization: `Bot ${on.playground.token}`, 'content-type': 'application/json' },
      };
      return await fetch(`${on.playground.apiUrl}/v10/channels/${general.id}/messages`, init);
    }),
  );
  expect(answers.filter((one) => one.status === 200)).toHaveLength(5);
  const refused = answers.find((one) => one.status === 429);
  expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await refused?.json()).toMatchObject({ global: false, message: 'You are being rate limited.' });
  expect(answers.find((one) => one.status === 200)?.headers.get('x-ratelimit-limit')).toBe('5');
});

test('the global limit spares answers to interactions', async () => {
  await on.bot.application.commands.set([{ name: 'hello', description: 'x' }]);
  on.playground.limits.set({ on: true, global: 1 });
  const headers = { authorization: `Bot ${on.playground.token}` };
  const get = async (): Promise<Response> => await fetch(`${on.playground.apiUrl}/v10/users/@me`, { headers });
  const first = await get();
  const second = await get();
  expect([first.status, second.status]).toEqual([200, 429]);
  expect(second.headers.get('x-ratelimit-global')).toBe('true');
  on.bot.once(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('still here');
  });
  const ann = on.playground.people.named('ann').id;
  const exchange = await on.playground.people.command(ann, { channelId: general.id, name: 'hello' });
  expect(exchange.state).toBe('answered');
});
