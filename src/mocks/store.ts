import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { levels, roles } from '#content/families.ts';
import { kinds } from '#content/kinds.ts';
import type { Database } from '#database/open.ts';
import { named, prepared } from '#database/prepared.ts';
import type { Tables } from '#database/schema.ts';
import type { Asked, Choices, LongSource, Mock, MockSource } from './mock.ts';
import { answersOfAnInterview } from './rules.ts';

/** A mock in a list. */
export type Listed = Pick<Mock, 'id' | 'source' | 'choices' | 'begunAt'> & {
  readonly answered: number;
  readonly of: number;
  /** The id of its first question. */
  readonly first: string;
};

/** A stretch of a list. */
type Stretch = { readonly skip: number; readonly most: number };

export type MockStore = {
  /** Keeps a new mock with its questions. Call it in a transaction. */
  add(mock: Mock): Promise<void>;
  /** A member's mock; nothing when there is none, or it is somebody else's. */
  find(member: string, id: string): Promise<Mock | undefined>;
  /** The mock or the review that a member has begun and not ended. */
  unfinished(member: string, source: LongSource): Promise<Mock | undefined>;
  /** What the member chose for their latest mock of the bank. */
  latestChoices(member: string): Promise<Choices | undefined>;
  /** Ended mocks in which something was answered or skipped, and single questions that were answered, newest first. */
  list(member: string, stretch: Stretch): Promise<readonly Listed[]>;
  /** Changes what became of a question. */
  note(mock: Pick<Mock, 'id'>, asked: Asked): Promise<void>;
  end(mock: Pick<Mock, 'id'>, at: Temporal.Instant): Promise<void>;
  /** Forgets a mock; its answers are kept elsewhere. Call it in a transaction. */
  remove(mock: Pick<Mock, 'id'>): Promise<void>;
  /** How often each question came up for a member: was on the screen, or will be in a mock that goes on. */
  times(member: string): Promise<ReadonlyMap<string, number>>;
  /** Ended mocks with enough answers to count as interviews. */
  interviews(member: string): Promise<number>;
};

type MockRow = Selectable<Tables['mocks']>;
type AskedRow = Selectable<Tables['mock_questions']>;

const addHead = prepared((db, row: MockRow) =>
  db
    .insertInto('mocks')
    .values(named(row, 'id', 'member_id', 'source', 'role', 'kind', 'level', 'count', 'timed', 'begun_at', 'ended_at')),
);

type Becoming = Omit<AskedRow, 'mock_id' | 'place' | 'member_id'>;

/** The columns that tell what became of a question. */
const became = (row: Becoming): Becoming =>
  named(row, 'question', 'state', 'asked_at', 'late', 'answer_id', 'follow_up', 'follow_answer_id');

const addQuestion = prepared((db, row: AskedRow) =>
  db.insertInto('mock_questions').values({ ...named(row, 'mock_id', 'member_id', 'place'), ...became(row) }),
);

const noteQuestion = prepared((db, row: Omit<AskedRow, 'member_id'>) =>
  db.updateTable('mock_questions').set(became(row)).where('mock_id', '=', row.mock_id).where('place', '=', row.place),
);

const questions = prepared((db, { mock }: { readonly mock: string }) =>
  db.selectFrom('mock_questions').selectAll().where('mock_id', '=', mock).orderBy('place'),
);

const end = prepared((db, { id, at }: { readonly id: string; readonly at: number }) =>
  db.updateTable('mocks').set({ ended_at: at }).where('id', '=', id),
);

type Of = { readonly member: string };

const head = prepared((db, { member, id }: Of & { readonly id: string }) =>
  db.selectFrom('mocks').selectAll().where('member_id', '=', member).where('id', '=', id),
);

const latest = prepared((db, { member }: Of) =>
  db
    .selectFrom('mocks')
    .select(['role', 'kind', 'level', 'count', 'timed'])
    .where('member_id', '=', member)
    .where('source', '=', sql.lit('bank')) // word for word as in the index
    .orderBy('begun_at', 'desc')
    .limit(1),
);

const timesOf = prepared((db, { member }: Of) =>
  db
    .selectFrom('mock_questions')
    .select((eb) => ['question', eb.fn.countAll<number>().as('times')])
    .where('member_id', '=', member)
    .where('state', '!=', 'untouched')
    .groupBy('question'),
);

