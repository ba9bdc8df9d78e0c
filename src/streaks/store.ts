import type { Database } from '#database/open.ts';
import { preparedChange } from '#database/prepared.ts';
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
   * it is no repetition more. Its instant is kept all the same, because a day is no fixed thing: an act before 03:00 may
   * count for the day before, and a change of zone draws days anew. Call it in a transaction.
   */
  record(act: Act): Promise<boolean>;
  /** The items of some kinds that the member ever did, longest ago (by the latest time) first. */
  itemsOf(member: string, kinds: readonly ActKind[]): Promise<readonly string[]>;
};

/**
 * A button that is pressed again so soon (ms) was pressed twice, which is one act on either side of midnight. Answers
 * are told from each other by their words, where they are kept.
 */
const pressedAgainWithin = 2 * 60_000;

type Noted = Omit<Act, 'at'> & { readonly at: number };

const add = preparedChange((db, { member, kind, item, day, at }: Noted) =>
  db
    .insertInto('acts')
    .values({ member_id: member, kind, item, day, at })
    .onConflict((conflict) => conflict.doNothing()),
);

/** The table of practice acts. */
export const actsIn = ({ db }: Pick<Database, 'db'>): Acts => ({
  record: async ({ member, kind, item, day, at: { epochMilliseconds: at } }) => {
    if (kind !== 'answer') {
      const pressed = await db
        .selectFrom('acts')
        .select('at')
        .where((eb) => eb.and({ member_id: member, kind, item }))
        .where('at', '>', at - pressedAgainWithin)
        .where('at', '<', at + pressedAgainWithin)
        .executeTakeFirst();
      if (pressed) return false;
    }
    if (!(await add(db, { member, kind, item, day, at }))) return false;
    return standingsIn({ db }).practise(member, { kind, item, at });
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
