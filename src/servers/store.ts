import type { Database } from '#database/open.ts';
import { prepared } from '#database/prepared.ts';

export type ServerStore = {
  /** The language a server's host chose, if any. */
  languageOf(server: string): Promise<string | undefined>;
  /** Ids of all servers that the bot is in, as far as it knows. */
  present(): Promise<readonly string[]>;
  /** Notes that the bot is in these servers. */
  arrive(servers: readonly string[], now: Temporal.Instant): Promise<void>;
  /** Notes that the bot is no longer in these servers. */
  leave(servers: readonly string[], now: Temporal.Instant): Promise<void>;
};

/** Rows for one statement: SQLite takes 32,766 parameters, PostgreSQL 65,535. */
const batch = 2_000;

const languageOf = prepared((db, { server }: { readonly server: string }) =>
  db.selectFrom('servers').select('language').where('id', '=', server),
);

/** The servers' table. */
export const serversIn = ({ db }: Database): ServerStore => ({
  languageOf: async (server) => {
    const [row] = await languageOf(db, { server });
    return row?.language ?? undefined;
  },
  present: async () => {
    const rows = await db.selectFrom('servers').select('id').where('left_at', 'is', null).execute();
    return rows.map(({ id }) => id);
  },
  arrive: async (servers, now) => {
    const joined = { language: null, joined_at: now.epochMilliseconds, left_at: null };
    for (const ids of batches(servers)) {
      const rows = ids.map((id) => ({ id, ...joined }));
      // Whoever comes back keeps what the host chose.
      await db
        .insertInto('servers')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ left_at: null }))
        .execute();
    }
  },
  leave: async (servers, now) => {
    for (const ids of batches(servers)) {
      await db.updateTable('servers').set({ left_at: now.epochMilliseconds }).where('id', 'in', ids).execute();
    }
  },
});

function batches(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / batch);
  return Array.from({ length: count }, (_, index) => ids.slice(index * batch, (index + 1) * batch));
}
