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
  test('counts once a day, with the time of the first', async () => {
    const database = await open();
    const acts = actsIn(database);
    expect(await acts.record(act('a'))).toBe(true);
    expect(await acts.record(act('a', { at: at('10:00:00') }))).toBe(false);
    expect(await acts.record(act('a', { day: '2026-03-03' }))).toBe(true);
    expect(await acts.record(act('a', { member: ben }))).toBe(true);
    const rows = await database.db
      .selectFrom('acts')
      .select(['day', 'at'])
      .where('member_id', '=', ann)
      .orderBy('day')
      .execute();
    expect(rows).toEqual([
      { day: '2026-03-02', at: at('09:00:00').epochMilliseconds },
      { day: '2026-03-03', at: at('09:00:00').epochMilliseconds },
    ]);
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
