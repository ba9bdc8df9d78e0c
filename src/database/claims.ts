// Who does what must be done once, though several processes (or one, twice) reach for it. Claim, act, finish: whoever
// dies in between loses the claim when its lease runs out. Each step is one statement, alike on both databases.

import type { Database } from './open.ts';
import { preparedChange } from './prepared.ts';

/** A right to do something, held until `leaseUntil` (epoch milliseconds). */
export type Claim = {
  readonly key: string;
  readonly holder: string;
  readonly leaseUntil: number;
};

export type Claims = {
  /** Takes `key`; undefined when somebody holds it (oneself included) or it is finished. */
  claim(key: string, at: ClaimTime): Promise<Claim | undefined>;
  /** Holds a claim for longer, from now on; undefined when its lease had run out and somebody else took it. */
  extend(claim: Claim, at: ClaimTime): Promise<Claim | undefined>;
  /** The work is done: nobody gets this key again. False when the lease had run out and somebody else took it. */
  finish(claim: Claim, now: Temporal.Instant): Promise<boolean>;
  /** Gives the key back unfinished, for anybody to claim at once. Nothing happens when it isn't held any more. */
  release(claim: Claim): Promise<void>;
  /** Forgets claims made before an instant, except running leases; says how many. Forgotten keys can be claimed anew. */
  purge(before: Temporal.Instant): Promise<number>;
};

/** The clock of the claiming process, and how long it may take; 'for good' needs no `finish` and never runs out. */
type ClaimTime = {
  readonly now: Temporal.Instant;
  readonly lease: Temporal.Duration | 'for good';
};

const forGood = Number.MAX_SAFE_INTEGER;
const purgeBatch = 500; // few enough that a batch never holds SQLite's write lock for long

type Taking = Claim & { readonly now: number };

const take = preparedChange((db, { key, holder, leaseUntil, now }: Taking) =>
  db
    .insertInto('claims')
    .values({ key, holder, lease_until: leaseUntil, finished_at: null, made_at: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({
          holder: eb.ref('excluded.holder'),
          lease_until: eb.ref('excluded.lease_until'),
          made_at: eb.ref('excluded.made_at'),
        }))
        .where('claims.finished_at', 'is', null)
        .whereRef('claims.lease_until', '<=', 'excluded.made_at'),
    ),
);

/** Claims for one holder, whose name no other running process has. */
export function claimsIn({ db }: Database, holder: string): Claims {
  return {
    async claim(key, at) {
      const leaseUntil = endOf(at);
      const isTaken = await take(db, { key, holder, leaseUntil, now: at.now.epochMilliseconds });
      return isTaken ? { key, holder, leaseUntil } : undefined;
    },

    async extend(claim, at) {
      const leaseUntil = endOf(at);
      const { numUpdatedRows } = await db
        .updateTable('claims')
        .set({ lease_until: leaseUntil })
        .where((eb) => eb.and(rowOf(claim)))
        .where('finished_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n ? { ...claim, leaseUntil } : undefined;
    },

    async finish(claim, now) {
      const { numUpdatedRows } = await db
        .updateTable('claims')
        .set((eb) => ({ finished_at: eb.fn.coalesce('finished_at', eb.val(now.epochMilliseconds)) }))
        .where((eb) => eb.and(rowOf(claim)))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async release(claim) {
      await db
        .deleteFrom('claims')
        .where((eb) => eb.and(rowOf(claim)))
        .where('finished_at', 'is', null)
        .execute();
    },

    async purge(before) {
      let purged = 0;
      for (let batch = purgeBatch; batch === purgeBatch; purged += batch) {
        batch = await purgeSome(db, before.epochMilliseconds);
      }
      return purged;
    },
  };
}

/** A lease taken anew ends later, so its end tells two claims of one holder apart. */
function rowOf({ key, holder, leaseUntil }: Claim) {
  return { key, holder, lease_until: leaseUntil };
}

function endOf({ now, lease }: ClaimTime): number {
  if (lease === 'for good') return forGood;
  const end = now.add(lease).epochMilliseconds;
  if (end <= now.epochMilliseconds)
    throw new RangeError(`A lease lasts at least a millisecond, not ${lease.toString()}`);
  return end;
}

async function purgeSome(db: Database['db'], before: number): Promise<number> {
  const old = db
    .selectFrom('claims')
    .select('key')
    .where('made_at', '<', before)
    .where((eb) =>
      eb.or([eb('finished_at', 'is not', null), eb('lease_until', '<', before), eb('lease_until', '=', forGood)]),
    )
    .orderBy('made_at')
    .limit(purgeBatch);
  const { numDeletedRows } = await db
    .deleteFrom('claims')
    .where('key', 'in', old)
    .where('made_at', '<', before) // again: on PostgreSQL one may have been claimed anew since it was selected
    .executeTakeFirst();
  return Number(numDeletedRows);
}
