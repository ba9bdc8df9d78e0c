import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { levels, roles } from '#content/families.ts';
import { partnerFor, type Tie } from '#peers/pairing.ts';
import type { Wait } from '#peers/session.ts';
import { monday as now } from '#tests/support/world.ts';

const ago = (minutes: number) => now.subtract({ minutes });
const strangers: Tie = { never: false, met: undefined };

/** Somebody who came ten minutes ago, in retail with some experience. */
const waiting = (member: string, more: Partial<Wait> = {}): Wait => ({
  member,
  server: '1',
  role: 'retail',
  level: 'some',
  languages: ['en'],
  length: 'short',
  since: ago(10),
  readyAt: ago(10),
  until: now.add({ minutes: 50 }),
  first: false,
  ...more,
});

const me = waiting('me');
const partnerOf = (one: Wait, others: readonly Wait[], ties: Readonly<Record<string, Tie>> = {}) =>
  partnerFor(one, others, { tieTo: (member) => ties[member] ?? strangers, now })?.member;

describe('two fit', () => {
  const fits = (more: Partial<Wait>, mine: Partial<Wait> = {}) =>
    partnerOf(waiting('me', mine), [waiting('you', more)]) !== undefined;

  test('with the same work, with work of the same kind, and with any work', () => {
    expect(fits({})).toBe(true);
    expect(fits({ role: 'warehouse' })).toBe(true);
    expect(fits({ role: undefined })).toBe(true);
    expect(fits({ role: 'first-job' })).toBe(true);
    expect(fits({ role: 'software' })).toBe(false);
    expect(fits({ role: 'software' }, { role: undefined })).toBe(true);
  });

  test('with near levels, and when one did not say', () => {
    expect(fits({ level: 'senior' })).toBe(true);
    expect(fits({ level: 'first' }, { level: 'senior' })).toBe(false);
    expect(fits({ level: undefined }, { level: 'senior' })).toBe(true);
  });

  test('only with a common language, the same length and on the same server', () => {
    expect(fits({ languages: ['es', 'de'] })).toBe(false);
    expect(fits({ languages: ['es', 'en'] })).toBe(true);
    expect(fits({ length: 'full' })).toBe(false);
    expect(fits({ server: '2' })).toBe(false);
  });
});

describe('of several who fit', () => {
  test('whoever was let down before comes first, however far their work is', () => {
    const others = [
      waiting('near'),
      waiting('first', { role: 'delivery', level: 'first', first: true, since: ago(1) }),
    ];
    expect(partnerOf(me, others)).toBe('first');
  });

  test('then whose work and level are nearest, then who has waited longest', () => {
    const far = waiting('far', { role: 'delivery', since: ago(50) });
    const level = waiting('other level', { level: 'senior', since: ago(40) });
    expect(partnerOf(me, [far, level, waiting('late', { since: ago(2) }), waiting('early', { since: ago(9) })])).toBe(
      'early',
    );
    expect(partnerOf(me, [far, level])).toBe('other level');
    expect(partnerOf(me, [far])).toBe('far');
  });
});

describe('who met lately', () => {
  const long = { since: ago(20), readyAt: ago(20) };
  const met = { friend: { never: false, met: now.subtract({ hours: 24 * 13 }) } };

  test('meets again only when both have waited 20 minutes', () => {
    expect(partnerOf(waiting('me', long), [waiting('friend', long)], met)).toBe('friend');
    expect(partnerOf(waiting('me', long), [waiting('friend', { since: ago(19) })], met)).toBeUndefined();
    expect(partnerOf(waiting('me', { since: ago(19) }), [waiting('friend', long)], met)).toBeUndefined();
  });

  test('not while there is anybody else who fits, be they ever so far and late', () => {
    const far = waiting('stranger', { role: 'delivery', level: 'first', since: ago(0) });
    expect(partnerOf(waiting('me', long), [waiting('friend', { ...long, first: true }), far], met)).toBe('stranger');
  });

  test('are like strangers again after two weeks', () => {
    const then = { friend: { never: false, met: now.subtract({ hours: 24 * 14 }) } };
    expect(partnerOf(me, [waiting('friend')], then)).toBe('friend');
  });
});

