// What peer sessions bring by themselves: pairing whoever waits, rooms, the next step, its card in the room.

import type { Dice } from '#bot/turn.ts';
import type { Outbox } from '#bot/outbox.ts';
import type { Together } from '#database/open.ts';
import type { Log } from '#src/log.ts';
import type { Speak } from '#text/translator.ts';
import type { Joining } from './joining.ts';
import type { Leading } from './leading.ts';
import { roomsOf } from './rooms.ts';
import { isOver, type Room } from './session.ts';
import type { PeerStores } from './stores.ts';
import { nobodyCard } from './wait-card.ts';

/** How long one look at a session may take before somebody else looks at it. */
const lease = Temporal.Duration.from({ seconds: 15 });

/** While people wait, they are looked through so often: what keeps two apart can end with time. */
const lookThrough = Temporal.Duration.from({ seconds: 30 });

/** After a failure. */
const askAgain = Temporal.Duration.from({ seconds: 5 });

export type PeerParts = {
  readonly stores: PeerStores;
  readonly together: Together<PeerStores>;
  readonly joining: Joining;
  readonly leading: Leading;
  readonly outbox: Outbox;
  readonly speak: Speak;
  readonly now: () => Temporal.Instant;
  readonly dice: Dice;
  readonly log: Log;
};

export type PeersDue = {
  /** Brings all that is due, and says when to look next. Never throws: what fails is logged. */
  bring(): Promise<Temporal.Instant | undefined>;
};

export function peersDue(parts: PeerParts): PeersDue {
  const { stores, joining, log, now, dice } = parts;
  const tend = tending(parts);
  let lookedAt: Temporal.Instant | undefined;

  async function tendAll(): Promise<void> {
    for (let due = await stores.sessions.due(now()); due.length > 0; due = await stores.sessions.due(now())) {
      const rooms = await Promise.all(due.map((id) => stores.sessions.take(id, now(), now().add(lease))));
      await Promise.all(rooms.filter((room) => room !== undefined).map(tend));
    }
  }

  async function endWaits(): Promise<void> {
    for (const wait of await stores.waits.over(now())) {
      // Off the list first: a process that dies in between leaves somebody untold, and nobody told twice.
      if ((await stores.waits.remove(wait.member)) > 0) await tellNobodyCame(parts, wait.member);
    }
  }

  /** Whoever joins is paired at once if they can be; this is for what only time brings. */
  async function lookThroughList(): Promise<void> {
    const at = now();
    const isEarly = lookedAt !== undefined && Temporal.Instant.compare(lookedAt.add(lookThrough), at) > 0;
    if (isEarly && Temporal.Instant.compare(lookedAt ?? at, at) <= 0) return;
    lookedAt = at;
    if ((await joining.pairAll({ now: at, dice })) > 0) await tendAll();
  }

  async function nextLook(): Promise<Temporal.Instant | undefined> {
    const times = [await stores.sessions.nearest(), await stores.waits.nearest()];
    const waiting = (await stores.waits.servers()).length > 0 ? now().add(lookThrough) : undefined;
    return [...times, waiting].filter((at) => at !== undefined).toSorted(Temporal.Instant.compare)[0];
  }

  return {
    bring: async () => {
      try {
        await tendAll();
        await endWaits();
        await lookThroughList();
        return await nextLook();
      } catch (error) {
        log.error({ error }, 'peer sessions could not be brought on');
        return now().add(askAgain);
      }
    },
  };
}

/** Looks at one session: makes its room, lets its agenda go on, shows its card. */
function tending(parts: PeerParts) {
  const { stores, leading, log, now, dice } = parts;
  const rooms = roomsOf(parts);

  async function tendOnce(room: Room): Promise<void> {
    const { session, seats } = room;
    if (seats.length < 2 && !isOver(session)) return leading.cut(session.id, { why: 'left' }, now());
    if (session.state === 'opening') return rooms.open(room);
    if (session.turn > session.cardTurn) return rooms.showCard(room);
    if (Temporal.Instant.compare(session.until, now()) > 0) return rooms.rest(room);
    const gone = isOver(session) || session.state === 'gathering' ? undefined : await rooms.whoIsGone(room);
    if (gone !== undefined) return leading.cut(session.id, { why: 'gone', by: gone }, now());
    await leading.goOn(session.id, now(), dice);
    const after = await stores.sessions.room(session.id);
    if (after && after.session.turn > after.session.cardTurn) await rooms.showCard(after);
  }

  return async (room: Room): Promise<void> => {
    try {
      await tendOnce(room);
    } catch (error) {
      // Its lease runs out, and then it is looked at again.
      log.error({ error, session: room.session.id }, 'a peer session could not be brought on');
    }
  };
}

/** The one message outside a room; whoever joined was told that it may come. */
async function tellNobodyCame({ outbox, stores, speak, now }: PeerParts, member: string): Promise<void> {
  const { language } = await stores.members.find(member);
  const nonce = `w${BigInt(member).toString(36)}-${Math.floor(now().epochMilliseconds / 60_000).toString(36)}`;
  await outbox.tell(member, { message: nobodyCard(member, speak(language ?? '')), nonce });
}
