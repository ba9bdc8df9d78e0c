import type { Selectable } from 'kysely';
import type { Database } from '#database/open.ts';
import type { Tables } from '#database/schema.ts';
import type { Half, Length, Outcome, SeatNumber } from './rules.ts';
import type { Drawn, Room, Seat, Session, SessionState, Why } from './session.ts';
import { columnsOf, wishOf } from './waits.ts';

type Row = Selectable<Tables['peer_sessions']>;

const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);

function sessionOf(row: Row): Session {
  return {
    id: row.id,
    server: row.server_id,
    channel: row.channel_id,
    thread: row.thread_id ?? undefined,
    locale: row.locale,
    length: row.length as Length,
    state: row.state as SessionState,
    step: row.step,
    firstSeat: row.first_seat as SeatNumber,
    extra: row.extra,
    leftMs: row.left_ms ?? undefined,
    until: instant(row.until),
    turn: row.turn,
    cardTurn: row.card_turn,
    card: row.card_id ?? undefined,
    attempts: row.attempts,
    nextAt: row.next_at === null ? undefined : instant(row.next_at),
    why: (row.why ?? undefined) as Why | undefined,
    madeAt: instant(row.made_at),
    endedAt: row.ended_at === null ? undefined : instant(row.ended_at),
  };
}

const rowOf = (session: Session): Row => ({
  id: session.id,
  server_id: session.server,
  channel_id: session.channel,
  thread_id: session.thread ?? null,
  locale: session.locale,
  length: session.length,
  state: session.state,
  step: session.step,
  first_seat: session.firstSeat,
  extra: session.extra,
  left_ms: session.leftMs ?? null,
  until: session.until.epochMilliseconds,
  turn: session.turn,
  card_turn: session.cardTurn,
  card_id: session.card ?? null,
  attempts: session.attempts,
  next_at: session.nextAt?.epochMilliseconds ?? null,
  why: session.why ?? null,
  made_at: session.madeAt.epochMilliseconds,
  ended_at: session.endedAt?.epochMilliseconds ?? null,
});

const seatIn = (row: Selectable<Tables['peer_seats']>): Seat => ({
  ...wishOf(row),
  session: row.session_id,
  seat: row.seat as SeatNumber,
  member: row.member_id,
  server: row.server_id,
  waitedMs: row.waited_ms,
  acceptedAt: row.accepted_at === null ? undefined : instant(row.accepted_at),
  outcome: (row.outcome ?? undefined) as Outcome | undefined,
  at: instant(row.at),
});

