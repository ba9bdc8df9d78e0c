import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { migrations } from '#database/migrations.ts';
import type { Database } from '#database/open.ts';
import { startChild } from './child-process.ts';
import { slowMigration } from './slow-migration.ts';
import { describeEachDatabase, openForTest, silent, sqlite } from '#tests/support/databases.ts';

const withSlow = [...migrations, slowMigration(0)];
const ann = { id: 'ann', language: null, zone: null };

describeEachDatabase('Migrating', (open, { fresh }) => {
  test('happens once when three processes start at the same time on a new database', async () => {
    const url = await fresh();
    const children = [1, 2, 3].map(() => startChild(new URL('./starting-process.ts', import.meta.url), url, '300'));
    const said = await Promise.all(children.map(({ ended }) => ended));
    expect(said.every((lines) => lines.includes('ready'))).toBe(true);
    expect(said.flat().filter((line) => line === 'migrated the database')).toHaveLength(1);
    expect(await memberIds(await open(url, { migrations: withSlow }))).toEqual(['first', 'second']);
  });

  test('that was killed in the middle leaves the database as it was, and is done by the next start', async () => {
    const url = await fresh();
    const before = await open(url);
    await before.db.insertInto('members').values(ann).execute();
    await before.close();
    const child = startChild(new URL('./starting-process.ts', import.meta.url), url, '60000');
    await child.says('in the middle');
    await child.kill();
    const asBefore = await open(url);
    expect(await memberIds(asBefore)).toEqual(['ann']);
    await asBefore.close();
    expect(await memberIds(await open(url, { migrations: withSlow }))).toEqual(['ann', 'first', 'second']);
  });

  test('that fails changes nothing, not even by the steps that worked', async () => {
    const url = await fresh();
    const failing = { name: '901-failing', up: () => Promise.reject(new Error('a step was wrong')) };
    await expect(open(url, { migrations: [...withSlow, failing] })).rejects.toThrow('a step was wrong');
    expect(await memberIds(await open(url))).toEqual([]);
  });

  test('keeps what members practised when acts came to be told apart by their instant', async () => {
    const url = await fresh();
    const before = await open(url, { migrations: migrations.filter(({ name }) => name < '008') });
    const act = { member_id: 'ann', kind: 'lesson', item: 'keep-going' };
    const acts = ['2026-03-02', '2026-03-04'].map((day) => ({ ...act, day, at: Date.parse(`${day}T00:30Z`) }));
    await before.db.insertInto('acts').values(acts).execute();
    await before.close();
    const { db } = await open(url);
    expect(await db.selectFrom('acts').selectAll().orderBy('at').execute()).toEqual(acts);
    await db
      .insertInto('acts')
      .values({ ...act, day: '2026-03-04', at: Date.parse('2026-03-04T20:00Z') })
      .execute();
  });

  test('refuses a database that newer code has made, and says what to do', async () => {
    const url = await fresh();
    await open(url, { migrations: withSlow });
    await expect(open(url)).rejects.toMatchObject({
      name: 'DatabaseProblem',
      message: expect.stringMatching(/newer version of the bot.*900-slow.*Start that version/),
    });
  });
});

describe('A SQLite file', () => {
  test('is copied before it is migrated, with all that was in it, also what is not yet in the file itself', async () => {
    const url = await sqlite.fresh();
    const first = await openForTest(url);
    await first.db.insertInto('members').values(ann).execute(); // still in the write-ahead log: first stays open
    const now = await openForTest(url, { migrations: withSlow });
    expect(await memberIds(now)).toEqual(['ann', 'first', 'second']);
    expect(await memberIds(await openForTest(`${url}.before-900-slow.backup`))).toEqual(['ann']);
  });

  test('is copied anew when an earlier attempt left a copy or half of one', async () => {
    const url = await sqlite.fresh();
    const first = await openForTest(url);
    await first.db.insertInto('members').values(ann).execute();
    const copy = `${url.slice('file:'.length)}.before-900-slow.backup`;
    await writeFile(copy, 'older');
    await writeFile(`${copy}.part`, 'half');
    await openForTest(url, { migrations: withSlow });
    expect(await memberIds(await openForTest(`file:${copy}`))).toEqual(['ann']);
    expect(existsSync(`${copy}.part`)).toBe(false);
  });

  test('that is new or up to date is not copied', async () => {
    const messages: string[] = [];
    const log = { ...silent, info: (_: object, message: string) => void messages.push(message) };
    const url = await sqlite.fresh();
    await openForTest(url, { log });
    await openForTest(url, { log });
    expect(messages).toEqual(['migrated the database']);
  });
});

async function memberIds({ db }: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('members').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
