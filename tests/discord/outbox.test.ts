import { setTimeout as pause } from 'node:timers/promises';
import { MessageFlags, PermissionFlagsBits as Bits, REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '#bot/message.ts';
import type { Outbox } from '#bot/outbox.ts';
import { button, card, row, text } from '#bot/parts.ts';
import { outboxOver } from '#discord/outbox.ts';
import { paceOf } from '#discord/pace.ts';
import { type Playground, startPlayground } from '#playground/start.ts';
import { endPlayground } from '#tests/support/playground.ts';

let playground: Playground;
let outbox: Outbox;
let channel: string;
let server: string;
beforeEach(async () => {
  playground = await startPlayground();
  outbox = outboxTo(playground.apiUrl);
  const general = playground.world.channel('general');
  channel = general.id;
  server = general.guildId ?? '';
});
afterEach(() => endPlayground(playground));

const outboxTo = (api: string): Outbox =>
  outboxOver({
    rest: new REST({ api }).setToken(playground.token),
    self: () => playground.state.application.botId,
  });

const saying = (words: string): Message => card('calm', text(words), row(button('Go', `go:${words}`)));
const messagesIn = (place = channel) => [...(playground.state.messages.get(place)?.values() ?? [])];
const deny = (bits: bigint) =>
  playground.world.setOverwrites(channel, [{ id: server, type: 0, allow: 0n, deny: bits }]);

describe('a post', () => {
  test('comes silently, and with the same nonce it is the same message', async () => {
    const first = await outbox.post(channel, { message: saying('one'), nonce: 'tip-1' });
    const again = await outbox.post(channel, { message: saying('one'), nonce: 'tip-1' });
    expect(first.kind).toBe('posted');
    expect(again).toEqual(first);
    expect(messagesIn()).toHaveLength(1);
    expect((messagesIn()[0]?.flags ?? 0) & MessageFlags.SuppressNotifications).not.toBe(0);
  });

  test('pings the chosen role, not silently, and nobody else', async () => {
    const { id: role } = playground.world.addRole('The Practice Room', { name: 'Daily', mentionable: true });
    await outbox.post(channel, { message: saying(`<@&${role}> @everyone`), nonce: 'a', pings: [role] });
    const [message] = messagesIn();
    expect((message?.flags ?? 0) & MessageFlags.SuppressNotifications).toBe(0);
    const { body } = playground.requests.find(({ method }) => method === 'POST') ?? {};
    expect(body).toMatchObject({ allowed_mentions: { parse: [], roles: [role] }, enforce_nonce: true, nonce: 'a' });
  });

  test('that Discord refuses says why', async () => {
    const post = (place: string) => outbox.post(place, { message: saying('x'), nonce: 'n' });
    deny(Bits.SendMessages);
    expect(await post(channel)).toEqual({ kind: 'refused', why: 'forbidden' });
    deny(Bits.ViewChannel);
    expect(await post(channel)).toEqual({ kind: 'refused', why: 'hidden' });
    playground.world.deleteChannel(channel);
    expect(await post(channel)).toEqual({ kind: 'refused', why: 'gone' });
    expect(await outbox.post(channel, { message: { components: [] }, nonce: 'n' })).toMatchObject({ kind: 'refused' });
  });

  test('whose answer is lost is unknown; the next one with its nonce finds it', async () => {
    playground.faults.rest({ path: /messages$/, kind: 'lost', method: 'POST' });
    expect(await outbox.post(channel, { message: saying('x'), nonce: 'n' })).toEqual({ kind: 'unknown' });
    expect(await outbox.post(channel, { message: saying('x'), nonce: 'n' })).toMatchObject({ kind: 'posted' });
    expect(messagesIn()).toHaveLength(1);
  });

  test('is known not to be there when Discord can’t be reached', async () => {
    const nowhere = outboxTo('http://127.0.0.1:9/api');
    expect(await nowhere.post(channel, { message: saying('x'), nonce: 'n' })).toEqual({ kind: 'unreached' });
    expect(await nowhere.find(channel, 'go:x')).toBe('unknown');
    expect(await nowhere.standing(server, channel)).toBeUndefined();
  });

  test('in a busy channel waits without holding another channel back', async () => {
    playground.limits.set({ on: true });
    const other = playground.world.channel('interview-practice').id;
    const many = Array.from({ length: 7 }, (_, index) =>
      outbox.post(channel, { message: saying(`${index}`), nonce: `n${index}` }),
    );
    await outbox.post(other, { message: saying('quick'), nonce: 'q' });
    expect(messagesIn(other)).toHaveLength(1);
    expect(messagesIn().length).toBeLessThan(7);
    await Promise.all(many);
    expect(messagesIn()).toHaveLength(7);
  }, 30_000);
});

describe('a direct message', () => {
  test('reaches whoever lets the bot write, and is refused by whoever does not', async () => {
    const ann = playground.people.named('ann').id;
    expect(await outbox.tell(ann, { message: saying('hello'), nonce: 'n' })).toMatchObject({ kind: 'posted' });
    playground.world.setDmsOpen(ann, false);
    expect(await outbox.tell(ann, { message: saying('hello'), nonce: 'm' })).toEqual({
      kind: 'refused',
      why: 'closed',
    });
  });
});

describe('a look for an own post', () => {
  test('finds it by its control, and not those of others', async () => {
    expect(await outbox.find(channel, 'go:x')).toBe('absent');
    const posted = await outbox.post(channel, { message: saying('x'), nonce: 'n' });
    expect(await outbox.find(channel, 'go:x')).toEqual({ message: posted.kind === 'posted' ? posted.message : '' });
    expect(await outbox.find(channel, 'go:y')).toBe('absent');
  });

  test('is not possible where the bot may not read the past, though Discord only shows it nothing', async () => {
    deny(Bits.ReadMessageHistory);
    await outbox.post(channel, { message: saying('x'), nonce: 'n' });
    expect(await outbox.find(channel, 'go:x')).toBe('unseen');
    deny(Bits.ViewChannel);
    expect(await outbox.find(channel, 'go:x')).toBe('unseen');
  });
});

describe('what the bot may do in a channel', () => {
  test('is what Discord says, for overwrites of all kinds and in threads', async () => {
    const bot = playground.state.application.botId;
    const role = playground.world.addRole('The Practice Room', { name: 'Bots', permissions: Bits.MentionEveryone });
    playground.world.giveRole('The Practice Room', bot, role.id);
    const bits = Bits.ViewChannel | Bits.SendMessages | Bits.ReadMessageHistory | Bits.MentionEveryone;
    const cases = [
      { overwrites: [], may: bits },
      { overwrites: [{ id: server, type: 0, allow: 0n, deny: Bits.SendMessages }], may: bits & ~Bits.SendMessages },
      {
        overwrites: [
          { id: server, type: 0, allow: 0n, deny: Bits.SendMessages },
          { id: role.id, type: 0, allow: Bits.SendMessages, deny: Bits.ReadMessageHistory },
        ],
        may: bits & ~Bits.ReadMessageHistory,
      },
      {
        overwrites: [
          { id: role.id, type: 0, allow: 0n, deny: Bits.SendMessages },
          { id: bot, type: 1, allow: Bits.SendMessages, deny: 0n },
        ],
        may: bits,
      },
      { overwrites: [{ id: bot, type: 1, allow: 0n, deny: Bits.ViewChannel }], may: 0n },
    ] as const;
    for (const { overwrites, may } of cases) {
      playground.world.setOverwrites(channel, overwrites);
      const standing = await outbox.standing(server, channel);
      expect((standing?.may ?? 0n) & bits).toBe(may);
      expect(standing?.isThread ?? false).toBe(false);
    }
    expect((await outbox.standing(server, channel))?.mentionable ?? new Set()).toEqual(new Set());
    expect(await outbox.standing('200000000000000009', channel)).toBeUndefined();
  });
});

describe('bulk requests', () => {
  const pace = () => paceOf({ perSecond: 45, most: 49 });
  const mostInASecond = (times: readonly number[]) => {
    const inOrder = times.toSorted((a, b) => a - b);
    return Math.max(...inOrder.map((from) => inOrder.filter((at) => at >= from && at < from + 1_000).length));
  };

  test('are spaced evenly', async () => {
    const inTurn = pace();
    const begun = await Promise.all(Array.from({ length: 100 }, () => inTurn(async () => performance.now())));
    expect(mostInASecond(begun)).toBeLessThanOrEqual(49);
  });

  test('that arrive in a bunch are still no more than 49 in a second', async () => {
    const inTurn = pace();
    const opened = performance.now() + 400; // what is sent before arrives then
    const arrived = await Promise.all(
      Array.from({ length: 100 }, () =>
        inTurn(async () => {
          const early = opened - performance.now();
          if (early > 0) await pause(early);
          return performance.now();
        }),
      ),
    );
    expect(mostInASecond(arrived)).toBeLessThanOrEqual(49);
  });

  test('that fail give their place to others', async () => {
    const inTurn = paceOf({ perSecond: 1_000, most: 1 });
    await expect(inTurn(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await inTurn(async () => 'sent')).toBe('sent');
  });
});
