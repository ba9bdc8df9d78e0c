// A day of peer sessions on a clock of its own: who joins, who is paired with whom, who does not come, who is told that
// nobody came. The bot's own joining, pairing and agenda on a real database; only Discord and the people are played.

import type { Outbox } from '#bot/outbox.ts';
import type { Caller, Dice } from '#bot/turn.ts';
import type { Content } from '#content/content.ts';
import type { Database } from '#database/open.ts';
import { peersFrom } from '#peers/peers.ts';
import { placesIn } from '#peers/places.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { keptOutbox } from '#tests/support/kept-outbox.ts';
import { languageOf } from '#text/ladder.ts';
import { translator } from '#text/translator.ts';
import type { Member } from './crowd.ts';

export const server = '200000000000000001';

/** One wish to be paired, and what came of it. */
export type Attempt = {
  readonly member: Member;
  readonly at: Temporal.Instant;
  /** First in line, after a partner who did not come. */
  readonly isFirst: boolean;
  outcome?: 'paired' | 'nobody came';
  waitedMs?: number;
};

export type Day = {
  readonly attempts: readonly Attempt[];
  /** The two of each session, in the order of the sessions. */
  readonly pairs: readonly (readonly string[])[];
  readonly held: number;
  readonly noShows: number;
  /** How long each join took, and how many were on the list. */
  readonly joins: readonly { readonly ms: number; readonly waiting: number }[];
  /** What was logged as an error. */
  readonly errors: readonly string[];
};

type Parts = {
  readonly database: Database;
  readonly content: Content;
  readonly members: readonly Member[];
  readonly begins: Temporal.Instant;
  readonly dice: Dice;
};

/** Of a hundred who are paired, so many never press; the others do within some minutes. */
const noShow = 0.08;
const pressesWithin = 4;

/** Of those to whom nobody came, so many try once more some hours later. */
const triesAgain = { share: 0.35, hours: 3 };

type Event = { readonly at: Temporal.Instant; readonly does: () => Promise<void> };

