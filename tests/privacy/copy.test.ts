import { expect, test } from 'vitest';
import { type Meaning, numbers } from '#database/numbers.ts';
import { tables } from '#database/schema.ts';
import { memberTables } from '#privacy/privacy.ts';
import { dayOf } from '#streaks/clock/rules.ts';
import { seededDice } from '#tests/support/dice.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';

const ann = '100000000000000001';
const kept = { instant: monday.epochMilliseconds, day: dayOf('2026-03-02'), number: 3 };
const read = { instant: '2026-03-02T09:00:00Z', day: '2026-03-02', number: 3 };

type Row = Readonly<Record<string, unknown>>;

/** A row of Ann's in which everything is known, for each table that holds something of members. */
async function annIsEverywhere({ database: { db } }: World): Promise<void> {
  const all = await db.introspection.getTables();
  for (const table of memberTables) {
    const meanings: Readonly<Record<string, Meaning>> = numbers[table];
    const columns = all.find(({ name }) => name === table)?.columns ?? [];
    const row = Object.fromEntries(
      columns.map(({ name }) => [name, meanings[name] ? kept[meanings[name]] : name === 'zone' ? 'UTC' : 'en']),
    );
    await db
      .insertInto(table as 'acts')
      .values({ ...row, [tables[table].column]: ann } as never)
      .execute();
  }
}

/** What stands in Ann's newest copy. */
async function copyOf({ ann: person }: World): Promise<Readonly<Record<string, readonly Row[]>>> {
  await person.run('/privacy export');
  const file = person.files().findLast(({ name }) => name === 'rebound-about-you.json');
  return JSON.parse(file?.text ?? '') as Readonly<Record<string, readonly Row[]>>;
}

test('Ann’s copy says each instant and each day of every table as a date', async () => {
  const world = await openWorld();
  await annIsEverywhere(world);
  const copy = await copyOf(world);
  for (const table of memberTables) {
    const meanings: Readonly<Record<string, Meaning>> = numbers[table];
    const said = Object.entries(meanings).map(([column, meaning]) => [column, read[meaning]]);
    expect(copy[table], table).toEqual([expect.objectContaining(Object.fromEntries(said))]);
  }
  await world.close();
});

test('Ann’s copy of what she really did has no number that only a program could read', async () => {
  const world = await openWorld({ dice: seededDice() });
  const { ann: person, clock } = world;
  await person.run('/settings zone zone:Europe/London');
  await person.run('/lesson show lesson:keep-going');
  await person.press('I’ve got it');
  await person.run('/streak leaderboard');
  await person.press('Show mine here');
  await person.run('/mock start count:1 timed:true');
  clock.now = clock.now.add({ hours: 24 * 3 });
  await world.schedule.tick(clock.now); // her streak is over: on the board nothing is to come any more
  const copy = await copyOf(world);
  expect(copy['boards']).toMatchObject([{ current: 0, ends_at: null }]);
  expect(copy['streaks']).toMatchObject([
    { practised_on: '2026-03-02', zones: 'Europe/London since 2026-03-02T09:00:00Z' },
  ]);
  expect(copy['mock_questions']).toMatchObject([{ asked_at: '2026-03-02T09:00:00Z' }]);
  const values = Object.values(copy).flatMap((rows) => rows.flatMap((row) => Object.values(row)));
  expect(values.filter((value) => typeof value === 'number' && value > 1_000)).toEqual([]);
  expect(JSON.stringify(copy)).not.toMatch(/\b\d{13}\b/);
  await world.close();
});
