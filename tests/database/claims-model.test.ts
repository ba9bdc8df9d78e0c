import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Claim, type Claims, claimsIn } from '#database/claims.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

const noon = Temporal.Instant.from('2026-03-01T12:00:00Z');
const after = (seconds: number) => noon.add({ seconds });

// What claims promise, as plain code; the databases are held against it in random stories with random clocks.
type Row = Claim & { readonly madeAt: number; readonly finished: boolean };
const sameClaim = (a: Claim | undefined, b: Claim) => a?.holder === b.holder && a.leaseUntil === b.leaseUntil;

function model(holder: string, rows: Map<string, Row>): Claims {
  return {
    claim: async (key, { now, lease }) => {
      const old = rows.get(key);
      if (old && (old.finished || old.leaseUntil > now.epochMilliseconds)) return undefined;
      const leaseUntil = lease === 'for good' ? Number.MAX_SAFE_INTEGER : now.add(lease).epochMilliseconds;
      rows.set(key, { key, holder, leaseUntil, madeAt: now.epochMilliseconds, finished: false });
      return { key, holder, leaseUntil };
    },
    extend: async (claim, { now, lease }) => {
      const row = rows.get(claim.key);
      if (!row || !sameClaim(row, claim) || row.finished) return undefined;
      const leaseUntil = lease === 'for good' ? Number.MAX_SAFE_INTEGER : now.add(lease).epochMilliseconds;
      rows.set(claim.key, { ...row, leaseUntil });
      return { ...claim, leaseUntil };
    },
    finish: async (claim) => {
      const row = rows.get(claim.key);
      if (!row || !sameClaim(row, claim)) return false;
      rows.set(claim.key, { ...row, finished: true });
      return true;
    },
    release: async (claim) => {
      const row = rows.get(claim.key);
      if (sameClaim(row, claim) && !row?.finished) rows.delete(claim.key);
    },
    purge: async (before) => {
      const limit = before.epochMilliseconds;
      const over = (row: Row) => row.finished || row.leaseUntil < limit || row.leaseUntil === Number.MAX_SAFE_INTEGER;
      const old = [...rows.values()].filter((row) => row.madeAt < limit && over(row));
      for (const { key } of old) rows.delete(key);
      return old.length;
    },
  };
}

type Step = (claims: Claims, taken: readonly Claim[]) => Promise<unknown>;
const instants = fc.integer({ min: 0, max: 50 }).map(after);
const leases = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((seconds) => Temporal.Duration.from({ seconds })),
  fc.constant('for good' as const),
);
const nth = fc.nat(9);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom('x', 'y'), instants, leases).map(
    ([key, now, lease]) =>
      (claims: Claims) =>
        claims.claim(key, { now, lease }),
  ),
  fc.tuple(nth, instants, leases).map(
    ([n, now, lease]): Step =>
      async (claims, taken) =>
        taken[n] && claims.extend(taken[n], { now, lease }),
  ),
  fc.tuple(nth, instants).map(
    ([n, now]): Step =>
      async (claims, taken) =>
        taken[n] && claims.finish(taken[n], now),
  ),
  nth.map(
    (n): Step =>
      async (claims, taken) =>
        taken[n] && claims.release(taken[n]),
  ),
  instants.map(
    (before): Step =>
      (claims) =>
        claims.purge(before),
  ),
);
const stories = fc.array(fc.tuple(fc.constantFrom('ann', 'ben'), steps), { maxLength: 14 });

describeEachDatabase('Claims', (open) => {
  test('do what plain code says in every story, even when clocks go back', async () => {
    const database = await open();
    const story = fc.asyncProperty(stories, async (told) => {
      await database.db.deleteFrom('claims').execute();
      const rows = new Map<string, Row>();
      const taken: Claim[] = [];
      for (const [holder, step] of told) {
        const expected = await step(model(holder, rows), taken);
        const answer = await step(claimsIn(database, holder), taken);
        expect(answer).toEqual(expected);
        if (isClaim(answer)) taken.push(answer);
      }
    });
    await fc.assert(story, { numRuns: 60 });
  });
});

function isClaim(answer: unknown): answer is Claim {
  return typeof answer === 'object' && answer !== null && 'leaseUntil' in answer;
}
