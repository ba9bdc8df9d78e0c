import { expect, test } from 'vitest';
import type { Database } from '#database/open.ts';
import { memberTables, privacyIn } from '#privacy/privacy.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';

const [ann, ben] = ['100000000000000001', '100000000000000002'];
const here = '200000000000000001'; // where the tests' people stand
const elsewhere = '200000000000000002';

/** Ann is on a server's board, waits for a partner, sat in a session with Ben, and hears of its tips. */
async function annIsTiedTo(server: string, { db }: Pick<Database, 'db'>): Promise<void> {
  const at = monday.epochMilliseconds;
  const [session, tips] = [`session-${server}`, `tips-${server}`];
  const wish = { server_id: server, role: null, level: null, languages: 'en', length: 'short' };
  const seat = { ...wish, session_id: session, waited_ms: 0, accepted_at: at, outcome: 'kept', at };
  const note = { session_id: session, scales: '32314', heard: 'You counted twice.', next_time: null, at };
  const stopped = { state: 'paused', why: 'host', due_day: null, due_at: null, served_day: null, served_at: null };
  const calm = { bad_days: 0, trouble: null, trouble_at: null };
  const plan = { locale: 'en-US', time: '09:00', zone: 'UTC', weekdays: '1', topics: '', role_id: null };
  await db.insertInto('boards').values({ server_id: server, member_id: ann, current: 1, ends_at: at }).execute();
  await db
    .insertInto('peer_seats')
    .values([
      { ...seat, seat: 0, member_id: ann },
      { ...seat, seat: 1, member_id: ben },
    ])
    .execute();
  await db
    .insertInto('peer_notes')
    .values([
      { ...note, seat: 1, form: 'words-0', about_id: ann, shown_at: at },
      { ...note, seat: 1, form: 'asker-1', about_id: ann, shown_at: null },
      { ...note, seat: 0, form: 'words-1', about_id: ben, shown_at: at },
    ])
    .execute();
  await db
    .insertInto('subscriptions')
    .values({ ...plan, ...stopped, ...calm, id: tips, server_id: server, channel_id: '3', since: at })
    .execute();
  await db.insertInto('tip_contacts').values({ subscription_id: tips, member_id: ann }).execute();
}

/** Nobody waits on two servers at once. */
const annWaitsOn = async (server: string, { db }: Pick<Database, 'db'>): Promise<void> => {
  const at = monday.epochMilliseconds;
  const wish = { server_id: server, role: null, level: null, languages: 'en', length: 'short' };
  const times = { since: at, ready_at: at, until: at + 3_600_000, first: 0 };
  await db
    .insertInto('peer_waits')
    .values({ ...wish, ...times, member_id: ann })
    .execute();
};

/** The rows that are tied to a server, of every table that holds something of members: by what names the server in them. */
async function tied({ db }: Pick<Database, 'db'>, server: string): Promise<Readonly<Record<string, number>>> {
  const ties = [server, `session-${server}`, `tips-${server}`];
  const counts: Record<string, number> = {};
  for (const table of memberTables) {
    const rows = await db
      .selectFrom(table as 'acts')
      .selectAll()
      .execute();
    const mine = rows.filter((row) => Object.values(row).includes(ann));
    const count = mine.filter((row) => Object.values(row).some((value) => ties.includes(String(value)))).length;
    if (count > 0) counts[table] = count;
  }
  return counts;
}

describeEachDatabase('Deleting by server', (open) => {
  test('takes all that ties Ann to it, and leaves what ties her to others, and Ben', async () => {
    const database = await open();
    for (const server of [here, elsewhere]) await annIsTiedTo(server, database);
    await annWaitsOn(here, database);
    const all = { boards: 1, peer_seats: 1, peer_notes: 2, tip_contacts: 1 };
    expect(await tied(database, here)).toEqual({ ...all, peer_waits: 1 });
    await privacyIn(database).delete(ann, { what: 'server', server: here });
    expect(await tied(database, here)).toEqual({});
    expect(await tied(database, elsewhere)).toEqual(all);
    const bens = (table: 'peer_seats' | 'peer_notes', column: 'member_id' | 'about_id') =>
      database.db
        .selectFrom(table as 'peer_seats')
        .selectAll()
        .where(column as 'member_id', '=', ben)
        .execute();
    expect(await bens('peer_seats', 'member_id')).toHaveLength(2);
    expect(await bens('peer_notes', 'about_id')).toHaveLength(2);
  });

  test('knows every table that can tie a member to a server', async () => {
    const database = await open();
    for (const server of [here, elsewhere]) await annIsTiedTo(server, database);
    await annWaitsOn(here, database);
    const tables = await database.db.introspection.getTables();
    // A row names a server, or what belongs to one.
    const names = ['server_id', 'subscription_id', 'session_id', 'channel_id', 'thread_id'];
    const canTie = tables
      .filter(({ name }) => memberTables.some((table) => table === name))
      .filter(({ columns }) => columns.some((column) => names.includes(column.name)));
    expect(Object.keys(await tied(database, here)).toSorted()).toEqual(canTie.map(({ name }) => name).toSorted());
  });
});

/** Ann has opened the list of what she can delete. */
async function openedBy(world: World, spot: 'general' | 'dm') {
  const person = world.ann.at(spot);
  await person.run('/privacy delete');
  return person;
}

test('Ann tells servers apart by where she is and by what ties her to them, also in a direct message', async () => {
  const world = await openWorld();
  await annIsTiedTo(elsewhere, world.database);
  await annWaitsOn(here, world.database);
  const inServer = await openedBy(world, 'general');
  await inServer.choose('What shall be deleted?', 'What ties you to one server');
  expect(inServer.reads()).toContain('{What shall be deleted?: This server / Another server (1)}');
  await inServer.choose('What shall be deleted?', 'This server');
  expect(inServer.reads()).toContain('What ties you to this server: shall it go?');
  await inServer.press('Yes, delete it');
  expect(inServer.reads()).toContain('Done, it’s gone.');
  expect(await tied(world.database, here)).toEqual({});

  const inMessage = await openedBy(world, 'dm');
  await inMessage.choose('What shall be deleted?', 'What ties you to one server');
  const described = JSON.stringify(inMessage.seen().at(-1)?.components);
  expect(described).toContain('last peer session Mar 2, 2026 · its leaderboard · word of its daily tips');
  await inMessage.choose('What shall be deleted?', 'Another server (1)');
  expect(inMessage.reads()).toContain(`[that server](https://discord.com/channels/${elsewhere})`);
  expect(inMessage.reads()).toContain('What you said about partners in peer sessions belongs to them');
  await inMessage.press('Keep it');
  expect(await tied(world.database, elsewhere)).not.toEqual({});

  await (await openedBy(world, 'dm')).choose('What shall be deleted?', 'What ties you to one server');
  await inMessage.choose('What shall be deleted?', 'Another server (1)');
  await inMessage.press('Yes, delete it');
  expect(await tied(world.database, elsewhere)).toEqual({});
  await world.close();
});

test('whoever is tied to no server is not asked about servers', async () => {
  const world = await openWorld();
  await world.ann.run('/lesson today');
  await world.ann.press('I’ve got it');
  const person = await openedBy(world, 'general');
  expect(person.reads()).toContain('What shall be deleted?');
  expect(person.reads()).not.toContain('server');
  await world.close();
});
