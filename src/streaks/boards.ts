import type { Database } from '#database/open.ts';
import { prepared } from '#database/prepared.ts';

/** A member's streak as a server may see it; `endsAt` (epoch ms) is when it ends if they do nothing. */
export type Shown = { readonly member: string; readonly current: number; readonly endsAt: number };

/** A place on the board: members with equally many days share one. */
export type Placed = { readonly place: number; readonly member: string; readonly current: number };

export type Board = {
  readonly first: readonly Placed[];
  /** Whether more members have as many days as the last of them. */
  readonly moreAlike: boolean;
};

/** How many members a board names. */
const named = 10;

/** Of a streak that is over: nothing is to be decided any more. */
const never = Number.MAX_SAFE_INTEGER;

/** Rows that are looked through at once. */
const batch = 500;

type Noted = { readonly member: string; readonly current: number; readonly ends_at: number };

const note = prepared((db, { member, current, ends_at: endsAt }: Noted) =>
  db.updateTable('boards').set({ current, ends_at: endsAt }).where('member_id', '=', member),
);

/** The members who show their streak to a server, because they chose to. */
export const boardsIn = ({ db }: Pick<Database, 'db'>) => ({
  /** The longest streaks that have not ended by an instant (epoch ms). */
  first: async (server: string, now: number): Promise<Board> => {
    const rows = await db
      .selectFrom('boards')
      .select(['member_id', 'current'])
      .where('server_id', '=', server)
      .where('current', '>', 0)
      .where('ends_at', '>', now)
      .orderBy('current', 'desc')
      .orderBy('member_id', 'desc')
      .limit(named + 1)
      .execute();
    const first = rows.slice(0, named).map(({ member_id: member, current }) => ({
      place: 1 + rows.filter((other) => other.current > current).length,
      member,
      current,
    }));
    return { first, moreAlike: rows[named]?.current === first.at(-1)?.current && rows.length > named };
  },

  /** Whether a member is on a server's board. */
  has: async (server: string, member: string): Promise<boolean> => {
    const row = await db
      .selectFrom('boards')
      .select('current')
      .where('server_id', '=', server)
      .where('member_id', '=', member)
      .executeTakeFirst();
    return row !== undefined;
  },

  join: async (server: string, { member, ...shown }: Shown): Promise<void> => {
    const row = rowOf(shown);
    await db
      .insertInto('boards')
      .values({ server_id: server, member_id: member, ...row })
      .onConflict((conflict) => conflict.columns(['server_id', 'member_id']).doUpdateSet(row))
      .execute();
  },

  leave: async (server: string, member: string): Promise<void> => {
    await db.deleteFrom('boards').where('server_id', '=', server).where('member_id', '=', member).execute();
  },

  /** Notes how a member's streak stands, on all boards that they are on. */
  show: async ({ member, ...shown }: Shown): Promise<void> => {
    await note(db, { member, ...rowOf(shown) });
  },

  /** Members whose streak should have ended by an instant (epoch ms): some of them, to be looked at anew. */
  ended: async (now: number): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom('boards')
      .select('member_id')
      .where('ends_at', '<=', now)
      .orderBy('ends_at')
      .limit(batch)
      .execute();
    return [...new Set(rows.map(({ member_id: member }) => member))];
  },
});

const rowOf = ({ current, endsAt }: Omit<Shown, 'member'>) => ({ current, ends_at: current === 0 ? never : endsAt });
