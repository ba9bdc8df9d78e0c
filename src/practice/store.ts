import type { ExerciseId } from '#content/exercise.ts';
import type { Database } from '#database/open.ts';

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
  keep(answer: Answer): Promise<void>;
  /** The same answer (text, rating, exercise) if the member gave it at `since` or later. */
  sameAs(answer: Answer, since: Temporal.Instant): Promise<string | undefined>;
  /** A member's answer; nothing when there is none, or it is somebody else's. */
  find(member: string, id: string): Promise<Answer | undefined>;
  tick(member: string, id: string, ticks: readonly number[]): Promise<void>;
};

/** The table of answers. */
export const answersIn = ({ db }: Pick<Database, 'db'>): Answers => ({
  keep: async ({ id, member, source, item, question, body, rating, ticks, retryOf, at }) => {
    await db
      .insertInto('answers')
      .values({
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
      })
      .execute();
  },
  sameAs: async ({ member, source, item, body, rating, retryOf }, since) => {
    const row = await db
      .selectFrom('answers')
      .select('id')
      .where((eb) => eb.and({ member_id: member, source, item, body: storable(body) }))
      .where('rating', 'is not distinct from', rating ?? null)
      .where('retry_of', 'is not distinct from', retryOf ?? null)
      .where('at', '>=', since.epochMilliseconds)
      .executeTakeFirst();
    return row?.id;
  },
  find: async (member, id) => {
    const row = await db
      .selectFrom('answers')
      .selectAll()
      .where('id', '=', id)
      .where('member_id', '=', member)
      .executeTakeFirst();
    return (
      row && {
        id,
        member,
        source: 'lesson',
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
  tick: async (member, id, ticks) => {
    await db
      .updateTable('answers')
      .set({ ticks: ticks.join(',') })
      .where('id', '=', id)
      .where('member_id', '=', member)
      .execute();
  },
});

/** PostgreSQL can't hold the character NUL in a text; nobody types it on purpose. */
const storable = (body: string): string => body.replaceAll('\0', '');
