import type { Database } from '#database/open.ts';
import { prepared } from '#database/prepared.ts';

/** Somebody whose evening has come, and what is known of the reminders before. */
export type Due = { readonly member: string; readonly day: number | null; readonly unanswered: number };

const lookAgain = prepared((db, { member, at }: { readonly member: string; readonly at: number | null }) =>
  db.updateTable('reminders').set({ look_at: at }).where('member_id', '=', member),
);

/** The members who want to be reminded of their streak in the evening. */
export const remindersIn = ({ db }: Pick<Database, 'db'>) => ({
  wanted: async (member: string): Promise<boolean> => {
    const row = await db.selectFrom('reminders').select('day').where('member_id', '=', member).executeTakeFirst();
    return row !== undefined;
  },

  /** From now on the member wants to be reminded; `lookAt` (epoch ms) is when to look at their streak first. */
  want: async (member: string, lookAt: number | null): Promise<void> => {
    await db
      .insertInto('reminders')
      .values({ member_id: member, look_at: lookAt, day: null, unanswered: 0 })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ look_at: lookAt, unanswered: 0 }))
      .execute();
  },

  stop: async (member: string): Promise<void> => {
    await db.deleteFrom('reminders').where('member_id', '=', member).execute();
  },

  /** Whose evening has come by an instant (epoch ms), the longest waiting first. */
  due: async (now: number, most: number): Promise<readonly Due[]> =>
    db
      .selectFrom('reminders')
      .select(['member_id as member', 'day', 'unanswered'])
      .where('look_at', '<=', now)
      .orderBy('look_at')
      .limit(most)
      .execute(),

  /** When to look at a member's streak again, in epoch ms; null: when they have practised. */
  lookAgain: async (member: string, at: number | null): Promise<void> => {
    await lookAgain(db, { member, at });
  },

  /** Notes that a member was reminded for a day. False when they were already, or want it no longer. */
  begin: async (member: string, { day, unanswered }: { readonly day: number; readonly unanswered: number }) => {
    const { numUpdatedRows } = await db
      .updateTable('reminders')
      .set({ day, unanswered })
      .where('member_id', '=', member)
      .where((eb) => eb.or([eb('day', 'is', null), eb('day', '<', day)]))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  /** A reminder was not sent: all is as before, and the member is looked at again at an instant (epoch ms). */
  undo: async ({ member, day, unanswered }: Due, at: number): Promise<void> => {
    await db.updateTable('reminders').set({ day, unanswered, look_at: at }).where('member_id', '=', member).execute();
  },
});
