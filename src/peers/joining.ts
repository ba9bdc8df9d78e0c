// Waiting for a partner, and being paired: in one transaction, so that nobody sits in two sessions.

import { keyBy } from '#bot/key.ts';
import { refuse } from '#bot/refusal.ts';
import { mustBeAllowed } from '#bot/resolve.ts';
import type { Caller, Dice } from '#bot/turn.ts';
import type { Together } from '#database/open.ts';
import { partnerFor } from './pairing.ts';
import type { Places } from './places.ts';
import { delayAfter, limits, type SeatNumber, usualWait } from './rules.ts';
import type { Place, Room, Seat, Session, Wait, Wish } from './session.ts';
import type { PeerStores } from './stores.ts';
import { texts } from './texts.ts';

/** What came of a wish to join. */
export type Joined =
  /** `usual`: how long it usually takes here, in minutes, if anybody knows. */
  | { readonly kind: 'waits'; readonly wait: Wait; readonly usual: number | undefined }
  | { readonly kind: 'sits'; readonly room: Room };

type Moment = { readonly now: Temporal.Instant; readonly dice: Dice };

export type Joining = {
  /** What a member wants: as they say, else as last time, else by their settings. */
  wish(member: Caller, said: { readonly [K in keyof Wish]?: Wish[K] | undefined }): Promise<Wish>;
  /** Waits for a partner, or has one at once. Refuses where there are no sessions, and whoever may not join. */
  join(member: Caller, wish: Wish, moment: Moment): Promise<Joined>;
  /** Takes a member off the list; false when they were not on it. */
  leave(member: string): Promise<boolean>;
  /** Puts somebody first in line whose partner did not come. Call it in a transaction. */
  requeue(stores: PeerStores, seat: Seat, now: Temporal.Instant): Promise<boolean>;
  /** Pairs everybody who can be by now; says how many sessions that makes. */
  pairAll(moment: Moment): Promise<number>;
};

type Parts = {
  readonly stores: PeerStores;
  readonly places: Places;
  readonly together: Together<PeerStores>;
  readonly wake: () => void;
};

/** Two who have nothing to do with each other. */
const noTie = { never: false, met: undefined };

const waiting = Temporal.Duration.from({ minutes: limits.wait });

