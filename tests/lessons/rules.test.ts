import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { anyLesson, nextLesson } from '#lessons/rules.ts';

const track = (...ids: readonly string[]) => ({ lessons: ids.map((id) => ({ id })) });
const tracks = [track('a1', 'a2', 'a3'), track('b1', 'b2')];
const all = ['a1', 'a2', 'a3', 'b1', 'b2'];
const histories = fc.uniqueArray(fc.constantFrom(...all, 'gone'));

describe('the next lesson', () => {
  test.each([
    ['is the first for somebody new', [], 'a1', false],
    ['is the first unread one', ['a1', 'a2'], 'a3', false],
    ['fills a gap', ['a1', 'a3'], 'a2', false],
    ['stays in the track that the member was in last', ['a1', 'b1'], 'b2', false],
    ['leaves a track that is finished', ['b1', 'b2'], 'a1', false],
    ['stays in that track when what came last is gone, or was no lesson', ['b1', 'gone'], 'b2', false],
    ['comes from the first track when all that was learnt is gone', ['gone'], 'a1', false],
    ['is the one of longest ago when all were read', ['b2', 'a1', 'a3', 'b1', 'a2'], 'b2', true],
    ['passes over what is gone when all were read', ['gone', 'b2', 'a1', 'a3', 'b1', 'a2'], 'b2', true],
  ] as const)('%s', (_, learnt, ...[id, again]) => {
    expect(nextLesson(tracks, learnt)).toEqual({ lesson: { id }, again });
  });

  test('is none when there are none', () => {
    expect(nextLesson([], [])).toBeUndefined();
    expect(nextLesson([], ['gone'])).toBeUndefined();
  });

  property.prop([histories])('is one that was read only when all were read', (learnt) => {
    const next = nextLesson(tracks, learnt);
    expect(all).toContain(next?.lesson.id);
    expect(learnt.includes(next?.lesson.id ?? '')).toBe(next?.again);
    expect(next?.again).toBe(all.every((id) => learnt.includes(id)));
  });

  property.prop([fc.nat(20)])('leads through all of them, each once', (start) => {
    const read: string[] = [];
    const first = all[start % all.length] ?? '';
    for (let id: string | undefined = first; id !== undefined && read.length < 9;) {
      read.push(id);
      const next = nextLesson(tracks, read);
      id = next?.again ? undefined : next?.lesson.id;
    }
    expect(read.toSorted()).toEqual(all);
  });
});

describe('a lesson by chance', () => {
  property.prop([histories, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })])(
    'is an unread one while there are any',
    (learnt, chance) => {
      const id = anyLesson(tracks, learnt, chance)?.id ?? '';
      expect(all).toContain(id);
      expect(learnt.includes(id)).toBe(all.every((one) => learnt.includes(one)));
    },
  );

  test('can be any of them', () => {
    const drawn = Array.from({ length: 50 }, (_, i) => anyLesson(tracks, [], i / 50)?.id);
    expect([...new Set(drawn)]).toEqual(all);
    expect(anyLesson([], [], 0)).toBeUndefined();
  });
});
