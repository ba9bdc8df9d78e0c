import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { Database } from '#database/open.ts';
import { cutOthers, describeEachDatabase, execute, openForTest, postgres, silent } from '#tests/support/databases.ts';

const ann = { id: '1', language: 'en', zone: null };
const ben = { id: '2', language: 'de', zone: 'Europe/Berlin' };

describeEachDatabase('A transaction', (open, { fresh }) => {
  test('keeps all of its work and hands out its answer', async () => {
    const database = await open();
    const answer = await database.transaction(async (tx) => {
      await tx.insertInto('members').values([ann, ben]).execute();
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await membersIn(database)).toEqual([ann, ben]);
  });

  test('that fails keeps nothing, and the next one works', async () => {
    const database = await open();
    const failing = database.transaction(async (tx) => {
      await tx.insertInto('members').values(ann).execute();
      throw new Error('the bus was late');
    });
    await expect(failing).rejects.toThrow('the bus was late');
    await database.transaction((tx) => tx.insertInto('members').values(ben).execute());
    expect(await membersIn(database)).toEqual([ben]);
  });

  test('that goes on after a failed statement keeps nothing on PostgreSQL, so nobody should', async () => {
    const database = await open();
    const careless = database.transaction(async (tx) => {
      await tx.insertInto('members').values(ann).execute();
      await tx
        .insertInto('members')
        .values(ann)
        .execute()
        .catch(() => {});
    });
    const kept = await careless.then(
      () => true,
      () => false,
    );
    expect(kept).toBe(database.kind === 'sqlite');
  });

  test('reads and then writes without losing what others wrote meanwhile', async () => {
    const url = await fresh();
    const databases = [await open(url), await open(url)];
    await databases[0]?.db
      .insertInto('servers')
      .values({ id: 's', language: null, joined_at: 0, left_at: null })
      .execute();
    await Promise.all(Array.from({ length: 10 }, () => databases.map(addOne)).flat());
    const row = await databases[0]?.db.selectFrom('servers').select('joined_at').executeTakeFirst();
    expect(row).toEqual({ joined_at: 20 });
  });

  test('is not seen by others before it ends, and does not keep readers waiting', async () => {
    const database = await open();
    const { promise: looked, resolve: haveLooked } = Promise.withResolvers<void>();
    const writing = database.transaction(async (tx) => {
      await tx.insertInto('members').values(ann).execute();
      await looked;
    });
    expect(await membersIn(database)).toEqual([]);
    haveLooked();
    await writing;
    expect(await membersIn(database)).toEqual([ann]);
  });

  test('answers the use of the database inside itself with a clear error instead of waiting for ever', async () => {
    const database = await open();
    const uses: readonly (() => Promise<unknown>)[] = [
      () => membersIn(database),
      () => database.db.insertInto('members').values(ann).execute(),
      () => database.transaction(async () => {}),
    ];
    for (const use of uses) {
      await expect(database.transaction(use)).rejects.toThrow('Inside a transaction use the `tx`');
    }
    await database.transaction(async () => {});
  });

  test('leaves work that it started and that outlives it free to use the database', async () => {
    const database = await open();
    let later: Promise<unknown> = Promise.resolve();
    await database.transaction(async () => {
      later = pause(20).then(() => membersIn(database));
    });
    expect(await later).toEqual([]);
  });

  test('is waited for when the database is closed', async () => {
    const url = await fresh();
    const database = await open(url);
    const writing = database.transaction(async (tx) => {
      await pause(50);
      await tx.insertInto('members').values(ann).execute();
    });
    await pause(10);
    await Promise.all([writing, database.close()]);
    expect(await membersIn(await open(url))).toEqual([ann]);
  });
});

describeEachDatabase('A statement', (open) => {
  test('gets whole numbers back as numbers, counts too', async () => {
    const { db } = await open();
    const act = { member_id: '1', kind: 'got it', item: 'lesson', day: '2026-03-01', at: 1_772_323_200_000 };
    await db.insertInto('acts').values(act).execute();
    const counted = db
      .selectFrom('acts')
      .select((eb) => ['at', eb.fn.countAll<number>().as('count')])
      .groupBy('at');
    expect(await counted.execute()).toEqual([{ at: 1_772_323_200_000, count: 1 }]);
  });

  test('that breaks a rule fails at once with the error of the database', async () => {
    const { db } = await open();
    await db.insertInto('members').values(ann).execute();
    await expect(db.insertInto('members').values(ann).execute()).rejects.toThrow(/unique/i);
  });
});

test('A PostgreSQL connection that is cut, in use or idle, costs its statement and not the process', async () => {
  const warnings: string[] = [];
  const url = await postgres.fresh();
  const log = { ...silent, warn: (_: object, message: string) => void warnings.push(message) };
  const database = await openForTest(url, { log });
  const cutSoon = pause(100).then(() => execute(url, cutOthers));
  await expect(sql`select pg_sleep(10)`.execute(database.db)).rejects.toThrow(/terminat/);
  await cutSoon;
  // A statement that comes before the news does may still be given the connection that was cut.
  const works = () => vi.waitFor(async () => expect(await membersIn(database)).toEqual([]), 10_000);
  await works(); // leaves an idle connection
  await execute(url, cutOthers);
  await works();
  await vi.waitFor(() => expect(warnings).toContain('lost a connection to PostgreSQL'), 10_000);
});

function membersIn({ db }: Database) {
  return db.selectFrom('members').select(['id', 'language', 'zone']).orderBy('id').execute();
}

/** Reads, waits and writes: the order in which two who do it at once lose one of their writes. */
function addOne(database: Database) {
  return database.transaction(async (tx) => {
    const { joined_at } = await tx.selectFrom('servers').select('joined_at').executeTakeFirstOrThrow();
    await pause(1);
    await tx
      .updateTable('servers')
      .set({ joined_at: joined_at + 1 })
      .execute();
  });
}
