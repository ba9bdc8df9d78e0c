import { expect, test } from 'vitest';
import type { Asked, Mock } from '#mocks/mock.ts';
import { mocksIn } from '#mocks/store.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { overheard, planOf, readsAll } from '#tests/support/plans.ts';

const ann = '100000000000000001';
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const asked: Asked = {
  place: 0,
  question: 'why-here',
  state: 'open',
  askedAt: now,
  late: false,
  answer: undefined,
  followUp: undefined,
  followAnswer: undefined,
};
const mock: Mock = {
  id: 'a'.repeat(16),
  member: ann,
  source: 'bank',
  choices: { count: 1, timed: false },
  begunAt: now,
  endedAt: undefined,
  asked: [asked],
};

describeEachDatabase('What mocks ask of the database', (open, { kind }) => {
  test('is found by an index, and a page of the history without sorting all of it', async () => {
    const database = await open();
    const { spied, nodes } = overheard(database);
    const mocks = mocksIn(spied);
    await mocks.add(mock);
    await mocks.latestChoices(ann);
    await mocks.times(ann);
    await mocks.find(ann, mock.id);
    await mocks.unfinished(ann, 'bank');
    await mocks.note(mock, { ...asked, state: 'skipped' });
    await mocks.end(mock, now);
    await mocks.interviews(ann);
    await mocks.list(ann, { skip: 0, most: 10 });
    await mocks.remove(mock);

    const plans = await Promise.all(nodes.map((node) => planOf(database.db, node, kind)));
    expect(plans.length).toBeGreaterThan(10);
    expect(plans.filter(readsAll)).toEqual([]);
    if (kind !== 'sqlite') return;
    const planFor = (words: string) => plans.find((plan) => plan.includes(words));
    expect(planFor('"timed" from "mocks"')).toContain('USING INDEX mocks_member_bank');
    expect(planFor('as "times"')).toContain('USING COVERING INDEX mock_questions_member_state');
    expect(planFor('as "drawn"')).toContain('USING INDEX mocks_member ');
    expect(planFor('as "drawn"')).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});
