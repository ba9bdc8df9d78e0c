import { type Selectable, sql } from 'kysely';
import type { ExerciseId } from '#content/exercise.ts';
import type { Database } from '#database/open.ts';
import { named, prepared } from '#database/prepared.ts';
import type { Tables } from '#database/schema.ts';
import { keptUnlessChosen, shortestKept } from '#members/rules.ts';

/** An answer as a member gave it. */
export type Answer = ExerciseId & {
  readonly id: string;
  readonly member: string;
  readonly question: string;
  /** What they wrote, word for word. */
  readonly body: string;
  /** The member's own rating, 1 to 4. */
  readonly rating: number | undefined;
  /** Places in the checklist that they ticked, from 0. */
  readonly ticks: readonly number[];
  /** The answer that this one tries again. */
  readonly retryOf: string | undefined;
  readonly at: Temporal.Instant;
};

export type Answers = {
  /** Forgets answers that are older than their members want them kept; says how many. */
  expire(now: Temporal.Instant): Promise<number>;
  keep(answer: Answer): Promise<void>;
  /** The same answer (text, rating, exercise) if the member gave it at `since` or later. */
  sameAs(answer: Answer, since: Temporal.Instant): Promise<string | undefined>;
  /** A member's answer; nothing when there is none, or it is somebody else's. */
  find(member: string, id: string): Promise<Answer | undefined>;
  tick(member: string, id: string, ticks: readonly number[]): Promise<void>;
  /** Forgets some of a member's answers, with those that they try again. Call it in a transaction. */
  remove(member: string, ids: readonly string[]): Promise<void>;
};

type Row = Selectable<Tables['answers']>;

const add = prepared((db, row: Row) =>
  db
    .insertInto('answers')
    .values(named(row, 'id', 'member_id', 'source', 'item', 'question', 'body', 'rating', 'ticks', 'retry_of', 'at')),
);

type Same = Omit<Row, 'id' | 'question' | 'ticks' | 'at'> & { readonly since: number };

const sameAs = prepared((db, same: Same) =>
  db
    .selectFrom('answers')
    .select('id')
    .where('member_id', '=', same.member_id)
    .where('source', '=', same.source)
    .where('item', '=', same.item)
    .where('body', '=', same.body)
    .where('rating', 'is not distinct from', same.rating)
    .where('retry_of', 'is not distinct from', same.retry_of)
    .where('at', '>=', same.since),
);

const byId = prepared((db, { member, id }: { readonly member: string; readonly id: string }) =>
  db.selectFrom('answers').selectAll().where('id', '=', id).where('member_id', '=', member),
);

/** The table of answers. */
export const answersIn = ({ db }: Pick<Database, 'db'>): Answers => ({
  keep: async ({ id, member, source, item, question, body, rating, ticks, retryOf, at }) => {
    await add(db, {
      id,
      member_id: member,
      source,
      item,
      question,
      body: storable(body),
      rating: rating ?? null,
      ticks: ticks.join(','),
      retry_of: retryOf ?? null,
      at: at.epochMilliseconds,
    });
  },
  sameAs: async ({ member, source, item, body, rating, retryOf }, since) => {
    const [row] = await sameAs(db, {
      member_id: member,
      source,
      item,
      body: storable(body),
      rating: rating ?? null,
      retry_of: retryOf ?? null,
      since: since.epochMilliseconds,
    });
    return row?.id;
  },
  find: async (member, id) => {
    const [row] = await byId(db, { member, id });
    return (
      row && {
        id,
        member,
        source: row.source as ExerciseId['source'],
        item: row.item,
        question: row.question,
        body: row.body,
        rating: row.rating ?? undefined,
        ticks: row.ticks === '' ? [] : row.ticks.split(',').map(Number),
        retryOf: row.retry_of ?? undefined,
        at: Temporal.Instant.fromEpochMilliseconds(row.at),
      }
    );
  },
  expire: async (now) => {
    let expired = 0;
    for (let batch = expireBatch; batch === expireBatch; expired += batch) {
      batch = await expireSome(db, now.epochMilliseconds);
    }
    return expired;
  },
  remove: async (member, ids) => {
    for (let tries = ids; tries.length > 0;) {
      const of = db.deleteFrom('answers').where('member_id', '=', member).where('id', 'in', tries);
      const gone = await of.returning('retry_of').execute();
      tries = gone.flatMap(({ retry_of: before }) => before ?? []);
    }
  },
  tick: async (member, id, ticks) => {
    await db
      .updateTable('answers')
      .set({ ticks: ticks.join(',') })
      .where('id', '=', id)
      .where('member_id', '=', member)
      .execute();
  },
});

/** Few enough that a batch never holds SQLite's write lock for long. */
const expireBatch = 500;

const aDay = 86_400_000;

async function expireSome(db: Database['db'], now: number): Promise<number> {
  const kept = sql<number>`coalesce(members.keep_days, ${sql.lit(keptUnlessChosen)})`;
  const old = db
    .selectFrom('answers')
    .leftJoin('members', 'members.id', 'answers.member_id')
    .select('answers.id')
    .where('answers.at', '<', now - shortestKept * aDay)
    .where(kept, '>', 0)
    .where('answers.at', '<', sql<number>`${sql.lit(now)} - ${kept} * ${sql.lit(aDay)}`)
    .orderBy('answers.at')
    .limit(expireBatch);
  const { numDeletedRows } = await db.deleteFrom('answers').where('id', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
}

/** PostgreSQL can't hold the character NUL in a text; nobody types it on purpose. */
const storable = (body: string): string => body.replaceAll('\0', '');