/** Sessions, who sits in them, and what they are asked. */
export const sessionsIn = ({ db }: Pick<Database, 'db'>) => {
  const seatsOf = async (session: string): Promise<readonly Seat[]> => {
    const all = db.selectFrom('peer_seats').selectAll().where('session_id', '=', session);
    return (await all.orderBy('seat').execute()).map(seatIn);
  };

  const room = async (id: string): Promise<Room | undefined> => {
    const row = await db.selectFrom('peer_sessions').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const drawn = await db
      .selectFrom('peer_questions')
      .selectAll()
      .where('session_id', '=', id)
      .orderBy('half')
      .orderBy('place')
      .execute();
    const questions = drawn.map(({ half, place, question, asked }) => ({
      half: half as Half,
      place,
      question,
      asked: asked === 1,
    }));
    return { session: sessionOf(row), seats: await seatsOf(id), questions };
  };

  return {
    room,

    add: async (session: Session, seats: readonly Seat[]): Promise<void> => {
      await db.insertInto('peer_sessions').values(rowOf(session)).execute();
      const rows = seats.map((seat) => ({
        ...columnsOf(seat),
        session_id: seat.session,
        seat: seat.seat,
        member_id: seat.member,
        server_id: seat.server,
        waited_ms: seat.waitedMs,
        accepted_at: seat.acceptedAt?.epochMilliseconds ?? null,
        outcome: seat.outcome ?? null,
        at: seat.at.epochMilliseconds,
      }));
      await db.insertInto('peer_seats').values(rows).execute();
    },

    save: async (session: Session): Promise<void> => {
      const { id, ...row } = rowOf(session);
      await db.updateTable('peer_sessions').set(row).where('id', '=', id).execute();
    },

    /** Takes a session up to look at it; undefined when it isn't due (any more), or somebody else has it. */
    take: async (id: string, now: Temporal.Instant, until: Temporal.Instant): Promise<Room | undefined> => {
      const taken = await db
        .updateTable('peer_sessions')
        .set(({ eb }) => ({ next_at: until.epochMilliseconds, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('next_at', '<=', now.epochMilliseconds)
        .returning('id')
        .executeTakeFirst();
      return taken && room(id);
    },

    due: async (now: Temporal.Instant): Promise<readonly string[]> => {
      const rows = await db
        .selectFrom('peer_sessions')
        .select('id')
        .where('next_at', '<=', now.epochMilliseconds)
        .orderBy('next_at')
        .limit(100)
        .execute();
      return rows.map(({ id }) => id);
    },

    nearest: async (): Promise<Temporal.Instant | undefined> => {
      const row = await db
        .selectFrom('peer_sessions')
        .select('next_at')
        .where('next_at', 'is not', null)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_at === null || row?.next_at === undefined ? undefined : instant(row.next_at);
    },

    inThread: async (thread: string): Promise<string | undefined> => {
      const of = db.selectFrom('peer_sessions').select('id').where('thread_id', '=', thread);
      return (await of.executeTakeFirst())?.id;
    },

    /** The sessions of a server that are not over. */
    openIn: async (server: string): Promise<readonly string[]> => {
      const of = db.selectFrom('peer_sessions').select('id').where('server_id', '=', server);
      return (await of.where('ended_at', 'is', null).execute()).map(({ id }) => id);
    },

    /** The session that a member sits in now. */
    openOf: async (member: string): Promise<string | undefined> => {
      const row = await db
        .selectFrom('peer_seats')
        .select('session_id')
        .where('member_id', '=', member)
        .where('outcome', 'is', null)
        .executeTakeFirst();
      return row?.session_id;
    },

    /** A member's seats, newest first. */
    seatsOfMember: async (member: string, most: number): Promise<readonly Seat[]> => {
      const rows = await db
        .selectFrom('peer_seats')
        .selectAll()
        .where('member_id', '=', member)
        .orderBy('at', 'desc')
        .limit(most)
        .execute();
      return rows.map(seatIn);
    },

    /** How long the latest pairings of a server took for the one who came first, in ms. */
    waited: async (server: string): Promise<readonly number[]> => {
      const rows = await db
        .selectFrom('peer_seats')
        .select((eb) => [eb.fn.max('waited_ms').as('waited'), eb.fn.max('at').as('at')])
        .where('server_id', '=', server)
        .groupBy('session_id')
        .orderBy('at', 'desc')
        .limit(20)
        .execute();
      return rows.map(({ waited }) => waited);
    },

    accept: async ({ session, seat }: Pick<Seat, 'session' | 'seat'>, now: Temporal.Instant): Promise<void> => {
      await db
        .updateTable('peer_seats')
        .set({ accepted_at: now.epochMilliseconds })
        .where('session_id', '=', session)
        .where('seat', '=', seat)
        .where('accepted_at', 'is', null)
        .execute();
    },

    /** Writes down what became of those whose session goes on. */
    settle: async (session: string, outcomeOf: (seat: Seat) => Outcome): Promise<void> => {
      for (const seat of await seatsOf(session)) {
        if (seat.outcome !== undefined) continue;
        await db
          .updateTable('peer_seats')
          .set({ outcome: outcomeOf(seat) })
          .where('session_id', '=', session)
          .where('seat', '=', seat.seat)
          .execute();
      }
    },

    /** Keeps the questions of a half, in order; the first one's turn has come. */
    ask: async ({ id, server }: Session, half: Half, questions: readonly string[]): Promise<void> => {
      if (questions.length === 0) return;
      const rows = questions.map((question, place) => ({
        session_id: id,
        half,
        place,
        server_id: server,
        question,
        asked: place === 0 ? 1 : 0,
      }));
      await db.insertInto('peer_questions').values(rows).execute();
    },

    asked: async ({ id }: Pick<Session, 'id'>, { half, place }: Pick<Drawn, 'half' | 'place'>): Promise<void> => {
      await db
        .updateTable('peer_questions')
        .set({ asked: 1 })
        .where('session_id', '=', id)
        .where('half', '=', half)
        .where('place', '=', place)
        .execute();
    },

    /** Takes the questions of a half back, when the other one begins. */
    unask: async ({ id }: Pick<Session, 'id'>, half: Half): Promise<void> => {
      await db.deleteFrom('peer_questions').where('session_id', '=', id).where('half', '=', half).execute();
    },

    /** Questions that a member met in earlier sessions, and how often. */
    met: async (member: string): Promise<ReadonlyMap<string, number>> => {
      const rows = await db
        .selectFrom('peer_seats')
        .innerJoin('peer_questions', 'peer_questions.session_id', 'peer_seats.session_id')
        .select((eb) => ['question', eb.fn.countAll<number>().as('times')])
        .where('peer_seats.member_id', '=', member)
        .where('peer_questions.asked', '=', 1)
        .groupBy('question')
        .execute();
      return new Map(rows.map(({ question, times }) => [question, times]));
    },

    /** Forgets sessions that ended before an instant; what members keep of them stays. */
    purge: async (before: Temporal.Instant): Promise<void> => {
      const old = db.selectFrom('peer_sessions').select('id').where('ended_at', '<', before.epochMilliseconds);
      await db.deleteFrom('peer_questions').where('session_id', 'in', old).execute();
      await db.deleteFrom('peer_sessions').where('ended_at', '<', before.epochMilliseconds).execute();
    },
  };
};

export type Sessions = ReturnType<typeof sessionsIn>;