/** The tables of mock interviews. */
export function mocksIn({ db }: Pick<Database, 'db'>): MockStore {
  const whole = async (row: MockRow | undefined): Promise<Mock | undefined> => {
    if (!row) return undefined;
    const asked = await questions(db, { mock: row.id });
    return { ...headOf(row), member: row.member_id, endedAt: instant(row.ended_at), asked: asked.map(askedOf) };
  };

  return {
    add: async (mock) => {
      const { id, member, source, choices, begunAt, endedAt } = mock;
      await addHead(db, {
        id,
        member_id: member,
        source,
        role: choices.role ?? null,
        kind: choices.kind ?? null,
        level: choices.level ?? null,
        count: choices.count,
        timed: choices.timed ? 1 : 0,
        begun_at: begunAt.epochMilliseconds,
        ended_at: endedAt?.epochMilliseconds ?? null,
      });
      for (const asked of mock.asked) await addQuestion(db, { mock_id: id, member_id: member, ...rowOf(asked) });
    },
    find: async (member, id) => whole((await head(db, { member, id }))[0]),
    unfinished: async (member, source) =>
      whole(
        await db
          .selectFrom('mocks')
          .selectAll()
          .where('member_id', '=', member)
          .where('source', '=', source)
          .where('ended_at', 'is', null)
          .orderBy('begun_at', 'desc')
          .executeTakeFirst(),
      ),
    latestChoices: async (member) => {
      const [row] = await latest(db, { member });
      return row && choicesIn(row);
    },
    list: (member, stretch) => listed(db, member, stretch),
    note: async ({ id }, asked) => {
      await noteQuestion(db, { mock_id: id, ...rowOf(asked) });
    },
    end: async ({ id }, at) => {
      await end(db, { id, at: at.epochMilliseconds });
    },
    remove: async ({ id }) => {
      await db.deleteFrom('mock_questions').where('mock_id', '=', id).execute();
      await db.deleteFrom('mocks').where('id', '=', id).execute();
    },
    times: async (member) => {
      const rows = await timesOf(db, { member });
      return new Map(rows.map(({ question, times }) => [question, times]));
    },
    interviews: async (member) => {
      const counted = db
        .selectFrom('mock_questions')
        .innerJoin('mocks', 'mocks.id', 'mock_questions.mock_id')
        .select('mocks.id')
        .where('mock_questions.member_id', '=', member)
        .where('mock_questions.state', '=', 'answered')
        .where('mocks.ended_at', 'is not', null)
        .groupBy('mocks.id')
        .having((eb) => eb(eb.fn.countAll<number>(), '>=', answersOfAnInterview));
      const { interviews } = await db
        .selectFrom(counted.as('counted'))
        .select((eb) => eb.fn.countAll<number>().as('interviews'))
        .executeTakeFirstOrThrow();
      return interviews;
    },
  };
}

async function listed(db: Database['db'], member: string, { skip, most }: Stretch): Promise<readonly Listed[]> {
  const rows = await db
    .selectFrom('mocks')
    .selectAll()
    .select((eb) => [
      countOf(eb).where('state', '=', 'answered').as('answered'),
      countOf(eb).as('drawn'),
      questionsOf(eb).where('place', '=', 0).select('question').as('first'),
    ])
    .where('member_id', '=', member)
    .where('ended_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb(countOf(eb).where('state', '=', 'answered'), '>', 0),
        eb.and([eb('source', '!=', 'single'), eb(countOf(eb).where('state', '=', 'skipped'), '>', 0)]),
      ]),
    )
    .orderBy('begun_at', 'desc')
    .orderBy('id')
    .limit(most)
    .offset(skip)
    .execute();
  return rows.map((row) => ({
    ...headOf(row),
    answered: row.answered ?? 0,
    of: row.drawn ?? 0,
    first: row.first ?? '',
  }));
}

/** The questions of a mock. */
const questionsOf = (eb: ExpressionBuilder<Tables, 'mocks'>) =>
  eb.selectFrom('mock_questions').whereRef('mock_questions.mock_id', '=', 'mocks.id');

const countOf = (eb: ExpressionBuilder<Tables, 'mocks'>) =>
  questionsOf(eb).select((inner) => inner.fn.countAll<number>().as('count'));

const instant = (at: number | null): Temporal.Instant | undefined =>
  at === null ? undefined : Temporal.Instant.fromEpochMilliseconds(at);

function headOf(row: MockRow): Pick<Mock, 'id' | 'source' | 'choices' | 'begunAt'> {
  return {
    id: row.id,
    source: row.source as MockSource,
    choices: choicesIn(row),
    begunAt: Temporal.Instant.fromEpochMilliseconds(row.begun_at),
  };
}

function choicesIn(row: Pick<MockRow, 'role' | 'kind' | 'level' | 'count' | 'timed'>): Choices {
  const role = roles.find((one) => one === row.role);
  const kind = kinds.find((one) => one === row.kind);
  const level = levels.find((one) => one === row.level);
  return {
    ...(role && { role }),
    ...(kind && { kind }),
    ...(level && { level }),
    count: row.count,
    timed: row.timed === 1,
  };
}

const askedOf = (row: AskedRow): Asked => ({
  place: row.place,
  question: row.question,
  state: row.state as Asked['state'],
  askedAt: instant(row.asked_at),
  late: row.late === 1,
  answer: row.answer_id ?? undefined,
  followUp: row.follow_up ?? undefined,
  followAnswer: row.follow_answer_id ?? undefined,
});

const rowOf = ({ place, question, state, askedAt, late, answer, followUp, followAnswer }: Asked) => ({
  place,
  question,
  state,
  asked_at: askedAt?.epochMilliseconds ?? null,
  late: late ? 1 : 0,
  answer_id: answer ?? null,
  follow_up: followUp ?? null,
  follow_answer_id: followAnswer ?? null,
});
