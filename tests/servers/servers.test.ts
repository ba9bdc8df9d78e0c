import { describe, expect, test } from 'vitest';
import { type Happening, isOnShard } from '#bot/happening.ts';
import type { Database } from '#database/open.ts';
import { changesWhileAway } from '#servers/rules.ts';
import { serversFrom } from '#servers/servers.ts';
import { serversIn } from '#servers/store.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

const monday = Temporal.Instant.from('2026-03-02T09:00:00Z');
const tuesday = monday.add({ hours: 24 });

/** A server's id on a shard of two. */
const idOn = (shard: 0 | 1, n: number) => String((BigInt(n * 2 + shard) << 22n) + 5n);
const [a, b, c] = [idOn(0, 1_000_000_001), idOn(0, 1_000_000_002), idOn(0, 1_000_000_003)];
const odd = idOn(1, 1_000_000_001);

const connected = (servers: readonly string[], shard = { id: 0, count: 1 }): Happening => ({
  kind: 'connected',
  servers,
  shard,
});
const rowsOf = ({ db }: Database) =>
  db.selectFrom('servers').select(['id', 'joined_at', 'left_at']).orderBy('id').execute();

describeEachDatabase('The bot', (open) => {
  /** Servers of a fresh database, and a way to tell them what happened. */
  async function fresh() {
    const database = await open();
    const store = serversIn(database);
    const { notice, languageOf } = serversFrom(store);
    return {
      database,
      languageOf,
      present: async () => (await store.present()).toSorted(),
      hears: (one: Happening, now = monday) => notice(one, now),
    };
  }

  test('knows the servers it is in from the first connection on', async () => {
    const { hears, present } = await fresh();
    expect(await hears(connected([a, b]))).toEqual({ joined: [a, b], left: [] });
    expect(await hears(connected([a, b]))).toEqual({ joined: [], left: [] });
    expect(await present()).toEqual([a, b].toSorted());
  });

  test('learns of a server that it lost, and one that it joined, while it was down', async () => {
    const { hears, present, database } = await fresh();
    await hears(connected([a, b]));
    expect(await hears(connected([b, c]), tuesday)).toEqual({ joined: [c], left: [a] });
    expect(await present()).toEqual([b, c].toSorted());
    expect((await rowsOf(database)).find(({ id }) => id === a)).toMatchObject({ left_at: tuesday.epochMilliseconds });
  });

  test('takes no server of another part for lost when one part connects', async () => {
    const { hears, present } = await fresh();
    await hears(connected([a, b], { id: 0, count: 2 }));
    expect(await hears(connected([odd], { id: 1, count: 2 }))).toEqual({ joined: [odd], left: [] });
    expect(await hears(connected([], { id: 1, count: 2 }))).toEqual({ joined: [], left: [odd] });
    expect(await hears(connected([b], { id: 0, count: 2 }))).toEqual({ joined: [], left: [a] });
    expect(await present()).toEqual([b]);
  });

  test('that was put on a server, taken off and put on again is on it, and knows what the host chose', async () => {
    const { hears, present, database, languageOf } = await fresh();
    expect(await hears({ kind: 'server-joined', server: a })).toEqual({ joined: [a], left: [] });
    await database.db.updateTable('servers').set({ language: 'es' }).where('id', '=', a).execute();
    expect(await hears({ kind: 'server-left', server: a }, tuesday)).toEqual({ joined: [], left: [a] });
    expect(await present()).toEqual([]);
    await hears({ kind: 'server-joined', server: a }, tuesday.add({ hours: 1 }));
    expect(await present()).toEqual([a]);
    expect(await rowsOf(database)).toEqual([{ id: a, joined_at: monday.epochMilliseconds, left_at: null }]);
    expect([await languageOf(a), await languageOf(b)]).toEqual(['es', undefined]);
  });

  test('hears of a server twice without harm', async () => {
    const { hears, present } = await fresh();
    await Promise.all([
      hears({ kind: 'server-joined', server: a }),
      hears(connected([a])),
      hears({ kind: 'server-joined', server: a }),
    ]);
    expect(await present()).toEqual([a]);
    await hears({ kind: 'server-left', server: b });
    expect(await present()).toEqual([a]);
  });

  test('does not mistake an outage, or a channel that is gone, for the end', async () => {
    const { hears, present } = await fresh();
    await hears(connected([a]));
    const others: readonly Happening[] = [
      { kind: 'server-unavailable', server: a },
      { kind: 'server-available', server: a },
      { kind: 'channel-gone', server: a, channel: '1' },
      { kind: 'thread-gone', server: a, thread: '2' },
      { kind: 'thread-closed', server: a, thread: '2' },
    ];
    const news = await Promise.all(others.map((one) => hears(one)));
    expect(news).toEqual(others.map(() => ({ joined: [], left: [] })));
    expect(await present()).toEqual([a]);
  });

  test('can be on more servers than fit one statement', async () => {
    const { hears, present } = await fresh();
    const many = Array.from({ length: 4_500 }, (_, i) => idOn(0, 2_000_000_000 + i));
    expect((await hears(connected(many))).joined).toHaveLength(4_500);
    expect(await present()).toHaveLength(4_500);
    expect((await hears(connected([]))).left).toHaveLength(4_500);
    expect(await present()).toEqual([]);
  });
});

describe('the parts of all servers', () => {
  test.each([
    ['175928847299117063', 1, true],
    ['175928847299117063', 2, true],
    ['175928847299117063', 3, false],
    ['41771983423143937', 7, false],
  ])('%s of %i parts is on the first: %s', (server, count, first) => {
    expect(isOnShard(server, { id: 0, count })).toBe(first);
  });

  test('hold every server exactly once', () => {
    for (const server of [a, b, c, odd, '175928847299117063', '41771983423143937']) {
      const on = Array.from({ length: 16 }, (_, id) => isOnShard(server, { id, count: 16 })).filter(Boolean);
      expect(on).toHaveLength(1);
    }
  });
});

test('what changed while nobody listened is the difference', () => {
  expect(changesWhileAway([], [])).toEqual({ joined: [], lost: [] });
  expect(changesWhileAway(['1', '2'], ['2', '3'])).toEqual({ joined: ['3'], lost: ['1'] });
});
