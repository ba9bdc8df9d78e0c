import type { Database } from '#database/open.ts';
import { prepared } from '#database/prepared.ts';
import type { Span } from './clock/rules.ts';

export type Outages = {
  /** The times in which the bot was away that end after an instant (epoch ms), oldest first. */
  since(instant: number): Promise<readonly Span[]>;
  /** Notes that the bot is there, and that it was away if nobody noted anything for some minutes. */
  beat(now: number, circumstances: { readonly wasHere: boolean }): Promise<void>;
};

/**
 * One heart for all processes. It is right for what can be run today: each process holds all shards and beats only while
 * every one of them is up, and with a second process as a spare nobody misses the first. Shards divided among processes
 * would need more than a heart each: which shard a member would have come through can't be known (direct messages all come
 * through the first, each server through its own), so either nobody gets credit for a part that is down or everybody does.
 * README.md tells operators.
 */
const name = 'gateway';

/** Longer without a beat, in ms, and the bot was away: beats come each minute, and starting anew takes less. */
const longestPause = 5 * 60_000;

const after = prepared((db, { instant }: { readonly instant: number }) =>
  db.selectFrom('outages').selectAll().where('until_at', '>', instant).orderBy('until_at'),
);

/** When the bot was away, told by a heartbeat that all processes on one database share. `db` is a transaction's for `beat`. */
export const outagesIn = ({ db }: Pick<Database, 'db'>): Outages => ({
  since: async (instant) => {
    const rows = await after(db, { instant });
    return rows.map(({ from_at: from, until_at: until }) => ({ from, until }));
  },
  beat: async (now, { wasHere }) => {
    const last = await db.selectFrom('heartbeats').select('at').where('name', '=', name).executeTakeFirst();
    if (!last) {
      await db
        .insertInto('heartbeats')
        .values({ name, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return;
    }
    if (!wasHere && now - last.at > longestPause) {
      await db
        .insertInto('outages')
        .values({ from_at: last.at, until_at: now })
        .onConflict((conflict) => conflict.column('from_at').doUpdateSet({ until_at: now }))
        .execute();
    }
    if (now > last.at) await db.updateTable('heartbeats').set({ at: now }).where('name', '=', name).execute();
  },
});
