import { expect, test } from 'vitest';
import type { Database } from '#database/open.ts';
import { outagesIn } from '#streaks/outages.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { at, hour } from './people.ts';

const nine = at('2026-03-02T09:00');
const minute = 60_000;

describeEachDatabase('The heartbeat', (open) => {
  /** A process that has just started beats, or one that has been there. */
  const beat = (database: Database, now: number, wasHere = false) =>
    database.transaction((tx) => outagesIn({ db: tx }).beat(now, { wasHere }));

  test('notes nothing while it beats, whichever process does', async () => {
    const database = await open();
    for (let minutes = 0; minutes < 30; minutes += 1) await beat(database, nine + minutes * minute);
    expect(await outagesIn(database).since(0)).toEqual([]);
  });

  test('tells from when until when nobody was there, once for all processes', async () => {
    const database = await open();
    await beat(database, nine);
    const back = nine + 4 * hour;
    await Promise.all([beat(database, back), beat(database, back + 10), beat(database, back + 20)]);
    const [outage, ...others] = await outagesIn(database).since(0);
    expect(others).toEqual([]);
    expect(outage?.from).toBe(nine);
    expect(outage?.until).toBeGreaterThanOrEqual(back);
    expect(await outagesIn(database).since(back + minute)).toEqual([]);
  });

  test('does not take a restart for an outage, nor a clock that goes back', async () => {
    const database = await open();
    await beat(database, nine);
    await beat(database, nine + 4 * minute);
    await beat(database, nine - hour);
    await beat(database, nine + 8 * minute);
    expect(await outagesIn(database).since(0)).toEqual([]);
  });

  test('does not take a clock that was moved for an outage: the process was there', async () => {
    const database = await open();
    const streaks = streaksFrom({ database });
    await streaks.beat(Temporal.Instant.fromEpochMilliseconds(nine));
    await streaks.beat(Temporal.Instant.fromEpochMilliseconds(nine + 48 * hour));
    expect(await outagesIn(database).since(0)).toEqual([]);
    await streaksFrom({ database }).beat(Temporal.Instant.fromEpochMilliseconds(nine + 72 * hour));
    expect(await outagesIn(database).since(0)).toHaveLength(1);
  });
});
