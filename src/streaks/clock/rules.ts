/** A zone that a member chose (IANA name), and since when, in epoch ms. */
export type ZoneSince = { readonly zone: string; readonly since: number };

/** From one instant up to another, in epoch ms. */
export type Span = { readonly from: number; readonly until: number };

/** A day on a member's calendar, as days since 1970-01-01; before 03:00 (`early`) the day before is not over yet. */
export type Moment = { readonly day: number; readonly early: boolean };

/** The real time of one calendar day's 08:00 to 03:00. */
export type Waking = {
  readonly spans: readonly Span[];
  /** How long it was for the member, and how long it is for somebody who stays in the zone, in ms. */
  readonly lived: number;
  readonly whole: number;
};

/** What a member's clock and calendar showed at any time. */
export type MemberClock = {
  /** The moment at an instant, in epoch ms. Fast for instants in their order. */
  at(instant: number): Moment;
  wakingOf(day: number): Waking;
  /** The instant (epoch ms) of a local time in the member's newest zone: `instantOf(20_515, '19:30')`. */
  instantOf(day: number, time: string): number;
};

const hour = 3_600_000;
const aDay = 24 * hour;

/** The zone of somebody who has chosen none. */
const zoneUnlessChosen = 'UTC';

/** The local date, `YYYY-MM-DD`, of a day; and back. */
export const dateOf = (day: number): string => epoch.add({ days: day }).toString();
export const dayOf = (date: string): number => epoch.until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days;

const epoch = new Temporal.PlainDate(1970, 1, 1);

/**
 * A member's clock. The zone chosen first holds for the time before, too. A zone that was left again within a day
 * never counted: a wrong pick that is put right takes nothing and gives nothing. A day that ended in a zone that did
 * count stays over: in a zone further west the member goes on with the day they had reached.
 */
export function clockOf(zones: readonly ZoneSince[]): MemberClock {
  const stays = staysOf(zones);
  const newest = stays.at(-1) ?? stayIn(zoneUnlessChosen, -Infinity);

  return {
    at: (instant) => momentIn(stays.findLast(({ from }) => from <= instant) ?? newest, instant),
    wakingOf: (day) => {
      const near = stays.filter(({ from, until }) => until > (day - 1) * aDay && from < (day + 2) * aDay);
      const wholes = near.map(({ zone }) => wakingIn(zone, day));
      const spans = wholes.map(({ from, until }, index) => ({
        from: Math.max(from, near[index]?.from ?? from),
        until: Math.min(until, near[index]?.until ?? until),
      }));
      const lived = spans.filter(({ from, until }) => until > from);
      return {
        spans: lived,
        lived: lived.reduce((sum, { from, until }) => sum + until - from, 0),
        whole: Math.max(0, ...wholes.map(({ from, until }) => until - from)),
      };
    },
    instantOf: (day, time) => instantIn(newest.zone, day, time),
  };
}

/** A time in one zone. `floor` is the first day that was not over when it began. */
type Stay = { readonly zone: string; readonly offsetAt: (instant: number) => number } & Span & {
    readonly floor: number;
  };

const stayIn = (zone: string, from: number): Stay => ({
  zone,
  offsetAt: offsetsIn(zone),
  from,
  until: Infinity,
  floor: -Infinity,
});

function staysOf(zones: readonly ZoneSince[]): readonly Stay[] {
  const sorted = zones.toSorted((one, other) => one.since - other.since);
  const kept = sorted.filter(({ since }, index) => (sorted[index + 1]?.since ?? Infinity) - since >= aDay);
  const changes = kept.filter(({ zone }, index) => zone !== kept[index - 1]?.zone);
  const stays: Stay[] = [];
  for (const { zone, since } of changes.length > 0 ? changes : [{ zone: zoneUnlessChosen, since: 0 }]) {
    const before = stays.pop();
    if (!before) {
      stays.push(stayIn(zone, -Infinity));
      continue;
    }
    const { day, early } = momentIn(before, since);
    stays.push({ ...before, until: since }, { ...stayIn(zone, since), floor: early ? day - 1 : day });
  }
  return stays;
}

function momentIn({ offsetAt, floor }: Stay, instant: number): Moment {
  const local = instant + offsetAt(instant);
  const day = Math.floor(local / aDay);
  if (day < floor) return { day: floor, early: false };
  return { day, early: day > floor && local - day * aDay < 3 * hour };
}

/** Offsets from UTC in ms. Asking Temporal for every instant would take three times as long as all the rest. */
function offsetsIn(zone: string): (instant: number) => number {
  let known = { from: Infinity, until: -Infinity, offset: 0 };
  return (instant) => {
    if (instant < known.from || instant >= known.until) {
      const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
      const until = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
      known = { from: instant, until, offset: here.offsetNanoseconds / 1_000_000 };
    }
    return known.offset;
  };
}

const wakingIn = (zone: string, day: number): Span => ({
  from: instantIn(zone, day, '08:00'),
  until: instantIn(zone, day + 1, '03:00'),
});

const instantIn = (zone: string, day: number, time: string): number =>
  epoch.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
