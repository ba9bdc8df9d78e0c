import { expect, test } from 'vitest';
import { type Mock, newAsked } from '#mocks/mock.ts';
import { mocksIn } from '#mocks/store.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

const at = (minutes: number) => Temporal.Instant.from('2026-03-02T09:00:00Z').add({ minutes });
const ann = '100000000000000001';

const mock = (id: string, change: Partial<Mock> = {}): Mock => ({
  id,
  member: ann,
  source: 'bank',
  choices: { role: 'cleaning', level: 'first', count: 3, timed: true },
  begunAt: at(0),
  endedAt: undefined,
  asked: ['a', 'b', 'c'].map((question, place) => ({ ...newAsked, place, question })),
  ...change,
});

const answered = (count: number): Mock['asked'] =>
  ['a', 'b', 'c', 'd'].map((question, place) => ({
    ...newAsked,
    place,
    question,
    ...(place < count && { state: 'answered' }),
  }));

describeEachDatabase('What is kept of mock interviews', (open) => {
  test('comes back as it was given, to its member alone', async () => {
    const mocks = mocksIn(await open());
    await mocks.add(mock('one'));
    expect(await mocks.find(ann, 'one')).toEqual(mock('one'));
    expect(await mocks.find('100000000000000002', 'one')).toBeUndefined();
    const asked = {
      ...newAsked,
      place: 1,
      question: 'b',
      state: 'answered',
      askedAt: at(2),
      late: true,
      answer: 'x',
      followUp: 0,
      followAnswer: 'y',
    } as const;
    await mocks.note({ id: 'one' }, asked);
    await mocks.end({ id: 'one' }, at(9));
    expect(await mocks.find(ann, 'one')).toEqual(
      mock('one', { endedAt: at(9), asked: mock('one').asked.with(1, asked) }),
    );
  });

  test('knows the newest open one, and lists those that ended', async () => {
    const mocks = mocksIn(await open());
    await mocks.add(mock('ended', { begunAt: at(3), endedAt: at(4), asked: answered(2) }));
    await mocks.add(mock('older', { begunAt: at(5) }));
    await mocks.add(mock('newer', { begunAt: at(6) }));
    await mocks.add(mock('review', { begunAt: at(7), source: 'review' }));
    await mocks.add(mock('single', { begunAt: at(7), source: 'single' }));
    expect((await mocks.unfinished(ann, 'bank'))?.id).toBe('newer');
    expect((await mocks.unfinished(ann, 'review'))?.id).toBe('review');
    expect(await mocks.latestChoices(ann)).toEqual(mock('newer').choices);
    expect(await mocks.list(ann, { skip: 0, most: 25 })).toEqual([
      { id: 'ended', source: 'bank', choices: mock('ended').choices, begunAt: at(3), answered: 2, of: 4, first: 'a' },
    ]);
    await mocks.remove({ id: 'newer' });
    expect((await mocks.unfinished(ann, 'bank'))?.id).toBe('older');
  });

  test('counts how often each question came, and which mocks were interviews', async () => {
    const mocks = mocksIn(await open());
    await mocks.add(mock('one', { endedAt: at(1), asked: answered(3) }));
    await mocks.add(mock('two', { endedAt: at(2), asked: answered(2) }));
    await mocks.add(mock('open', { asked: answered(4) }));
    expect(await mocks.times(ann)).toEqual(
      new Map([
        ['a', 3],
        ['b', 3],
        ['c', 3],
        ['d', 3],
      ]),
    );
    expect(await mocks.interviews(ann)).toBe(1);
    expect(await mocks.interviews('100000000000000002')).toBe(0);
  });
});
