import type { Database } from '#database/open.ts';

/** An answer as a member recognises it. */
export type WrittenAnswer = { readonly id: string; readonly question: string; readonly body: string };

/** A list in Discord holds 25. */
const mostListed = 25;

/** Rows that are looked for one by one; everything else goes by the declared tables. */
export const privateRowsIn = ({ db }: Pick<Database, 'db'>) => ({
  answers: (member: string): Promise<WrittenAnswer[]> =>
    db
      .selectFrom('answers')
      .select(['id', 'question', 'body'])
      .where('member_id', '=', member)
      .orderBy('at', 'desc')
      .limit(mostListed)
      .execute(),
  deleteAnswer: async (member: string, id: string): Promise<void> => {
    await db.deleteFrom('answers').where('member_id', '=', member).where('id', '=', id).execute();
  },
  deleteFromBoard: async (member: string, server: string): Promise<void> => {
    await db.deleteFrom('boards').where('member_id', '=', member).where('server_id', '=', server).execute();
  },
  /** Servers that the bot left before an instant. */
  serversLeft: async (before: Temporal.Instant): Promise<readonly string[]> => {
    const rows = await db.selectFrom('servers').select('id').where('left_at', '<', before.epochMilliseconds).execute();
    return rows.map(({ id }) => id);
  },
  isLeft: async (server: string, before: Temporal.Instant): Promise<boolean> => {
    const left = db.selectFrom('servers').select('id').where('id', '=', server);
    return (await left.where('left_at', '<', before.epochMilliseconds).executeTakeFirst()) !== undefined;
  },
  /** What members have there: a place on its board, one in line for a partner, and the wish to hear of its tips. */
  deleteTies: async (server: string): Promise<void> => {
    const tips = db.selectFrom('subscriptions').select('id').where('server_id', '=', server);
    await db.deleteFrom('tip_contacts').where('subscription_id', 'in', tips).execute();
    await db.deleteFrom('boards').where('server_id', '=', server).execute();
    await db.deleteFrom('peer_waits').where('server_id', '=', server).execute();
  },
});
