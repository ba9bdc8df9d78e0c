// What the two in a session do to it: accept, ask the next question, take more time, change seats, end, leave.

import { refuse } from '#bot/refusal.ts';
import type { Together } from '#database/open.ts';
import type { Content } from '#content/content.ts';
import type { Joining } from './joining.ts';
import { keepingOf, type Moment } from './keeping.ts';
import {
  atRetry,
  atStep,
  closed,
  finished,
  interviewerOf,
  lengthened,
  paused,
  resumed,
  stepOf,
  timeUp,
  withSeatsSwapped,
} from './moves.ts';
import { longestAbsence, shortestAbsence } from './rules.ts';
import { isOver, type Room, type Seat, seatOf, type Session, type Why } from './session.ts';
import type { PeerStores } from './stores.ts';
import { texts } from './texts.ts';

/** A room as one of the two sees it. */
export type Own = Room & { readonly seat: Seat };

/** What can be pressed on a session's card. */
export type Verb = 'accept' | 'next' | 'retry' | 'longer' | 'swap' | 'pause' | 'resume' | 'end' | 'leave';

/** A press: on the card of which turn, and which number (questions asked, times made longer) stood on it then. */
export type Press = { readonly verb: Verb; readonly session: string; readonly turn: number; readonly count: number };

export type Leading = {
  /** A member's session. Refuses whoever does not sit in it. */
  look(member: string, session: string): Promise<Own>;
  /** Does what was pressed, once; refuses kindly what is not theirs to do, or has no place now. */
  press(member: string, press: Press, moment: Moment): Promise<Own>;
  /** Goes on with a session whose step's time is over. Nobody else looks at it before `holdUntil`, so that its card comes once. */
  goOn(session: string, moment: Moment & { readonly holdUntil: Temporal.Instant }): Promise<void>;
  /** Ends a session that can't go on, whoever of them it is because of. */
  cut(session: string, ending: { readonly why: Why; readonly by?: string }, now: Temporal.Instant): Promise<void>;
  /** Ends the wait and the session that a member has on a server. */
  removeFrom(server: string, member: string, now: Temporal.Instant): Promise<void>;
  /** Ends the sessions of a server that the bot is not on any more. */
  serverGone(server: string, now: Temporal.Instant): Promise<void>;
  /** Ends the session whose room is gone. */
  roomGone(thread: string, now: Temporal.Instant): Promise<void>;
};

type Ending = { readonly why: Why; readonly by: string | undefined; readonly now: Temporal.Instant };

type Parts = {
  readonly stores: PeerStores;
  readonly together: Together<PeerStores>;
  readonly joining: Pick<Joining, 'requeue'>;
  readonly content: Content;
  readonly wake: () => void;
};

