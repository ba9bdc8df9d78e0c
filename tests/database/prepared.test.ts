import { expect, test } from 'vitest';
import { prepared, preparedChange } from '#database/prepared.ts';
import { describeEachDatabase, openForTest, postgres, sqlite } from '#tests/support/databases.ts';

type Row = { readonly id: string; readonly language: string | null };

const add = prepared((db, { id, language }: Row) =>
  db
    .insertInto('servers')
    .values({ id, language, joined_at: 1, left_at: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ language })),
);
const found = prepared((db, { id }: Pick<Row, 'id'>) =>
  db.selectFrom('servers').select(['id', 'language', 'joined_at']).where('id', '=', id),
);

const inOrder = prepared((db, { language, most }: { readonly language: string; readonly most: number }) =>
  db.selectFrom('servers').select('id').where('language', '=', language).orderBy('id', 'desc').limit(most),
);
const addOnce = preparedChange((db, { id, language }: Row) =>
  db
    .insertInto('servers')
    .values({ id, language, joined_at: 1, left_at: null })
    .onConflict((conflict) => conflict.doNothing()),
);

const perLanguage = prepared((db, { most }: { readonly most: number }) =>
  db
    .selectFrom('servers')
    .select((eb) => ['language', eb.fn.countAll<number>().as('servers')])
    .groupBy('language')
    .having((eb) => eb.fn.countAll<number>(), '<=', most)
    .orderBy('language'),
);

describeEachDatabase('A prepared statement', (open) => {
  test('takes other values each time, the same one in two places, and nothing at all', async () => {
    const { db } = await open();
    await add(db, { id: 'a', language: 'en' });
    await add(db, { id: 'b', language: null });
    await add(db, { id: 'a', language: 'de' });
    expect(await found(db, { id: 'a' })).toEqual([{ id: 'a', language: 'de', joined_at: 1 }]);
    expect(await found(db, { id: 'b' })).toEqual([{ id: 'b', language: null, joined_at: 1 }]);
    expect(await found(db, { id: 'c' })).toEqual([]);
  });

  test('that changes rows says whether there was any', async () => {
    const { db, transaction } = await open();
    expect(await addOnce(db, { id: 'a', language: 'en' })).toBe(true);
    expect(await addOnce(db, { id: 'a', language: 'de' })).toBe(false);
    expect(await transaction((tx) => addOnce(tx, { id: 'a', language: 'de' }))).toBe(false);
    expect(await found(db, { id: 'a' })).toEqual([{ id: 'a', language: 'en', joined_at: 1 }]);
  });

  test('can order and group what it finds', async () => {
    const { db } = await open();
    for (const id of ['c', 'a', 'b']) await add(db, { id, language: 'en' });
    expect(await inOrder(db, { language: 'en', most: 2 })).toEqual([{ id: 'c' }, { id: 'b' }]);
    expect(await inOrder(db, { language: 'de', most: 2 })).toEqual([]);
    expect(await inOrder(db, { language: 'en', most: 1 })).toEqual([{ id: 'c' }]);
    await add(db, { id: 'd', language: 'de' });
    const both = [
      { language: 'de', servers: 1 },
      { language: 'en', servers: 3 },
    ];
    expect(await perLanguage(db, { most: 3 })).toEqual(both);
    expect(await perLanguage(db, { most: 2 })).toEqual(both.slice(0, 1));
  });

  test('is refused where a transaction is on and it is run beside it: it would wait for itself', async () => {
    const { db, transaction } = await open();
    const inside = transaction(async () => {
      await add(db, { id: 'a', language: 'en' });
    });
    await expect(inside).rejects.toThrow('Inside a transaction use the `tx`');
    await expect(transaction(() => found(db, { id: 'a' }))).rejects.toThrow('Inside a transaction use the `tx`');
  });

  test('fails once the database is closed, and keeps nobody waiting', async () => {
    const { db, close } = await open();
    await add(db, { id: 'a', language: 'en' });
    await close();
    await expect(add(db, { id: 'b', language: 'en' })).rejects.toThrow();
    await expect(addOnce(db, { id: 'b', language: 'en' })).rejects.toThrow();
    await expect(found(db, { id: 'a' })).rejects.toThrow();
  });

  test('belongs to the transaction in which it is run', async () => {
    const { db, transaction } = await open();
    const undone = transaction(async (tx) => {
      await add(tx, { id: 'a', language: 'en' });
      expect(await found(tx, { id: 'a' })).toHaveLength(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await found(db, { id: 'a' })).toEqual([]);
  });
});

test('what looks at a stand-in is no statement: it could not know the values that come later', async () => {
  const { db } = await openForTest(await sqlite.fresh());
  const spread = prepared((to, row: Row) => to.insertInto('servers').values({ ...row, joined_at: 1, left_at: null }));
  const joined = prepared((to, { id }: Pick<Row, 'id'>) =>
    to.selectFrom('servers').select('language').where('id', '=', `x${id}`),
  );
  await expect(spread(db, { id: 'a', language: 'en' })).rejects.toThrow('name each value');
  await expect(joined(db, { id: 'a' })).rejects.toThrow('name each value');
});

test('one statement serves two databases by turns, each in its own SQL', async () => {
  const [one, other] = [await openForTest(await sqlite.fresh()), await openForTest(await postgres.fresh())];
  for (const { db } of [one, other, one]) {
    await add(db, { id: 'a', language: 'en' });
    expect(await found(db, { id: 'a' })).toEqual([{ id: 'a', language: 'en', joined_at: 1 }]);
  }
});
