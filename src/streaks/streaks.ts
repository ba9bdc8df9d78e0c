import { uptime } from 'node:os';
import type { Database } from '#database/open.ts';
import { membersIn } from '#members/store.ts';
import { type Board, boardsIn } from './boards.ts';
import { outagesIn } from './outages.ts';
import { type Drawing, drawingYears } from './picture.ts';
import { remindersIn } from './reminders.ts';
import { type Change, isBridged, nothingYet, type Streak } from './rules.ts';
import { type Opened, standingsIn } from './standings.ts';

/** A member's streak, and what they practised in the last twelve months. */
export type MyStreak = Omit<Streak, 'changes'> & {
  /** Practice acts ever. */
  readonly acts: number;
  /** Acts on each day of the last twelve months, by days since 1970-01-01; none on a day that was bridged. */
  readonly perDay: ReadonlyMap<number, number>;
  readonly reminds: boolean;
  /** Practice days a week that the member aims at. */
  readonly goal?: number;
};

export type Streaks = {
  mine(member: string, now: Temporal.Instant): Promise<MyStreak>;
  /** The picture of a member's year. Each member gets some in a minute. */
  draw: Drawing;
  /** All that ever changed, oldest first. */
  changes(member: string, now: Temporal.Instant): Promise<readonly Change[]>;
  /** The board of a server, and whether the member is on it. */
  board(server: string, member: string, now: Temporal.Instant): Promise<Board & { readonly isOnIt: boolean }>;
  /** Puts a member on the board of a server, or takes them off. */
  showOn(
    server: string,
    member: string,
    shows: { readonly wanted: boolean; readonly now: Temporal.Instant },
  ): Promise<void>;
  /** Whether a member wants evening reminders. */
  wants(member: string): Promise<boolean>;
  /** Begins or ends evening reminders. */
  remind(member: string, wanted: boolean, now: Temporal.Instant): Promise<void>;
  /** Takes ended streaks off the boards. */
  tidyBoards(now: Temporal.Instant): Promise<void>;
  /** Notes that this process is connected to Discord. */
  beat(now: Temporal.Instant): Promise<void>;
};

/** The weeks of a year at a glance, and the one that has begun. */
const daysShown = 53 * 7;

/** Beats come each minute; a process that beat so many seconds ago was there all the time, whatever its clock says. */
const surelyHere = 5 * 60;

type Parts = { readonly database: Pick<Database, 'db' | 'transaction'> };

/** Streaks: how members stand, why, and who shows it. */
export function streaksFrom({ database }: Parts): Streaks {
  const standings = standingsIn(database);
  const boards = boardsIn(database);
  let lastBeat = -Infinity;

  const opened = async (member: string): Promise<Opened> => {
    const found = await standings.open(member);
    return found === 'stale' ? database.transaction((tx) => standingsIn({ db: tx }).renew(member)) : found;
  };

  async function standingBy(member: string, now: Temporal.Instant) {
    const { kept, fold } = await opened(member);
    const standing = fold.asOf(kept ?? nothingYet, now.epochMilliseconds);
    const { endsAt = 0, eveningAt = null } = fold.lastChance(standing) ?? {};
    return { shown: { member, current: standing.current, endsAt }, eveningAt };
  }

  return {
    mine: async (member, now) => {
      const { kept, fold } = await opened(member);
      const lately: Change[] = [];
      const standing = fold.asOf(kept ?? nothingYet, now.epochMilliseconds, lately);
      const known = await standings.daysFrom(member, standing.today - daysShown);
      const perDay = new Map([...known, ...lately.filter(isBridged).map(({ day }) => [day, 0] as const)]);
      const reminds = await remindersIn(database).wanted(member);
      const { goal } = await membersIn(database).find(member);
      return { ...standing, acts: kept?.acts ?? 0, perDay, reminds, ...(goal !== undefined && { goal }) };
    },
    draw: drawingYears(),
    changes: async (member, now) => (await standings.retell(member, now.epochMilliseconds)).changes,
    board: async (server, member, now) => ({
      ...(await boards.first(server, now.epochMilliseconds)),
      isOnIt: await boards.has(server, member),
    }),
    showOn: async (server, member, { wanted, now }) => {
      if (!wanted) return boards.leave(server, member);
      const { shown } = await standingBy(member, now);
      await boards.join(server, shown);
    },
    wants: (member) => remindersIn(database).wanted(member),
    remind: async (member, wanted, now) => {
      if (!wanted) return remindersIn(database).stop(member);
      await remindersIn(database).want(member, (await standingBy(member, now)).eveningAt);
    },
    tidyBoards: async (now) => {
      for (const member of await boards.ended(now.epochMilliseconds))
        await boards.show((await standingBy(member, now)).shown);
    },
    beat: async (now) => {
      const wasHere = uptime() - lastBeat < surelyHere;
      await database.transaction((tx) => outagesIn({ db: tx }).beat(now.epochMilliseconds, { wasHere }));
      lastBeat = uptime();
    },
  };
}
