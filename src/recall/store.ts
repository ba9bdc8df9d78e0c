import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Database } from '#database/open.ts';
import { named, prepared } from '#database/prepared.ts';
import type { Tables } from '#database/schema.ts';
import { answeredOn, learntOn, mostPerDay } from './rules.ts';

/** What can be asked again. */
export type RecallKind = 'lesson' | 'question';

/** One thing a member learnt. */
export type Learnt = { readonly member: string; readonly kind: RecallKind; readonly item: string };

/** Something to ask, and how often it was known in a row. */
export type Due = { readonly item: string; readonly step: number };

export type Recalls = {
  /** Notes that something was learnt. Nothing changes for what is noted already. Days are local dates, `YYYY-MM-DD`. */
  begin(learnt: Learnt, day: string): Promise<void>;
  /** Everything that is due on a day and wasn't asked that day, longest due first; nothing once three were asked. */
  due(member: string, kind: RecallKind, day: string): Promise<readonly Due[]>;
  /**
   * Notes how an answer went; the due day if it comes again. Nothing (undefined) when it was answered or skipped that day
   * already, or `step` is no longer where it stands: an old card.
   */
  answer(
    learnt: Learnt,
    given: { readonly day: string; readonly step: number; readonly knew: boolean },
  ): Promise<{ readonly due: string | null } | undefined>;
  /**
   * Notes how something went that came up by itself, asked for or not: what wasn't known begins anew, what was known moves
   * on if it was due. Call it in a transaction.
   */
  met(learnt: Learnt, met: { readonly day: string; readonly knew: boolean }): Promise<void>;
  /** Of some things, the days on which those are due that come again, earliest first. */
  waiting(member: string, kind: RecallKind, items: readonly string[]): Promise<readonly string[]>;
  /** The day on which the next thing is due, if anything is. */
  nextDay(member: string, kind: RecallKind): Promise<string | undefined>;
  /** Lets something rest for the day. */
  skip(learnt: Learnt, day: string): Promise<void>;
};

type Row = Selectable<Tables['recalls']>;
type Key = Pick<Row, 'member_id' | 'kind' | 'item'>;

const beginAnew = prepared((db, row: Row) =>
  db
    .insertInto('recalls')
    .values(named(row, 'member_id', 'kind', 'item', 'step', 'due', 'asked'))
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'kind', 'item']).doUpdateSet(named(row, 'step', 'due', 'asked')),
    ),
);

const openStep = prepared((db, open: Key & { readonly day: string }) =>
  db
    .selectFrom('recalls')
    .select('step')
    .where('member_id', '=', open.member_id)
    .where('kind', '=', open.kind)
    .where('item', '=', open.item)
    .where(isOpen(open.day)),
);

/** The table of what is asked again. */
export const recallsIn = ({ db }: Pick<Database, 'db'>): Recalls => ({
  begin: async ({ member, kind, item }, day) => {
    const row = { member_id: member, kind, item, ...learntOn(day), asked: null };
    await db
      .insertInto('recalls')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  due: async (member, kind, day) => {
    const mine = db.selectFrom('recalls').where('member_id', '=', member).where('kind', '=', kind);
    const { asked } = await mine
      .where('asked', '=', day)
      .select((eb) => eb.fn.countAll<number>().as('asked'))
      .executeTakeFirstOrThrow();
    if (asked >= mostPerDay) return [];
    return mine.select(['item', 'step']).where(isOpen(day)).orderBy('due').orderBy('item').execute();
  },

  answer: async ({ member, kind, item }, { day, step, knew }) => {
    const next = answeredOn(day, { step, knew });
    const { numUpdatedRows } = await db
      .updateTable('recalls')
      .set({ ...next, asked: day })
      .where((eb) => eb.and({ member_id: member, kind, item, step }))
      .where(isOpen(day))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? { due: next.due } : undefined;
  },

  met: async ({ member, kind, item }, { day, knew }) => {
    const key = { member_id: member, kind, item };
    if (!knew) {
      await beginAnew(db, { ...key, ...learntOn(day), asked: null });
      return;
    }
    const [known] = await openStep(db, { ...key, day });
    if (!known) return;
    await db
      .updateTable('recalls')
      .set(answeredOn(day, { step: known.step, knew }))
      .where((eb) => eb.and(key))
      .execute();
  },

  waiting: async (member, kind, items) => {
    if (items.length === 0) return [];
    const rows = await db
      .selectFrom('recalls')
      .select('due')
      .where('member_id', '=', member)
      .where('kind', '=', kind)
      .where('item', 'in', items)
      .where('due', 'is not', null)
      .orderBy('due')
      .execute();
    return rows.flatMap(({ due }) => due ?? []);
  },

  nextDay: async (member, kind) => {
    const { day } = await db
      .selectFrom('recalls')
      .select((eb) => eb.fn.min('due').as('day'))
      .where('member_id', '=', member)
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
    return day ?? undefined;
  },

  skip: async ({ member, kind, item }, day) => {
    await db
      .updateTable('recalls')
      .set({ asked: day })
      .where((eb) => eb.and({ member_id: member, kind, item }))
      .where(isOpen(day))
      .execute();
  },
});

/** Due by a day, and not asked on it yet. */
const isOpen = (day: string) => (eb: ExpressionBuilder<Tables, 'recalls'>) =>
  eb.and([eb('due', '<=', day), eb.or([eb('asked', 'is', null), eb('asked', '<', day)])]);
