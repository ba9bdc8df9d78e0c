import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#database/open.ts';
import { membersIn } from '#members/store.ts';
import { isBridged, nothingYet, streakOf } from '#streaks/rules.ts';
import { standingsIn } from '#streaks/standings.ts';
import { actsIn } from '#streaks/store.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { at, hour } from './people.ts';

const ann = '100000000000000001';
const start = at('2026-02-20T10:00');

type Event =
  | { readonly kind: 'act'; readonly late: number }
  | { readonly kind: 'away'; readonly hours: number; readonly actFirst: boolean }
  | { readonly kind: 'zone'; readonly zone: string };

const events: fc.Arbitrary<readonly (Event & { readonly after: number })[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 30 * 60 }),
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.record({ kind: fc.constant('act' as const), late: fc.constantFrom(0, 0, 0, 0, 0, 40) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('away' as const),
            hours: fc.integer({ min: 1, max: 40 }),
            actFirst: fc.boolean(),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('zone' as const),
            zone: fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati', 'Europe/London'),
          }),
        },
      ),
    )
    .map(([after, event]) => ({ ...event, after: after * 60_000 })),
  { maxLength: 45 },
);

async function record(database: Database, instant: number, item: string): Promise<void> {
  const now = Temporal.Instant.fromEpochMilliseconds(instant);
  await database.transaction((tx) =>
    actsIn({ db: tx }).record({ member: ann, kind: 'lesson', item, day: now.toString().slice(0, 10), at: now }),
  );
}

async function happen(database: Database, event: Event, now: number): Promise<void> {
  const { db } = database;
  if (event.kind === 'act') return record(database, now - event.late * 60_000, `item-${now}`);
  if (event.kind === 'away') {
    // Somebody may practise before the first beat, which notes the outage.
    if (event.actFirst) await record(database, now - 30_000, `item-${now}`);
    await db
      .insertInto('outages')
      .values({ from_at: now - event.hours * hour, until_at: now })
      .execute();
    return;
  }
  await database.transaction((tx) =>
    membersIn({ db: tx }).setZone(ann, event.zone, Temporal.Instant.fromEpochMilliseconds(now)),
  );
}

/** What the one function says of everything that is in the database. */
async function told({ db }: Database, now: number) {
  const acts = (await db.selectFrom('acts').select('at').execute()).map((row) => row.at);
  const outages = (await db.selectFrom('outages').selectAll().execute()).map(({ from_at: from, until_at: until }) => ({
    from,
    until,
  }));
  const { changes, ...streak } = streakOf({ acts, zones: await membersIn({ db }).zonesOf(ann), outages, now });
  const bridged = changes.filter(isBridged).map(({ day }) => day);
  return {
    streak,
    bridged,
    acts: acts.length,
    days: changes.filter(({ reason }) => reason === 'practised').map(({ day }) => day),
  };
}

describeEachDatabase('What is kept of a streak', (open, { kind }) => {
  test('is what all acts together say, after any history', async () => {
    const database = await open();
    const { db } = database;
    const property = fc.asyncProperty(events, async (happened) => {
      for (const table of ['acts', 'streaks', 'practice_days', 'outages', 'members', 'zone_history'] as const)
        await db.deleteFrom(table).execute();
      let now = start;
      for (const { after, ...event } of happened) {
        now += after + (event.kind === 'away' ? event.hours * hour : 0);
        await happen(database, event, now);
        const { streak, acts } = await told(database, now);
        expect(await streaksFrom({ database }).mine(ann, instant(now))).toMatchObject({ ...streak, acts });
      }
      const { streak, acts, days, bridged } = await told(database, now + 20 * hour);
      const mine = await streaksFrom({ database }).mine(ann, instant(now + 20 * hour));
      expect(mine).toMatchObject({ ...streak, acts });
      const kept = (wanted: (acts: number) => boolean) =>
        [...mine.perDay].flatMap(([day, count]) => (wanted(count) ? [day] : [])).toSorted((one, other) => one - other);
      expect(kept((count) => count > 0)).toEqual(days);
      expect(kept((count) => count === 0)).toEqual(bridged);
      expect([...mine.perDay.values()].reduce((sum, count) => sum + count, 0)).toBe(acts);
    });
    await fc.assert(property, { numRuns: kind === 'sqlite' ? 60 : 12 });
  });

  test('can be lost and is reckoned anew by the next act', async () => {
    const database = await open();
    const { db } = database;
    for (const day of [0, 1, 2]) await record(database, start + day * 24 * hour, 'a');
    await db.deleteFrom('streaks').execute();
    await record(database, start + 3 * 24 * hour, 'a');
    expect(await streaksFrom({ database }).mine(ann, instant(start + 75 * hour))).toMatchObject({
      current: 4,
      acts: 4,
    });
  });

  test('counts acts once that two processes record at the same moment', async () => {
    const database = await open();
    await Promise.all(Array.from({ length: 6 }, (_, index) => record(database, start + index * 60_000, `x${index}`)));
    const mine = await streaksFrom({ database }).mine(ann, instant(start + hour));
    expect(mine).toMatchObject({ current: 1, days: 1, acts: 6 });
    expect([...mine.perDay.values()]).toEqual([6]);
  });

  test('of somebody who never practised is nothing', async () => {
    const database = await open();
    const opened = await standingsIn(database).open(ann);
    expect(opened).toMatchObject({ kept: undefined });
    expect(await streaksFrom({ database }).mine(ann, instant(start))).toMatchObject({ ...nothingYet, acts: 0 });
  });
});

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