export async function peerDay({ database, content, members, begins, dice }: Parts): Promise<Day> {
  const clock = { now: begins, isWoken: false };
  const events: Event[] = [];
  const log = keptLog();
  const errors: string[] = [];
  const { peers, due } = peersFrom({
    database,
    content,
    outbox: noting((member) => nobodyCame(member)),
    speak: (locale) => translator(languageOf({ discord: locale }), (words) => `/${words}`),
    now: () => clock.now,
    dice,
    log: { ...log, error: (about, message) => void errors.push(`${message} ${JSON.stringify(about)}`) },
    wake: () => (clock.isWoken = true),
  });
  await openPlace(database);
  const byId = new Map(members.map((member) => [member.id, member]));
  const open = new Map<string, Attempt>();
  const known = new Set<string>();
  const day = { attempts: [] as Attempt[], pairs: [] as string[][], joins: [] as Day['joins'][number][], noShows: 0 };

  const later = (minutes: number, does: Event['does']): void => {
    const at = clock.now.add({ milliseconds: Math.round(minutes * 60_000) });
    const place = events.findIndex((one) => Temporal.Instant.compare(one.at, at) > 0);
    events.splice(place === -1 ? events.length : place, 0, { at, does });
  };

  const begin = (member: Member, isFirst = false): void => {
    const attempt = { member, at: clock.now, isFirst };
    day.attempts.push(attempt);
    open.set(member.id, attempt);
  };

  const end = (member: string, outcome: Attempt['outcome'] & string, waitedMs?: number): void => {
    const attempt = open.get(member);
    if (!attempt) return;
    Object.assign(attempt, { outcome, waitedMs });
    open.delete(member);
  };

  function nobodyCame(id: string): void {
    const [member, attempt] = [byId.get(id), open.get(id)];
    end(id, 'nobody came');
    if (member && attempt && dice() < triesAgain.share) later(dice() * triesAgain.hours * 60, () => join(member));
  }

  async function join(member: Member): Promise<void> {
    if (open.has(member.id) || (await isSeated(database, member.id))) return;
    const waiting = await countOf(database);
    begin(member);
    const caller = callerOf(member);
    const begun = performance.now();
    const wish = await peers.joining.wish(caller, member.wish);
    await peers.joining.join(caller, wish, { now: clock.now, dice });
    day.joins.push({ ms: performance.now() - begun, waiting });
  }

  /** Takes note of new sessions, and lets their two come or not. */
  async function look(): Promise<void> {
    const seats = await database.db
      .selectFrom('peer_seats')
      .select(['session_id', 'member_id', 'waited_ms'])
      .where('outcome', 'is', null)
      .where('accepted_at', 'is', null)
      .execute();
    for (const [session, two] of Map.groupBy(seats, ({ session_id: id }) => id)) {
      if (known.has(session)) continue;
      known.add(session);
      day.pairs.push(two.map(({ member_id: id }) => id));
      for (const { member_id: id, waited_ms: waited } of two) {
        // Whoever came in vain may be paired again before anybody has looked.
        const member = byId.get(id);
        if (member && !open.has(id)) begin(member, true);
        end(id, 'paired', waited);
        if (dice() < noShow) day.noShows += 1;
        else later(0.2 + dice() * pressesWithin, () => accept(id, session));
      }
    }
    await noteFirsts();
  }

  async function accept(member: string, session: string): Promise<void> {
    const press = { verb: 'accept', session, turn: 1, count: 0 } as const;
    await peers.leading.press(member, press, { now: clock.now, dice });
  }

  /** Whoever came in vain is on the list again, by no wish of their own. */
  async function noteFirsts(): Promise<void> {
    const rows = await database.db.selectFrom('peer_waits').select('member_id').where('first', '=', 1).execute();
    for (const { member_id: id } of rows) {
      const member = byId.get(id);
      if (member && !open.has(id)) begin(member, true);
    }
  }

  async function bring(): Promise<Temporal.Instant> {
    clock.isWoken = false;
    const next = await due.bring();
    await look();
    // As the alarm does: it rests a second at least, and a minute at the most.
    const [soonest, latest] = [clock.now.add({ seconds: 1 }), clock.now.add({ minutes: 1 })];
    return [soonest, next ?? latest, latest].toSorted(Temporal.Instant.compare)[1] ?? latest;
  }

  for (const member of members) for (const minute of member.joins) later(minute, () => join(member));
  const ends = begins.add({ hours: 26 });
  for (let next = begins; Temporal.Instant.compare(clock.now, ends) < 0;) {
    const [event] = events;
    const isEvent = event && Temporal.Instant.compare(event.at, next) < 0;
    clock.now = isEvent ? event.at : next;
    if (isEvent) await events.shift()?.does();
    if (!isEvent || clock.isWoken) next = await bring();
  }
  const { held } = await database.db
    .selectFrom('peer_seats')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('outcome', '=', 'kept')
    .executeTakeFirstOrThrow();
  return { ...day, held: held / 2, errors };
}

/** Discord, as far as it matters here: whoever gets a direct message was told that nobody came. */
function noting(nobodyCame: (member: string) => void): Outbox {
  const kept = keptOutbox();
  return {
    ...kept,
    tell: (member, posting) => {
      if (posting.nonce.startsWith('w')) nobodyCame(member);
      return kept.tell(member, posting);
    },
  };
}

async function openPlace(database: Database): Promise<void> {
  await placesIn(database).save({
    server,
    channel: '300000000000000001',
    moderation: '300000000000000002',
    entryRole: undefined,
    apartRoles: [],
    locale: 'en-US',
    isOn: true,
  });
}

export function callerOf({ id }: Pick<Member, 'id'>): Caller {
  const where = { id: server, locale: 'en-US', memberMay: 0n, memberRoles: [] };
  return {
    id,
    name: 'somebody',
    locale: 'en-US',
    language: 'en',
    zone: 'UTC',
    where: { context: 'server', channel: '300000000000000001', isThread: false, server: where, botMay: 0n },
  };
}

async function isSeated({ db }: Database, member: string): Promise<boolean> {
  const seat = db.selectFrom('peer_seats').select('seat').where('member_id', '=', member).where('outcome', 'is', null);
  return (await seat.executeTakeFirst()) !== undefined;
}

async function countOf({ db }: Database): Promise<number> {
  const all = db.selectFrom('peer_waits').select((eb) => eb.fn.countAll<number>().as('count'));
  return (await all.executeTakeFirstOrThrow()).count;
}
