import { levels, roles } from '#content/families.ts';
import type { Database } from '#database/open.ts';
import type { Tables } from '#database/schema.ts';
import { fingerprint } from './fingerprint.ts';
import type { Tie } from './pairing.ts';
import type { Length } from './rules.ts';
import type { Wait, Wish } from './session.ts';

/** Who is looked at for a pairing: of a server, those who have waited longest. */
const mostLookedAt = 200;

type Columns = {
  readonly role: string | null;
  readonly level: string | null;
  readonly languages: string;
  readonly length: string;
};

/** What somebody wanted, as a row has it. */
export const wishOf = (row: Columns): Wish => ({
  role: roles.find((one) => one === row.role),
  level: levels.find((one) => one === row.level),
  languages: row.languages.split(','),
  length: row.length as Length,
});

export const columnsOf = ({ role, level, languages, length }: Wish): Columns => ({
  role: role ?? null,
  level: level ?? null,
  languages: languages.join(','),
  length,
});

const waitOf = (row: Tables['peer_waits']): Wait => ({
  ...wishOf(row),
  member: row.member_id,
  server: row.server_id,
  since: Temporal.Instant.fromEpochMilliseconds(row.since),
  readyAt: Temporal.Instant.fromEpochMilliseconds(row.ready_at),
  until: Temporal.Instant.fromEpochMilliseconds(row.until),
  first: row.first === 1,
});

/** Who waits for a partner, and what two have to do with each other. */
export const waitsIn = ({ db }: Pick<Database, 'db'>) => ({
  find: async (member: string): Promise<Wait | undefined> => {
    const row = await db.selectFrom('peer_waits').selectAll().where('member_id', '=', member).executeTakeFirst();
    return row && waitOf(row);
  },

  /** Somebody begins to wait; false when they wait already. */
  add: async (wait: Wait): Promise<boolean> => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('peer_waits')
      .values({
        ...columnsOf(wait),
        member_id: wait.member,
        server_id: wait.server,
        since: wait.since.epochMilliseconds,
        ready_at: wait.readyAt.epochMilliseconds,
        until: wait.until.epochMilliseconds,
        first: wait.first ? 1 : 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  /** Takes people off the list; says how many stood on it. */
  remove: async (...members: readonly string[]): Promise<number> => {
    const { numDeletedRows } = await db.deleteFrom('peer_waits').where('member_id', 'in', members).executeTakeFirst();
    return Number(numDeletedRows);
  },

  ofServer: async (server: string): Promise<readonly Wait[]> => {
    const rows = await db
      .selectFrom('peer_waits')
      .selectAll()
      .where('server_id', '=', server)
      .orderBy('since')
      .limit(mostLookedAt)
      .execute();
    return rows.map(waitOf);
  },

  /** Servers in which two or more wait. */
  servers: async (): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom('peer_waits')
      .select('server_id')
      .groupBy('server_id')
      .having((eb) => eb(eb.fn.countAll<number>(), '>', 1))
      .execute();
    return rows.map(({ server_id: server }) => server);
  },

  /** Whose time is over. */
  over: async (now: Temporal.Instant): Promise<readonly Wait[]> => {
    const all = db.selectFrom('peer_waits').selectAll();
    return (await all.where('until', '<=', now.epochMilliseconds).limit(100).execute()).map(waitOf);
  },

  /** When the next wait is over. */
  nearest: async (): Promise<Temporal.Instant | undefined> => {
    const row = await db.selectFrom('peer_waits').select('until').orderBy('until').limit(1).executeTakeFirst();
    return row && Temporal.Instant.fromEpochMilliseconds(row.until);
  },

  /** What somebody has to do with each of these: who said never, and when they last met. */
  ties: async (member: string, others: readonly string[]): Promise<(other: string) => Tie> => {
    const said = await db
      .selectFrom('never_matches')
      .select(['member_id', 'pair'])
      .where('member_id', 'in', [member, ...others])
      .execute();
    const pairs = new Set(said.map(({ pair }) => pair));
    const met = await db
      .selectFrom('peer_seats as mine')
      .innerJoin('peer_seats as theirs', (join) =>
        join.onRef('theirs.session_id', '=', 'mine.session_id').onRef('theirs.seat', '!=', 'mine.seat'),
      )
      .select((eb) => ['theirs.member_id as other', eb.fn.max('mine.at').as('at')])
      .where('mine.member_id', '=', member)
      .groupBy('theirs.member_id')
      .execute();
    const when = new Map(met.map(({ other, at }) => [other, Temporal.Instant.fromEpochMilliseconds(at)]));
    return (other) => ({
      never: pairs.has(fingerprint(member, other)) || pairs.has(fingerprint(other, member)),
      met: when.get(other),
    });
  },

  /** From now on somebody never meets another one. */
  never: async (member: string, other: string, now: Temporal.Instant): Promise<void> => {
    await db
      .insertInto('never_matches')
      .values({ member_id: member, pair: fingerprint(member, other), at: now.epochMilliseconds })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  /** Takes that back. */
  mayMeet: async (member: string, other: string): Promise<void> => {
    await db
      .deleteFrom('never_matches')
      .where('member_id', '=', member)
      .where('pair', '=', fingerprint(member, other))
      .execute();
  },
});

export type Waits = ReturnType<typeof waitsIn>;
