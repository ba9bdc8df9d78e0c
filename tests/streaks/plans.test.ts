import { expect, test } from 'vitest';
import { remindersIn } from '#streaks/reminders.ts';
import { actsIn } from '#streaks/store.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { overheard, planOf, readsAll } from '#tests/support/plans.ts';

const ann = '100000000000000001';
const server = '200000000000000001';
const monday = Temporal.Instant.from('2026-03-02T09:00:00Z');

describeEachDatabase('Whatever streaks ask of the database', (open, { kind }) => {
  test('is found by an index: no table is read whole', async () => {
    const database = await open();
    const { spied, nodes } = overheard(database);
    const streaks = streaksFrom({ database: spied });
    const later = monday.add({ hours: 80 });
    const record = (at: Temporal.Instant) =>
      spied.transaction((tx) =>
        actsIn({ db: tx }).record({ member: ann, kind: 'lesson', item: 'x', day: at.toString().slice(0, 10), at }),
      );
    await record(monday);
    await record(monday.add({ hours: 24 }));
    await record(monday.subtract({ hours: 24 }));
    await streaks.mine(ann, later);
    await streaks.changes(ann, later);
    await streaks.showOn(server, ann, { wanted: true, now: monday });
    await streaks.board(server, ann, monday);
    await streaks.tidyBoards(later);
    await streaks.showOn(server, ann, { wanted: false, now: monday });
    await streaks.remind(ann, true, monday);
    const reminders = remindersIn(spied);
    for (const due of await reminders.due(later.epochMilliseconds, 100)) await reminders.undo(due, 0);
    await reminders.begin(ann, { day: 1, unanswered: 1 });
    await streaks.remind(ann, false, monday);
    await streaks.beat(monday);
    await streaksFrom({ database: spied }).beat(later);

    const plans = await Promise.all(nodes.map((node) => planOf(database.db, node, kind)));
    const tables = ['acts', 'streaks', 'practice_days', 'boards', 'reminders', 'outages', 'heartbeats', 'zone_history'];
    for (const table of tables) expect(plans.some((plan) => plan.includes(`"${table}"`))).toBe(true);
    expect(new Set(plans).size).toBeGreaterThan(25);
    expect(plans.filter(readsAll)).toEqual([]);
  });

  test('would be noticed if it did read a whole table', async () => {
    const { spied, nodes } = overheard(await open());
    await spied.db.selectFrom('acts').select('at').where('item', '=', 'x').execute();
    const plans = await Promise.all(nodes.map((node) => planOf(spied.db, node, kind)));
    expect(plans.filter(readsAll)).toHaveLength(1);
  });
});
