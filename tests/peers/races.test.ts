import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { type Child, startChild } from '#tests/database/child-process.ts';
import { startBot } from '#tests/e2e/bot-process.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { overTheWire } from '#tests/support/over-the-wire.ts';
import { allowRooms } from '#tests/support/peer-world.ts';
import { personOn } from '#tests/support/people.ts';
import type { Database } from '#database/open.ts';
import { newcomer } from './company.ts';

const processes = ['0', '1', '2'];
const members = 40;

/** Three processes do the same at one instant. */
async function race(url: string, doing: 'join' | 'press'): Promise<void> {
  const script = new URL('./racing-process.ts', import.meta.url);
  const children = processes.map((holder): Child => startChild(script, url, holder, doing, String(members)));
  await Promise.all(children.map(({ says }) => says('ready')));
  for (const { tell } of children) tell('go');
  await Promise.all(children.map(({ ended }) => ended));
}

async function twoServers({ db }: Database): Promise<void> {
  const place = { channel_id: '5', moderation_id: '6', entry_role: null, apart_roles: '', locale: 'en-US', is_on: 1 };
  const servers = ['200000000000000000', '200000000000000001'];
  await db
    .insertInto('peer_places')
    .values(servers.map((server) => ({ ...place, server_id: server })))
    .execute();
}

describeEachDatabase('Three processes in which everybody does the same at one instant', (open, { fresh }) => {
  test('seat each member once, pair all who fit, and count each press once', async () => {
    const url = await fresh();
    const database = await open(url);
    const { db } = database;
    await twoServers(database);
    await race(url, 'join');

    const seats = await db.selectFrom('peer_seats').selectAll().execute();
    const waits = await db.selectFrom('peer_waits').selectAll().execute();
    const sessions = await db.selectFrom('peer_sessions').selectAll().execute();
    const seated = new Set(seats.map(({ member_id: member }) => member));
    expect(seated.size).toBe(seats.length);
    expect(waits.filter(({ member_id: member }) => seated.has(member))).toEqual([]);
    expect(Map.groupBy(seats, ({ session_id: session }) => session).size).toBe(sessions.length);
    for (const { id, server_id: server } of sessions) {
      const own = seats.filter(({ session_id: session }) => session === id);
      expect(new Set(own.map(({ seat }) => seat))).toEqual(new Set([0, 1]));
      expect(own).toHaveLength(2);
      expect(own.map(({ server_id: one }) => one)).toEqual([server, server]);
    }
    const waiting = Map.groupBy(waits, ({ server_id: server }) => server);
    for (const [server, left] of waiting) expect(left.length, `left on ${server}`).toBeLessThanOrEqual(1);
    expect(sessions.length).toBeGreaterThan(members / 4);

    await db.updateTable('peer_sessions').set({ state: 'gathering' }).execute();
    await race(url, 'press');
    const pressed = await db.selectFrom('peer_sessions').selectAll().execute();
    expect(pressed.map(({ state, turn, step, extra }) => ({ state, turn, step, extra }))).toEqual(
      pressed.map(() => ({ state: 'running', turn: 2, step: 0, extra: 1 })),
    );
    const asked = await db.selectFrom('peer_questions').selectAll().where('asked', '=', 1).execute();
    expect(asked).toHaveLength(2 * pressed.length);
  });
});

/** Four pairs by what they speak; each pair met yesterday, so that only time brings them together again. */
const pairs = [
  ['Ann', 'Ben', 'English'],
  ['Cara', 'Dan', 'French'],
  ['Eve', 'Finn', 'German'],
  ['Gus', 'Ida', 'Italian'],
] as const;

/** A session of 40 minutes: what a room shows first, and after how many minutes of it what comes next. */
const cards = [
  ['Questions, first half', 13],
  ['Feedback, first half', 5],
  ['One answer once more, first half', 2],
  ['Questions, second half', 13],
  ['Feedback, second half', 5],
  ['One answer once more, second half', 2],
] as const;

describeEachDatabase('Two processes of the bot', (open, { fresh }) => {
  test('that bring the same sessions on make one room for each, and one card for each step', async () => {
    const databaseUrl = await fresh();
    const playground = await startPlayground();
    onTestFinished(playground.close);
    const { people, clock, state, world } = playground;
    const bots = [0, 1].map(() =>
      startBot({
        DISCORD_TOKEN: playground.token,
        DISCORD_API_URL: playground.apiUrl,
        CLOCK_URL: `${playground.url}/clock`,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'warn',
      }),
    );
    onTestFinished(async () => {
      for (const { child } of bots) child.kill('SIGKILL');
      await Promise.all(bots.map(({ ended }) => ended()));
    });
    await Promise.all(bots.map(({ hasSaid }) => hasSaid('Read Message History: ')));

    const transport = overTheWire(playground);
    const hana = personOn(transport, 'Hana');
    allowRooms({ playground });
    await hana.run('/server setup');
    await hana.choose('1. Where rooms open', world.channel('interview-practice').id);
    await hana.choose('2. Where reports go', world.channel('moderators').id);
    await hana.press('Turn on');
    for (const name of pairs.slice(1).flatMap(([one, another]) => [one, another])) newcomer({ playground }, name);
    const idOf = (name: string) => people.named(name.toLowerCase()).id;
    const ids = pairs.map(([one, another]) => [idOf(one), idOf(another)]);
    await metYesterday(await open(databaseUrl), ids);

    const rooms = () => [...state.channels.values()].filter(({ thread }) => thread !== undefined);
    const said = (room: string) =>
      [...(state.messages.get(room)?.values() ?? [])].filter(({ viewerId }) => viewerId === undefined);
    const isLive = ({ components }: { readonly components: unknown }) =>
      JSON.stringify(components).includes('custom_id');
    /** All four show this, and nothing above it can be pressed any more. */
    const shows = (room: string, words: string) =>
      JSON.stringify(said(room).at(-1)?.components ?? '').includes(words) && said(room).filter(isLive).length === 1;
    const allShow = (words: string) =>
      people.until(() => (rooms().length === 4 && rooms().every(({ id }) => shows(id, words))) || undefined, 20_000);
    const moveBy = (minutes: number) => clock.setOffset(clock.offsetMs() + minutes * 60_000);

    for (const [one, another, language] of pairs)
      for (const name of [one, another]) await personOn(transport, name).run(`/peer join languages:${language}`);
    expect(rooms()).toEqual([]);
    moveBy(20);
    await allShow('you can practise together');
    for (const { id, thread } of rooms())
      for (const name of pairs
        .flat()
        .filter((one) => thread?.members.has(people.all().find(({ globalName }) => globalName === one)?.id ?? '')))
        await personOn(transport, name, `thread ${id}`).press('I’m in');
    for (const [title, minutes] of cards) {
      await allShow(title);
      moveBy(minutes);
    }
    await allShow('Your session is over');
    for (const { id } of rooms()) expect(said(id)).toHaveLength(2 + cards.length);
    for (const bot of bots) expect(bot.said()).not.toContain('"level":50');
  });
});

async function metYesterday({ db }: Database, all: readonly (readonly string[])[]): Promise<void> {
  const at = Date.now() - 24 * 3_600_000;
  const wish = { server_id: '1', role: null, level: null, languages: 'en', length: 'short', waited_ms: 0 };
  const seats = all.flatMap((pair, index) =>
    pair.map((member, seat) => ({
      ...wish,
      session_id: `yesterday${index}`,
      seat,
      member_id: member,
      accepted_at: at,
      outcome: 'kept',
      at,
    })),
  );
  await db.insertInto('peer_seats').values(seats).execute();
}
