import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { field, route, routeNameIn } from '#bot/route.ts';

const everything = route('test.everything', {
  owner: field.snowflake(),
  lesson: field.slug(),
  page: field.int(999),
  face: field.word('idea', 'example'),
});

const slugs = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,9}){0,2}$/);
const states = fc.record({
  owner: fc.stringMatching(/^[0-9]{17,20}$/),
  lesson: slugs,
  page: fc.nat(999),
  face: fc.constantFrom('idea' as const, 'example' as const),
});

describe('a custom id', () => {
  test.prop([states])('carries any state there and back', (state) => {
    expect(everything.read(everything.id(state))).toEqual(state);
  });

  test.prop([states])('never passes the 100 characters that Discord allows', (state) => {
    expect(everything.id(state).length).toBeLessThanOrEqual(100);
    expect(routeNameIn(everything.id(state))).toBe('test.everything');
  });

  test.prop([fc.string({ unit: 'binary' })])('that is anything at all is read as nothing, and never throws', (id) => {
    expect(everything.read(id)).toBeUndefined();
  });

  test.prop([states, fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })])(
    'with something put into it is read as nothing or as a state that is written the same way',
    (state, at, added) => {
      const id = everything.id(state);
      const place = at % (id.length + 1);
      const damaged = id.slice(0, place) + added + id.slice(place);
      const read = everything.read(damaged);
      if (read) expect(everything.id(read).replace(/:0*(?=\d+:)/, ':')).toBe(damaged.replace(/:0*(?=\d+:)/, ':'));
    },
  );

  test.each([
    ['of another route', 'test.other:10000000000000001:a:1:idea'],
    ['of an older version with fewer parts', 'test.everything:10000000000000001:a:1'],
    ['of a newer version with more parts', 'test.everything:10000000000000001:a:1:idea:x'],
    ['with a page that is out of range', 'test.everything:10000000000000001:a:1000:idea'],
    ['with a page that is no number', 'test.everything:10000000000000001:a:1e2:idea'],
    ['with a negative page', 'test.everything:10000000000000001:a:-1:idea'],
    ['with a face that is no longer there', 'test.everything:10000000000000001:a:1:notes'],
    ['with an owner that is too short', 'test.everything:1000:a:1:idea'],
    ['with an owner that is no number', 'test.everything:1000000000000000x:a:1:idea'],
    ['with a lesson in capitals', 'test.everything:10000000000000001:A:1:idea'],
    ['with a lesson that ends in a line break', 'test.everything:10000000000000001:a\n:1:idea'],
    ['without a lesson', 'test.everything:10000000000000001::1:idea'],
    ['that is empty', ''],
    ['that is a word of every object', 'constructor'],
  ])('%s is read as nothing', (_, id) => {
    expect(everything.read(id)).toBeUndefined();
  });

  test('of a route without state is its name', () => {
    const bare = route('test.bare', {});
    expect(bare.id({})).toBe('test.bare');
    expect(bare.read('test.bare')).toEqual({});
    expect(bare.read('test.bare:')).toBeUndefined();
  });
});

describe('a value that does not fit its field', () => {
  const state = { owner: '100000000000000001', lesson: 'a', page: 1, face: 'idea' as const };
  test.each([
    ['a lesson with a colon', { lesson: 'a:b' }],
    ['a lesson that is too long', { lesson: 'a'.repeat(33) }],
    ['an owner that is no id', { owner: 'ann' }],
    ['a page beyond the last', { page: 1000 }],
    ['a page between two', { page: 1.5 }],
    ['a page before the first', { page: -1 }],
    ['no page', { page: Number.NaN }],
    ['a face that does not exist', { face: 'back' as 'idea' }],
  ])('%s is a bug that shows at once', (_, wrong) => {
    expect(() => everything.id({ ...state, ...wrong })).toThrow(/test\.everything can't hold this/);
  });

  test('is not repeated in the message', () => {
    expect(() => everything.id({ ...state, lesson: 'My Secret' })).toThrow(/^(?!.*Secret)/);
  });
});

describe('a route whose ids could get too long', () => {
  test('fails when it is declared', () => {
    const lesson = field.slug();
    expect(() => route('test.long', { one: lesson, two: lesson, three: lesson })).toThrow(/test\.long.*108/);
  });

  test('may be exactly 100 characters long', () => {
    const fits = route('r'.repeat(67), { lesson: field.slug() });
    expect(fits.id({ lesson: 'a'.repeat(32) })).toHaveLength(100);
    expect(() => route('r'.repeat(68), { lesson: field.slug() })).toThrow('101');
  });
});
