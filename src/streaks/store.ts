import type { Database } from '#database/open.ts';
import { standingsIn } from './standings.ts';

/** What can count as practice. */
export type ActKind = 'lesson' | 'answer' | 'recall' | 'session';

/** Something a member did for their next interview. `day` is their local date then, `YYYY-MM-DD`. */
export type Act = {
  readonly member: string;
  readonly kind: ActKind;
  /** What it was about: a lesson's id. */
  readonly item: string;
  readonly day: string;
  readonly at: Temporal.Instant;
};

export type Acts = {
  /**
   * Records an act, and what it does to the member's streak. False when the same was done on the same day already: then
   * nothing changes. Call it in a transaction.
   */
  record(act: Act): Promise<boolean>;
  /** The items of some kinds that the member ever did, longest ago (by the latest time) first. */
  itemsOf(member: string, kinds: readonly ActKind[]): Promise<readonly string[]>;
};

/** The table of practice acts. */
export const actsIn = ({ db }: Pick<Database, 'db'>): Acts => ({
  record: async ({ member, kind, item, day, at }) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('acts')
      .values({ member_id: member, kind, item, day, at: at.epochMilliseconds })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await standingsIn({ db }).practise(member, at.epochMilliseconds);
    return true;
  },
  itemsOf: async (member, kinds) => {
    const rows = await db
      .selectFrom('acts')
      .select('item')
      .where('member_id', '=', member)
      .where('kind', 'in', kinds)
      .groupBy('item')
      .orderBy((eb) => eb.fn.max('at'))
      .execute();
    return rows.map(({ item }) => item);
  },
});