const minutes = fc.integer({ min: 0, max: 59 });
const wishes = {
  server: fc.constantFrom('1', '2'),
  role: fc.constantFrom(undefined, ...roles),
  level: fc.constantFrom(undefined, ...levels),
  languages: fc.uniqueArray(fc.constantFrom('en', 'es', 'de'), { minLength: 1, maxLength: 3 }),
  length: fc.constantFrom('short' as const, 'full' as const),
  first: fc.boolean(),
};
/** Somebody with any wish, who came at any time, may have to wait some minutes yet, and may be too late. */
const waits = fc
  .record({ ...wishes, came: minutes, delay: fc.constantFrom(0, 0, 5, 15), stays: fc.constantFrom(60, 60, 30) })
  .map(({ came, delay, stays, ...wish }) => {
    const since = ago(came);
    return { ...wish, since, readyAt: since.add({ minutes: delay }), until: since.add({ minutes: stays }) };
  });
const crowds = fc
  .array(waits, { minLength: 2, maxLength: 8 })
  .map((all) => all.map((one, index): Wait => ({ ...one, member: `member ${index}` })));
const ties: fc.Arbitrary<Tie> = fc.record({
  never: fc.constantFrom(false, false, true),
  met: fc.option(
    fc.integer({ min: 0, max: 24 * 30 }).map((hours) => now.subtract({ hours })),
    { nil: undefined },
  ),
});
/** What any two have to do with each other: the same seen from either. */
const webs = fc.array(ties, { minLength: 64, maxLength: 64 }).map((all) => (one: string, another: string): Tie => {
  const [a = 0, b = 0] = [one, another].map((name) => Number(name.slice(-1))).toSorted((x, y) => x - y);
  return all[a * 8 + b] ?? strangers;
});

const isReady = ({ readyAt, until }: Wait): boolean =>
  Temporal.Instant.compare(readyAt, now) <= 0 && Temporal.Instant.compare(until, now) > 0;
const waitedLong = ({ since }: Wait): boolean => now.since(since).total('minutes') >= 20;
const isRecent = ({ met }: Tie): boolean => met !== undefined && now.since(met).total('hours') < 24 * 14;

describe('in any crowd', () => {
  property.prop([crowds, webs], { numRuns: 500 })('two fit from either side, or from neither', (crowd, web) => {
    const [one, another] = crowd;
    if (!one || !another) return;
    const there = partnerFor(one, [another], { tieTo: (member) => web(one.member, member), now });
    const back = partnerFor(another, [one], { tieTo: (member) => web(another.member, member), now });
    expect(there === undefined).toBe(back === undefined);
  });

  property.prop([crowds, webs], { numRuns: 500 })(
    'a partner is somebody else, who is there, and whom neither wants never to meet',
    (crowd, web) => {
      for (const one of crowd) {
        const found = partnerFor(one, crowd, { tieTo: (member) => web(one.member, member), now });
        if (!found) continue;
        expect(found.member).not.toBe(one.member);
        expect(isReady(one) && isReady(found)).toBe(true);
        expect(web(one.member, found.member).never).toBe(false);
        expect(found.server).toBe(one.server);
        expect(found.languages.some((language) => one.languages.includes(language))).toBe(true);
      }
    },
  );

  property.prop([crowds, webs], { numRuns: 500 })(
    'who met lately meets again only after both waited long, and when nobody else fits',
    (crowd, web) => {
      for (const one of crowd) {
        const tieTo = (member: string) => web(one.member, member);
        const found = partnerFor(one, crowd, { tieTo, now });
        if (!found || !isRecent(tieTo(found.member))) continue;
        expect(waitedLong(one) && waitedLong(found)).toBe(true);
        const others = crowd.filter(({ member }) => member !== one.member && !isRecent(tieTo(member)));
        expect(partnerFor(one, others, { tieTo, now })).toBeUndefined();
      }
    },
  );

  property.prop([crowds, webs], { numRuns: 500 })(
    'whoever is first in line is taken before others, and the order of the list does not matter',
    (crowd, web) => {
      for (const one of crowd) {
        const tieTo = (member: string) => web(one.member, member);
        const found = partnerFor(one, crowd, { tieTo, now });
        expect(partnerFor(one, crowd.toReversed(), { tieTo, now })).toEqual(found);
        if (!found || found.first) continue;
        const fresh = crowd.filter(
          ({ first, member }) => first && isRecent(tieTo(member)) === isRecent(tieTo(found.member)),
        );
        expect(partnerFor(one, fresh, { tieTo, now })).toBeUndefined();
      }
    },
  );

  property.prop([crowds, webs], { numRuns: 500 })('nobody stays alone while somebody fits', (crowd, web) => {
    for (const one of crowd) {
      const tieTo = (member: string) => web(one.member, member);
      const fitting = crowd.filter((another) => partnerFor(one, [another], { tieTo, now }));
      const found = partnerFor(one, crowd, { tieTo, now });
      expect(found === undefined).toBe(fitting.length === 0);
    }
  });
});
