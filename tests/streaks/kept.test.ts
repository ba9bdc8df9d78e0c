import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#database/open.ts';
import { membersIn } from '#members/store.ts';
import { foldOf, isBridged, nothingYet, streakOf } from '#streaks/rules.ts';
import { standingsIn } from '#streaks/standings.ts';
import { actsIn } from '#streaks/store.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { at, hour } from './people.ts';

const ann = '100000000000000001';
const start = at('2026-02-20T10:00');

type Event =
  | { readonly kind: 'act'; readonly late: number; readonly item: string; readonly twice: boolean }
  | { readonly kind: 'away'; readonly hours: number; readonly actFirst: boolean }
  | { readonly kind: 'zone'; readonly zone: string };

/** What Ann really did: known to the test, whatever the database makes of it. */
type Press = { readonly item: string; readonly at: number };

const aDouble = 1_000;

const events: fc.Arbitrary<readonly (Event & { readonly after: number })[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 30 * 60 }),
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.record({
            kind: fc.constant('act' as const),
            late: fc.constantFrom(0, 0, 0, 0, 0, 40),
            // Nearly always the same lesson: then nothing else can save its day.
            item: fc.constantFrom('a', 'a', 'a', 'b'),
            twice: fc.boolean(),
          }),
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

async function record(database: Database, { item, at: when }: Press): Promise<void> {
  const now = instant(when);
  await database.transaction((tx) =>
    actsIn({ db: tx }).record({ member: ann, kind: 'lesson', item, day: now.toString().slice(0, 10), at: now }),
  );
}

/** Something happens; says what Ann pressed, a double click being one press. */
async function happen(database: Database, event: Event, now: number): Promise<readonly Press[]> {
  const { db } = database;
  if (event.kind === 'act') {
    const press = { item: event.item, at: now - event.late * 60_000 };
    await record(database, press);
    if (event.twice) await record(database, { ...press, at: press.at + aDouble });
    return [press];
  }
  if (event.kind === 'away') {
    // Somebody may practise before the first beat, which notes the outage.
    const press = { item: 'c', at: now - 30_000 };
    if (event.actFirst) await record(database, press);
    await db
      .insertInto('outages')
      .values({ from_at: now - event.hours * hour, until_at: now })
      .execute();
    return event.actFirst ? [press] : [];
  }
  await database.transaction((tx) => membersIn({ db: tx }).setZone(ann, event.zone, instant(now)));
  return [];
}

/** Presses on one lesson within two minutes are one. */
const isAgain = (one: Press, others: readonly Press[]): boolean =>
  others.some(({ item, at: when }) => item === one.item && Math.abs(when - one.at) < 2 * 60_000);

/** What the one function says of everything that Ann did. */
async function told({ db }: Database, presses: readonly Press[], now: number) {
  const outages = (await db.selectFrom('outages').selectAll().execute()).map(({ from_at: from, until_at: until }) => ({
    from,
    until,
  }));
  const history = { zones: await membersIn({ db }).zonesOf(ann), outages };
  const { changes, ...streak } = streakOf({ acts: presses.map((press) => press.at), ...history, now });
  return {
    streak,
    bridged: changes.filter(isBridged).map(({ day }) => day),
    days: changes.filter(({ reason }) => reason === 'practised').map(({ day }) => day),
    acts: repetitions(presses, history),
  };
}

/** Each lesson once on each day that it counted for. */
function repetitions(presses: readonly Press[], history: Parameters<typeof foldOf>[0]): number {
  const fold = foldOf(history);
  const counted = new Set<string>();
  const sorted = presses.toSorted((one, other) => one.at - other.at);
  let [standing, day] = [nothingYet, 0];
  for (const [index, press] of sorted.entries()) {
    if (press.at !== sorted[index - 1]?.at) ({ standing, day } = fold.practise(standing, press.at));
    counted.add(`${day} ${press.item}`);
  }
  return counted.size;
}

describeEachDatabase('What is kept of a streak', (open, { kind }) => {
  test('is what all acts together say, after any history', async () => {
    const database = await open();
    const { db } = database;
    const property = fc.asyncProperty(events, async (happened) => {
      for (const table of ['acts', 'streaks', 'practice_days', 'outages', 'members', 'zone_history'] as const)
        await db.deleteFrom(table).execute();
      let now = start;
      const presses: Press[] = [];
      for (const { after, ...event } of happened) {
        now += after + (event.kind === 'away' ? event.hours * hour : 0);
        presses.push(...(await happen(database, event, now)).filter((one) => !isAgain(one, presses)));
        const { streak, acts } = await told(database, presses, now);
        expect(await streaksFrom({ database }).mine(ann, instant(now))).toMatchObject({ ...streak, acts });
      }
      const { streak, acts, days, bridged } = await told(database, presses, now + 20 * hour);
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
    for (const day of [0, 1, 2]) await record(database, { item: 'a', at: start + day * 24 * hour });
    await db.deleteFrom('streaks').execute();
    await record(database, { item: 'a', at: start + 3 * 24 * hour });
    expect(await streaksFrom({ database }).mine(ann, instant(start + 75 * hour))).toMatchObject({
      current: 4,
      acts: 4,
    });
  });

  test('counts acts once that two processes record at the same moment', async () => {
    const database = await open();
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => record(database, { item: `x${index}`, at: start + index * 60_000 })),
    );
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