export function leadingOf({ stores, together, joining, content, wake }: Parts): Leading {
  const { keep, settle } = keepingOf(content);

  async function find(tx: PeerStores, member: string, id: string): Promise<Own> {
    const room = await tx.sessions.room(id);
    const seat = room && seatOf(room.seats, member);
    if (!room) throw refuse(texts.sessionGone);
    if (!seat) throw refuse(texts.notYourSession);
    return { ...room, seat };
  }

  /** One more accepts; when both have, the agenda begins. */
  async function accept(tx: PeerStores, own: Own, moment: Moment): Promise<void> {
    const { session, seat, seats } = own;
    if (session.state !== 'gathering') return;
    await tx.sessions.accept(seat, moment.now);
    const isLast = seats.every((one) => one.seat === seat.seat || one.acceptedAt !== undefined);
    if (isLast && seats.length === 2) await keep(tx, { before: own, after: atStep(session, 0, moment.now) }, moment);
  }

  async function askNext(tx: PeerStores, { session, questions }: Own, count: number): Promise<void> {
    const { half } = stepOf(session);
    const ofHalf = questions.filter((one) => one.half === half);
    const asked = ofHalf.filter((one) => one.asked).length;
    if (asked !== count) return; // pressed twice
    const next = ofHalf.find((one) => !one.asked);
    if (!next) throw refuse(texts.noMoreQuestions);
    await tx.sessions.asked(session, next);
  }

  /** Ends a session before its time. Whoever is not to blame, and had only come to begin, is first in line again. */
  async function endEarly(tx: PeerStores, room: Room, { why, by, now }: Ending): Promise<void> {
    const { session, seats } = room;
    const hadBegun = session.state !== 'opening' && session.state !== 'gathering';
    await settle(tx, room, { now, ...(by !== undefined && { by }) });
    await tx.sessions.save(finished(session, why, now));
    if (hadBegun || !oneIsMissing.has(why)) return;
    for (const seat of seats.filter(({ member }) => member !== by)) await joining.requeue(tx, seat, now);
  }

  async function change(tx: PeerStores, own: Own, { verb, count, ...moment }: Press & Moment): Promise<void> {
    const { session, seat, questions } = own;
    const { now } = moment;
    const { half } = stepOf(session);
    const asked = questions.filter((one) => one.half === half && one.asked).length;
    const to = async (after: Session | undefined): Promise<void> => {
      if (!after) throw refuse(texts.notNow);
      await keep(tx, { before: own, after }, moment);
    };
    switch (verb) {
      case 'accept':
        return accept(tx, own, moment);
      case 'next':
        return askNext(tx, own, count);
      case 'retry':
        // While questions are asked, it only says so on the card.
        return stepOf(session).kind === 'questions' ? undefined : to(atRetry(session, now));
      case 'longer':
        return session.extra === count ? to(lengthened(session, now)) : undefined;
      case 'swap':
        return to(withSeatsSwapped(session, asked, now));
      case 'pause':
        return session.state === 'running' ? to(paused(session, now)) : undefined;
      case 'resume':
        return session.state === 'paused' ? to(resumed(session, now)) : undefined;
      case 'end':
        return to(finished(session, 'ended', now));
      case 'leave':
        return endEarly(tx, own, { why: 'left', by: seat.member, now });
    }
  }

  const press: Leading['press'] = async (member, asked, moment) => {
    await together(async (tx) => {
      const own = await find(tx, member, asked.session);
      mayPress(own, asked);
      if (!isOver(own.session)) await change(tx, own, { ...asked, ...moment });
    });
    wake();
    return find(stores, member, asked.session);
  };

  const cut: Leading['cut'] = async (id, { why, by }, now) => {
    await together(async (tx) => {
      const room = await tx.sessions.room(id);
      if (room && !isOver(room.session)) await endEarly(tx, room, { why, by, now });
    });
    wake();
  };

  return {
    look: (member, id) => find(stores, member, id),
    press,
    goOn: (id, moment) => together(async (tx) => goOnIn(tx, id, moment)),
    cut,
    removeFrom: async (server, member, now) => {
      const wait = await stores.waits.find(member);
      if (wait?.server === server) await stores.waits.remove(member);
      const id = await stores.sessions.openOf(member);
      const room = id === undefined ? undefined : await stores.sessions.room(id);
      if (room?.session.server === server) await cut(room.session.id, { why: 'suspended', by: member }, now);
    },
    serverGone: async (server, now) => {
      for (const id of await stores.sessions.openIn(server)) await cut(id, { why: 'room-closed' }, now);
    },
    roomGone: async (thread, now) => {
      const id = await stores.sessions.inThread(thread);
      if (id !== undefined) await cut(id, { why: 'room-closed' }, now);
    },
  };

  /** What the end of its time makes of a session; undefined when it is nothing. */
  async function afterTime(tx: PeerStores, room: Room, now: Temporal.Instant): Promise<Session | undefined> {
    const { session, seats } = room;
    const late = now.since(session.until).total('minutes');
    if (session.state === 'gathering') {
      // Nobody could press anything while the bot was away.
      if (late > shortestAbsence) return finished(session, 'bot-away', now);
      await tx.sessions.settle(session.id, ({ acceptedAt }) => (acceptedAt === undefined ? 'no-show' : 'cut'));
      for (const seat of seats.filter(({ acceptedAt }) => acceptedAt !== undefined))
        await joining.requeue(tx, seat, now);
      return finished(session, 'no-show', now);
    }
    if (session.state === 'over') {
      await tx.notes.show(session.id, now);
      return closed(session, now);
    }
    if (session.state !== 'running' && session.state !== 'paused') return undefined;
    return late > longestAbsence ? finished(session, 'bot-away', now) : timeUp(session, now);
  }

  async function goOnIn(
    tx: PeerStores,
    id: string,
    { holdUntil, ...moment }: Moment & { readonly holdUntil: Temporal.Instant },
  ): Promise<void> {
    const room = await tx.sessions.room(id);
    if (!room || Temporal.Instant.compare(room.session.until, moment.now) > 0) return;
    const after = await afterTime(tx, room, moment.now);
    if (after) await keep(tx, { before: room, after: { ...after, nextAt: holdUntil } }, moment);
  }
}

/** Endings that are because of one of them: the other is not to blame. */
const oneIsMissing: ReadonlySet<Why> = new Set(['left', 'gone', 'suspended']);

const forInterviewer: ReadonlySet<Verb> = new Set(['next', 'retry', 'longer']);

/** Refuses what is the interviewer's, and what stands on a card of an earlier step. Leaving is always theirs. */
function mayPress({ session, seat }: Own, { verb, turn }: Press): void {
  if (verb === 'leave' || isOver(session)) return;
  // In the last minutes nobody interviews, and both may ask for more time.
  const interviewer = interviewerOf(session) ?? seat.seat;
  if (forInterviewer.has(verb) && interviewer !== seat.seat) throw refuse(texts.onlyInterviewer);
  if (verb !== 'end' && turn !== session.turn) throw refuse(texts.oldCard);
}
