import { type MemberClock, clockOf, type Span, type ZoneSince } from './clock/rules.ts';

/** What besides practice acts a streak depends on: the member's zones, and when the bot was away. */
export type History = { readonly zones: readonly ZoneSince[]; readonly outages: readonly Span[] };

/** How a streak stands after a day. Days count from 1970-01-01 on the member's own calendar; see `dateOf`. */
export type Standing = {
  /** The last day that is decided: practised, bridged or missed; none before the first act. */
  readonly upTo: number | null;
  /** The last day that counted. */
  readonly practisedOn: number | null;
  readonly current: number;
  readonly longest: number;
  readonly freezes: number;
  /** Days practised ever. */
  readonly days: number;
  /** The last day that was bridged because a change of zone took too much of it. */
  readonly movedOn: number | null;
};

/**
 * Why something changed. `practised`: the day counted. `freeze-earned`, `freeze-spent`; three bridges, which neither add
 * nor cost: `away` (the bot was), `moved` (a change of zone cut the day short), `no-such-day` (the zone itself did);
 * `ended`: a day was missed, `current` is how long the streak had been.
 */
export type Reason = 'practised' | 'freeze-earned' | 'freeze-spent' | 'away' | 'moved' | 'no-such-day' | 'ended';

export type Change = {
  readonly day: number;
  readonly reason: Reason;
  /** After the change; of an ended streak, before it. */
  readonly current: number;
  readonly freezes: number;
};

export type Streak = Standing & {
  /** The day that the member can practise for now, and whether they have. */
  readonly today: number;
  readonly practisedToday: boolean;
  /** Oldest first. */
  readonly changes: readonly Change[];
};

/** The day until whose end the streak lasts if nothing else is done; when that is, and its evening (epoch ms). */
export type LastChance = { readonly day: number; readonly endsAt: number; readonly eveningAt: number };

/** One member's streak, step by step: `practise` for each act in its order, then `asOf` the instant one asks. */
export type Fold = {
  /** The day that a member's calendar showed at an instant (epoch ms): an act belongs to it, or early to the day before. */
  dayOn(at: number): number;
  /** What an act at an instant (epoch ms) does, and which day it belongs to. */
  practise(standing: Standing, at: number, log?: Change[]): { readonly standing: Standing; readonly day: number };
  /** What became of it by an instant. */
  asOf(standing: Standing, now: number, log?: Change[]): Omit<Streak, 'changes'>;
  /** None when there is no streak to lose. `standing` as of now. */
  lastChance(standing: Standing): LastChance | undefined;
};

/** A day without practice that did not end the streak. */
export const isBridged = ({ reason }: Change): boolean =>
  reason === 'freeze-spent' || reason === 'away' || reason === 'moved' || reason === 'no-such-day';

/** Before the first act. */
export const nothingYet: Standing = {
  upTo: null,
  practisedOn: null,
  current: 0,
  longest: 0,
  freezes: 0,
  days: 0,
  movedOn: null,
};

const hour = 3_600_000;
const daysForFreeze = 7;
const mostFreezes = 2;
/** The bot was away, or a day was cut short, for so long (ms): the day bridges. A day's 08:00 to 03:00 has 19 hours. */
const tooLong = 3 * hour;
const wakingHours = 19 * hour;
/** Days in which a change of zone bridges one day at the most; more often a freeze has to do it. */
const daysBetweenMoves = 28;

/** The evening of the last day, when a reminder is due: local time. */
const evening = '19:30';

/**
 * A member's streak by an instant, from the instants (epoch ms, in any order) of all their practice acts.
 *
 * A day is a calendar day where the member was at that instant (`clockOf` says how changes of zone are read), and any act
 * counts. An act before 03:00 counts for the day before when that saves it: when the streak is alive and the day before
 * would else be missed. Otherwise it counts for its own day. A missed day is decided at 03:00. It bridges (adds nothing,
 * costs nothing) when the bot was away for three hours or more of the member's 08:00 to 03:00, or when a change of zone
 * or the zone itself took as much of it; a change of zone does so once in four weeks, so that nobody can live on
 * switching. Otherwise it takes a freeze, or ends the streak. A streak's every seventh day earns a freeze, and two can be kept.
 */
