import type { Database } from '#database/open.ts';

/** An answer as a member recognises it. */
export type WrittenAnswer = { readonly id: string; readonly question: string; readonly body: string };

/** What ties a member to a server, by which they may recognise it: the bot knows no server's name. */
export type TiedServer = {
  readonly id: string;
  readonly onBoard: boolean;
  readonly hearsOfTips: boolean;
  readonly waits: boolean;
  /** When they last sat in a peer session there. */
  readonly lastSession?: Temporal.Instant;
};

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
  /** The servers that a member has something to do with, the latest peer session first. */
  servers: async (member: string): Promise<readonly TiedServer[]> => {
    const boards = await db.selectFrom('boards').select('server_id').where('member_id', '=', member).execute();
    const waits = await db.selectFrom('peer_waits').select('server_id').where('member_id', '=', member).execute();
    const tips = await db
      .selectFrom('tip_contacts')
      .innerJoin('subscriptions', 'subscriptions.id', 'tip_contacts.subscription_id')
      .select('server_id')
      .where('member_id', '=', member)
      .execute();
    const seats = await db
      .selectFrom('peer_seats')
      .select((eb) => ['server_id', eb.fn.max('at').as('at')])
      .where('member_id', '=', member)
      .groupBy('server_id')
      .orderBy('at', 'desc')
      .execute();
    const all = new Set([...seats, ...waits, ...boards, ...tips].map(({ server_id: id }) => id));
    return [...all].map((id) => {
      const isIn = (rows: readonly { readonly server_id: string }[]) => rows.some((row) => row.server_id === id);
      const last = seats.find((seat) => seat.server_id === id)?.at;
      return {
        id,
        onBoard: isIn(boards),
        hearsOfTips: isIn(tips),
        waits: isIn(waits),
        ...(last !== undefined && { lastSession: Temporal.Instant.fromEpochMilliseconds(last) }),
      };
    });
  },
  /** Deletes all that ties a member to a server, and what was said about them in its sessions. */
  deleteTiesOf: async (member: string, server: string): Promise<void> => {
    const tips = db.selectFrom('subscriptions').select('id').where('server_id', '=', server);
    await db.deleteFrom('tip_contacts').where('member_id', '=', member).where('subscription_id', 'in', tips).execute();
    const of = { member_id: member, server_id: server };
    const sessions = db
      .selectFrom('peer_seats')
      .select('session_id')
      .where((eb) => eb.and(of));
    await db.deleteFrom('peer_notes').where('about_id', '=', member).where('session_id', 'in', sessions).execute();
    await db
      .deleteFrom('peer_seats')
      .where((eb) => eb.and(of))
      .execute();
    await db
      .deleteFrom('peer_waits')
      .where((eb) => eb.and(of))
      .execute();
    await db
      .deleteFrom('boards')
      .where((eb) => eb.and(of))
      .execute();
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
