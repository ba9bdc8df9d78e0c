import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { happeningReader } from '#discord/happenings.ts';
import { slim } from '#discord/packets.ts';

const packet = (t: string, d: object): GatewayDispatchPayload => ({ op: 0, s: 1, t, d }) as GatewayDispatchPayload;
const ready = (ids: readonly string[], more: object = {}) =>
  packet('READY', { guilds: ids.map((id) => ({ id, unavailable: true })), application: { id: '9' }, ...more });
const there = (id: string) => packet('GUILD_CREATE', { id, name: 'A', channels: [{ id: '3' }], roles: [] });
const left = (id: string) => packet('GUILD_DELETE', { id });
const down = (id: string) => packet('GUILD_DELETE', { id, unavailable: true });

/** What a connection makes of these packets, one after another. */
const heard = (...packets: readonly GatewayDispatchPayload[]) => {
  const read = happeningReader();
  return packets.map((one) => read(one, 1));
};
const joined = (server: string) => ({ kind: 'server-joined', server });
const a = '200000000000000001';
const b = '300000000000000002';

describe('a server', () => {
  test('that the connection begins with was not joined just now', () => {
    expect(heard(ready([a]), there(a))).toEqual([
      { kind: 'connected', servers: [a], shard: { id: 0, count: 1 } },
      undefined,
    ]);
  });

  test('that comes later was joined, once', () => {
    expect(heard(ready([a]), there(b), there(b)).slice(1)).toEqual([joined(b), undefined]);
  });

  test('that is down was not left, and comes back without having been joined', () => {
    expect(heard(ready([a]), there(a), down(a), there(a)).slice(2)).toEqual([
      { kind: 'server-unavailable', server: a },
      { kind: 'server-available', server: a },
    ]);
  });

  test('that is down when it is announced is not there yet', () => {
    expect(heard(ready([a]), packet('GUILD_CREATE', { id: a, unavailable: true }))[1]).toBeUndefined();
  });

  test('that was left can be joined again', () => {
    expect(heard(ready([a]), there(a), left(a), there(a)).slice(2)).toEqual([
      { kind: 'server-left', server: a },
      joined(a),
    ]);
  });

  test('that is left while it is down was left', () => {
    expect(heard(ready([a]), down(a), left(a), there(a)).slice(2)).toEqual([
      { kind: 'server-left', server: a },
      joined(a),
    ]);
  });

  test('that was lost while the connection was gone can be joined again', () => {
    expect(heard(ready([a, b]), there(a), ready([a]), there(a), there(b)).slice(3)).toEqual([undefined, joined(b)]);
  });

  test('that came back while the connection was gone was not joined', () => {
    expect(heard(ready([a]), there(a), down(a), ready([a]), there(a)).at(-1)).toEqual({
      kind: 'server-available',
      server: a,
    });
  });

  test('of another part of all servers is not forgotten when one part connects anew', () => {
    const read = happeningReader();
    const [even, odd] = ['8388608', '4194304']; // (id >> 22) mod 2 is 0 and 1
    read(ready([even], { shard: [0, 2] }), 2);
    read(ready([odd], { shard: [1, 2] }), 2);
    expect(read(ready([], { shard: [0, 2] }), 2)).toEqual({
      kind: 'connected',
      servers: [],
      shard: { id: 0, count: 2 },
    });
    expect(read(there(odd), 2)).toBeUndefined();
    expect(read(there(even), 2)).toEqual(joined(even));
  });
});

describe('a channel or thread', () => {
  test('that is gone is told, with its server', () => {
    expect(
      heard(
        packet('CHANNEL_DELETE', { id: '31', guild_id: a, type: 0 }),
        packet('THREAD_DELETE', { id: '32', guild_id: a, parent_id: '31', type: 12 }),
      ),
    ).toEqual([
      { kind: 'channel-gone', server: a, channel: '31' },
      { kind: 'thread-gone', server: a, thread: '32' },
    ]);
  });

  test('of a direct message is nobody’s business', () => {
    expect(heard(packet('CHANNEL_DELETE', { id: '31', type: 1 }))).toEqual([undefined]);
  });

  test('that was archived or locked is closed; other changes are none', () => {
    const update = (metadata: object) => packet('THREAD_UPDATE', { id: '32', guild_id: a, thread_metadata: metadata });
    const closed = { kind: 'thread-closed', server: a, thread: '32' };
    expect(
      heard(
        update({ archived: true }),
        update({ archived: false, locked: true }),
        update({ archived: false, locked: false }),
      ),
    ).toEqual([closed, closed, undefined]);
  });
});

test('other packets are no happenings', () => {
  expect(
    heard(packet('RESUMED', {}), packet('MESSAGE_CREATE', { id: '1' }), packet('GUILD_UPDATE', { id: a })),
  ).toEqual([undefined, undefined, undefined]);
});

describe('what discord.js gets to keep', () => {
  test('is its connection and no server', () => {
    const first = ready([a, b], { session_id: 's' });
    slim(first);
    expect(first).toMatchObject({ t: 'READY', d: { guilds: [], application: { id: '9' }, session_id: 's' } });
  });

  test.each([
    'GUILD_CREATE',
    'GUILD_DELETE',
    'THREAD_DELETE',
    'CHANNEL_DELETE',
    'INTERACTION_CREATE',
    'GUILD_ROLE_CREATE',
  ])('is nothing of %s', (kind) => {
    const one = packet(kind, { id: a });
    slim(one);
    expect(one.t).toBe(`HANDLED_${kind}`);
  });

  test('is the news that a connection was resumed', () => {
    const one = packet('RESUMED', {});
    slim(one);
    expect(one.t).toBe('RESUMED');
  });
});