export function streakOf(told: History & { readonly acts: readonly number[]; readonly now: number }): Streak {
  const fold = foldOf(told);
  const changes: Change[] = [];
  let standing = nothingYet;
  for (const at of new Set(told.acts.toSorted((one, other) => one - other))) {
    ({ standing } = fold.practise(standing, at, changes));
  }
  return { ...fold.asOf(standing, told.now, changes), changes };
}

/** The steps of `streakOf`, for whoever keeps where it stands. */
export function foldOf({ zones, outages }: History): Fold {
  const clock = clockOf(zones);
  const away = joined(outages);
  const bridge = (standing: Standing, day: number) => bridgeOf(standing, day, { clock, away });

  /** Decides all days before `day`. */
  function decide(standing: Standing, day: number, log: Change[] = []): Standing {
    let { upTo, ...now } = standing;
    if (upTo === null) return standing;
    for (upTo += 1; upTo < day && now.current > 0; upTo += 1) {
      const reason = bridge({ ...now, upTo }, upTo) ?? (now.freezes > 0 ? 'freeze-spent' : 'ended');
      if (reason === 'moved') now.movedOn = upTo;
      if (reason === 'freeze-spent') now.freezes -= 1;
      log.push({ day: upTo, reason, current: now.current, freezes: now.freezes });
      if (reason === 'ended') now.current = 0;
    }
    return { ...now, upTo: Math.max(standing.upTo ?? day, day - 1) };
  }

  return {
    dayOn: (at) => clock.at(at).day,

    practise: (before, at, log = []) => {
      const { day, early } = clock.at(at);
      if (day <= (before.practisedOn ?? -Infinity)) return { standing: before, day };
      const standing = decide(before, early ? day - 1 : day, log);
      const saves = early && standing.current > 0 && standing.upTo === day - 2 && !bridge(standing, day - 1);
      const own = saves ? day - 1 : day;
      return { standing: practised(decide(standing, own, log), own, log), day: own };
    },

    asOf: (before, now, log = []) => {
      const { day, early } = clock.at(now);
      const standing = decide(before, early ? day - 1 : day, log);
      const isOpen = early && standing.current > 0 && standing.upTo === day - 2 && !bridge(standing, day - 1);
      const today = isOpen ? day - 1 : Math.max(day, standing.practisedOn ?? day);
      return { ...standing, today, practisedToday: standing.practisedOn === today };
    },

    lastChance: (standing) => {
      if (standing.current === 0 || standing.upTo === null) return undefined;
      let day = standing.upTo + 1;
      let { freezes, movedOn } = standing;
      for (;;) {
        const reason = bridge({ ...standing, movedOn }, day);
        if (!reason && freezes === 0) break;
        if (!reason) freezes -= 1;
        if (reason === 'moved') movedOn = day;
        day += 1;
      }
      return { day, endsAt: clock.instantOf(day + 1, '03:00'), eveningAt: clock.instantOf(day, evening) };
    },
  };
}

function practised(before: Standing, day: number, log: Change[]): Standing {
  const current = before.current + 1;
  log.push({ day, reason: 'practised', current, freezes: before.freezes });
  const earns = current % daysForFreeze === 0 && before.freezes < mostFreezes;
  const freezes = before.freezes + (earns ? 1 : 0);
  if (earns) log.push({ day, reason: 'freeze-earned', current, freezes });
  const longest = Math.max(before.longest, current);
  return { ...before, upTo: day, practisedOn: day, current, longest, freezes, days: before.days + 1 };
}

type Circumstances = { readonly clock: MemberClock; readonly away: readonly Span[] };

/** Why a day without practice is nobody's fault; nothing when it is just missed. */
function bridgeOf({ movedOn }: Standing, day: number, { clock, away }: Circumstances): Reason | undefined {
  const { spans, lived, whole } = clock.wakingOf(day);
  if (spans.reduce((sum, span) => sum + overlap(span, away), 0) >= tooLong) return 'away';
  if (whole <= wakingHours - tooLong) return 'no-such-day';
  if (lived <= wakingHours - tooLong && (movedOn === null || day - movedOn >= daysBetweenMoves)) return 'moved';
  return undefined;
}

const overlap = (span: Span, others: readonly Span[]): number =>
  others.reduce(
    (sum, { from, until }) => sum + Math.max(0, Math.min(span.until, until) - Math.max(span.from, from)),
    0,
  );

/** Spans without overlaps, in their order. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (!last || span.from > last.until) result.push(span);
    else result[result.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return result;
}
