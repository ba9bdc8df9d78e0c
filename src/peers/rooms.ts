// A session's room on Discord: a private thread, made once, with the card of the present step.

import type { Outbox } from '#bot/outbox.ts';
import type { Together } from '#database/open.ts';
import type { Speak } from '#text/translator.ts';
import { cardOf, pastCard } from './room-card.ts';
import type { Leading } from './leading.ts';
import { planned } from './moves.ts';
import { peerRoutes } from './routes.ts';
import { limits } from './rules.ts';
import { type Room, type Session, isOver } from './session.ts';
import type { PeerStores } from './stores.ts';
import { closingCard } from './wait-card.ts';
import { texts } from './texts.ts';

/** How long after a failure it is tried again, in seconds: longer each time, and never longer than a minute. */
const pause = 5;
const longestPause = 60;

type Parts = {
  readonly stores: PeerStores;
  readonly together: Together<PeerStores>;
  readonly leading: Leading;
  readonly outbox: Outbox;
  readonly speak: Speak;
  readonly now: () => Temporal.Instant;
};

export type Rooms = {
  /** Makes the room, lets both in, and asks them to accept the rules. */
  open(room: Room): Promise<void>;
  /** Posts the card of the present step, and takes the buttons off the one before. */
  showCard(room: Room): Promise<void>;
  /** Nothing to do until the step ends. */
  rest(room: Room): Promise<void>;
  /** A member who is in the room no more. */
  whoIsGone(room: Room): Promise<string | undefined>;
};

export function roomsOf({ stores, together, leading, outbox, speak, now }: Parts): Rooms {
  /** Changes a session as it stands by now. */
  const change = (id: string, to: (session: Session) => Session): Promise<void> =>
    together(async (tx) => {
      const room = await tx.sessions.room(id);
      if (room) await tx.sessions.save(to(room.session));
    });

  const giveUp = async (room: Room): Promise<void> => {
    await leading.cut(room.session.id, { why: 'no-room' }, now());
  };

  /** Tries again soon, for what may pass. */
  const later = ({ session }: Room): Promise<void> => {
    const seconds = Math.min(Math.max(1, session.attempts) * pause, longestPause);
    return change(session.id, (one) => ({ ...one, nextAt: now().add({ seconds }) }));
  };

  async function open(room: Room): Promise<void> {
    const { session, seats } = room;
    // Nobody waits longer for a room than they would wait in it.
    if (Temporal.Instant.compare(session.until, now()) <= 0) return giveUp(room);
    const made = session.thread === undefined ? await threadFor(room) : { thread: session.thread };
    if (made === 'later') return later(room);
    if (made === 'never') return giveUp(room);
    const { thread } = made;
    await change(session.id, (one) => ({ ...one, thread }));
    const entered = await Promise.all(seats.map(({ member }) => outbox.threads.letIn(thread, member)));
    const barred = seats.find((_, index) => entered[index]?.kind === 'refused');
    if (barred) return leading.cut(session.id, { why: 'gone', by: barred.member }, now());
    if (entered.some(({ kind }) => kind !== 'done')) return later(room);
    await change(session.id, (one) =>
      one.state === 'opening'
        ? planned({ ...one, state: 'gathering', until: now().add({ minutes: limits.accept }), attempts: 0 }, now())
        : one,
    );
    const opened = await stores.sessions.room(session.id);
    if (opened) await showCard(opened);
  }

  /** The thread of a session: after a crash there may be one already. */
  async function threadFor({ session }: Room): Promise<{ readonly thread: string } | 'later' | 'never'> {
    const { server, channel, id } = session;
    const found = session.attempts > 1 ? await outbox.threads.find(server, channel, id) : undefined;
    const thread = found ?? (await outbox.threads.open(channel, speak(session.locale)(texts.roomName, { code: id })));
    if (thread.kind === 'there') return thread;
    return thread.kind === 'refused' ? 'never' : 'later';
  }

  async function showCard(room: Room): Promise<void> {
    const { session, seats } = room;
    const { id, turn, thread } = session;
    const message = cardOf(room, speak(session.locale));
    if (thread === undefined || session.why === 'room-closed') return tellDirectly(room);
    const isFirst = session.state === 'gathering';
    const looksFor = session.attempts > 1 ? peerRoutes.report.id({ session: id, turn }) : undefined;
    const found = looksFor === undefined ? 'absent' : await outbox.find(thread, looksFor);
    if (found === 'unknown') return later(room);
    const posted =
      typeof found === 'object'
        ? ({ kind: 'posted', message: found.message } as const)
        : await outbox.post(thread, {
            message,
            nonce: `p${id}-${turn}`,
            people: isFirst ? seats.map(({ member }) => member) : [],
          });
    if (posted.kind === 'refused') return lost(room);
    if (posted.kind !== 'posted') return later(room);
    if (session.card !== undefined) await outbox.edit(thread, session.card, pastCard(room, speak(session.locale)));
    await change(id, (one) =>
      planned({ ...one, cardTurn: Math.max(one.cardTurn, turn), card: posted.message, attempts: 0 }, now()),
    );
  }

  /** The room can't be written in any more. */
  async function lost(room: Room): Promise<void> {
    if (isOver(room.session)) return tellDirectly(room);
    await leading.cut(room.session.id, { why: 'room-closed' }, now());
  }

  /** Both hear how it ended where there is no room to say it in. */
  async function tellDirectly(room: Room): Promise<void> {
    const { id, turn, locale } = room.session;
    await change(id, (one) => planned({ ...one, cardTurn: turn, attempts: 0 }, now()));
    for (const { member, seat } of room.seats) {
      // Discord takes a nonce for one message of an author, in whatever channel it is.
      const nonce = `e${id}-${turn}-${seat}`;
      await outbox.tell(member, { message: closingCard(room, { member, t: speak(locale) }), nonce });
    }
  }

  return {
    open,
    showCard,
    rest: ({ session }) => change(session.id, (one) => ({ ...planned(one, now()), attempts: 0 })),
    whoIsGone: async ({ session: { thread }, seats }) => {
      if (thread === undefined) return undefined;
      for (const { member } of seats) if ((await outbox.threads.has(thread, member)) === false) return member;
      return undefined;
    },
  };
}