export function joiningOf({ stores, places, together, wake }: Parts): Joining {
  const { waits, sessions, members } = stores;

  /** Where the member is, if sessions are on there and they may join. */
  async function placeFor(member: Caller): Promise<Place> {
    const { server } = member.where;
    if (!server) throw refuse(texts.onlyInServers);
    const place = await places.find(server.id);
    if (!place?.isOn) throw refuse(isHost(member) ? texts.offForHosts : texts.off);
    if (await places.isSuspended(server.id, member.id)) throw refuse(texts.suspended);
    const { entryRole, apartRoles } = place;
    if (entryRole !== undefined && !server.memberRoles.includes(entryRole)) {
      throw refuse(texts.needsRole, { role: entryRole });
    }
    if (apartRoles.some((role) => server.memberRoles.includes(role))) throw refuse(texts.apart);
    return place;
  }

  async function join(member: Caller, wish: Wish, moment: Moment): Promise<Joined> {
    const { server } = await placeFor(member);
    const joined = await together((tx) => joinIn(tx, { member: member.id, server, wish }, moment));
    if (joined.kind === 'sits') wake();
    return joined;
  }

  async function joinIn(
    tx: PeerStores,
    { member, server, wish }: { readonly member: string; readonly server: string; readonly wish: Wish },
    { now, dice }: Moment,
  ): Promise<Joined> {
    const sits = await roomOf(tx, member);
    if (sits) return { kind: 'sits', room: sits };
    const before = await tx.waits.find(member);
    if (before && before.server !== server) throw refuse(texts.waitsElsewhere);
    const outcomes = (await tx.sessions.seatsOfMember(member, 20)).flatMap(({ outcome }) => outcome ?? []);
    const readyAt = now.add({ minutes: delayAfter(outcomes) });
    // Whoever joins again changes what they look for, and keeps their place in line.
    const place = before ?? { since: now, until: now.add(waiting), first: false, readyAt };
    const wait: Wait = { ...place, ...wish, member, server };
    await tx.waits.remove(member);
    await tx.waits.add(wait);
    const room = await pairOne(tx, wait, { now, dice });
    if (room) return { kind: 'sits', room };
    return { kind: 'waits', wait, usual: usualWait(await tx.sessions.waited(server)) };
  }

  /** Pairs somebody who waits, if there is a partner. */
  async function pairOne(tx: PeerStores, wait: Wait, { now, dice }: Moment): Promise<Room | undefined> {
    const others = (await tx.waits.ofServer(wait.server)).filter(({ member }) => member !== wait.member);
    if (others.length === 0) return undefined;
    const tieTo = await tx.waits.ties(
      wait.member,
      others.map(({ member }) => member),
    );
    const partner = partnerFor(wait, others, { tieTo, now });
    const place = partner && (await tx.places.find(wait.server));
    if (!partner || !place?.isOn || place.channel === undefined) return undefined;
    const session = newSession({ ...place, channel: place.channel }, wait, { now, dice });
    const seats = [wait, partner].map((one, seat) => seatFor(one, session, seat as SeatNumber));
    await tx.waits.remove(wait.member, partner.member);
    await tx.sessions.add(session, seats);
    return { session, seats, questions: [] };
  }

  async function pairAll(moment: Moment): Promise<number> {
    let paired = 0;
    for (const server of await waits.servers()) {
      const all = await waits.ofServer(server);
      // Only those who could be paired at all are worth a transaction.
      const hopeful = all.filter((wait) => partnerFor(wait, all, { tieTo: () => noTie, now: moment.now }));
      for (const { member } of hopeful) {
        const room = await together(async (tx) => {
          const wait = await tx.waits.find(member);
          return wait && pairOne(tx, wait, moment);
        });
        if (room) paired += 1;
      }
    }
    return paired;
  }

  return {
    wish: async (member, said) => {
      const [last] = await sessions.seatsOfMember(member.id, 1);
      const waited = (await waits.find(member.id)) ?? last;
      const known = waited ?? (await members.find(member.id));
      const languages = said.languages ?? waited?.languages ?? [member.locale.split('-')[0] ?? 'en'];
      const length = said.length ?? waited?.length ?? 'short';
      return { role: said.role ?? known.role, level: said.level ?? known.level, languages, length };
    },
    join,
    leave: async (member) => (await waits.remove(member)) > 0,
    requeue: async (tx, { member, server, role, level, languages, length }, now) => {
      if (await tx.sessions.openOf(member)) return false;
      const wait = { member, server, role, level, languages, length };
      return tx.waits.add({ ...wait, since: now, readyAt: now, until: now.add(waiting), first: true });
    },
    pairAll,
  };
}

async function roomOf(tx: PeerStores, member: string): Promise<Room | undefined> {
  const id = await tx.sessions.openOf(member);
  return id === undefined ? undefined : tx.sessions.room(id);
}

function newSession(
  { server, channel, locale }: Pick<Place, 'server' | 'locale'> & { readonly channel: string },
  { length }: Wait,
  { now, dice }: Moment,
): Session {
  return {
    id: keyBy(dice, 10),
    server,
    channel,
    thread: undefined,
    locale,
    length,
    state: 'opening',
    step: 0,
    firstSeat: dice() < 0.5 ? 0 : 1,
    extra: 0,
    leftMs: undefined,
    until: now.add({ minutes: limits.accept }),
    turn: 1,
    cardTurn: 0,
    card: undefined,
    attempts: 0,
    nextAt: now,
    why: undefined,
    madeAt: now,
    endedAt: undefined,
  };
}

const seatFor = ({ member, server, since, ...wait }: Wait, session: Session, seat: SeatNumber): Seat => ({
  session: session.id,
  seat,
  member,
  server,
  role: wait.role,
  level: wait.level,
  languages: wait.languages,
  length: wait.length,
  waitedMs: session.madeAt.since(since).total('milliseconds'),
  acceptedAt: undefined,
  outcome: undefined,
  at: session.madeAt,
});

function isHost(member: Caller): boolean {
  try {
    mustBeAllowed('ManageGuild', member);
    return true;
  } catch {
    return false;
  }
}
