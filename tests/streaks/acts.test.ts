import { expect, test } from 'vitest';
import { type Act, actsIn } from '#streaks/store.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

const ann = '100000000000000001';
const ben = '100000000000000002';
const at = (time: string) => Temporal.Instant.from(`2026-03-02T${time}Z`);
const act = (item: string, more: Partial<Act> = {}): Act => ({
  member: ann,
  kind: 'lesson',
  item,
  day: '2026-03-02',
  at: at('09:00:00'),
  ...more,
});

describeEachDatabase('What a member did', (open) => {
  test('counts once a day, and is kept with each time', async () => {
    const database = await open();
    const acts = actsIn(database);
    expect(await acts.record(act('a'))).toBe(true);
    expect(await acts.record(act('a', { at: at('10:00:00') }))).toBe(false);
    const tomorrow = at('09:00:00').add({ hours: 24 });
    expect(await acts.record(act('a', { day: '2026-03-03', at: tomorrow }))).toBe(true);
    expect(await acts.record(act('a', { member: ben }))).toBe(true);
    const of = database.db.selectFrom('acts').select(['day', 'at']).where('member_id', '=', ann);
    expect(await of.orderBy('at').execute()).toEqual([
      { day: '2026-03-02', at: at('09:00:00').epochMilliseconds },
      { day: '2026-03-02', at: at('10:00:00').epochMilliseconds },
      { day: '2026-03-03', at: tomorrow.epochMilliseconds },
    ]);
  });

  test('is the same press within two minutes; answers are told apart by their words', async () => {
    const database = await open();
    const acts = actsIn(database);
    for (const kind of ['lesson', 'answer'] as const)
      for (const time of ['23:59:00', '23:59:01', '23:57:30', '23:57:00'])
        await acts.record(act('a', { kind, at: at(time) }));
    const rows = await database.db.selectFrom('acts').select('kind').orderBy('kind').execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer', 'answer', 'lesson', 'lesson']);
  });

  test('counts once when two processes record it at the same moment', async () => {
    const database = await open();
    const acts = actsIn(database);
    const recorded = await Promise.all(Array.from({ length: 5 }, () => acts.record(act('a'))));
    expect(recorded.filter(Boolean)).toHaveLength(1);
  });

  test('stands in the order of the latest time, each once, and is that member’s alone', async () => {
    const acts = actsIn(await open());
    await acts.record(act('a', { at: at('09:00:00') }));
    await acts.record(act('b', { at: at('09:30:00') }));
    await acts.record(act('c', { at: at('10:00:00'), member: ben }));
    expect(await acts.itemsOf(ann, ['lesson'])).toEqual(['a', 'b']);
    await acts.record(act('a', { day: '2026-03-03', at: at('09:00:00').add({ hours: 24 }) }));
    expect(await acts.itemsOf(ann, ['lesson'])).toEqual(['b', 'a']);
    expect(await acts.itemsOf('100000000000000009', ['lesson'])).toEqual([]);
  });
});
