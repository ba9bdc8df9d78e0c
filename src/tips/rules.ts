// When tips are due and which one comes: pure decisions.

/** What a host chose: a local time `HH:MM`, an IANA zone, and weekdays from 1 (Monday) to 7. */
export type Plan = { readonly time: string; readonly zone: string; readonly weekdays: readonly number[] };

/** A tip's day in its channel (`YYYY-MM-DD`) and the instant from which it may be posted. */
export type Due = { readonly day: string; readonly at: Temporal.Instant };

/** The last tip that was claimed: no day is served twice, whatever clocks and zones do. */
export type Served = { readonly day: string; readonly at: Temporal.Instant };

/** The zone's calendar date at an instant. */
const dateIn = (zone: string, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate();

/**
 * The instant of a local time on a day. A time that the clocks skip becomes the first moment after the gap, a time that
 * comes twice its first coming; undefined when the zone has no such day (crossing the date line).
 */
export function instantOn(day: Temporal.PlainDate, { time, zone }: Pick<Plan, 'time' | 'zone'>) {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const first = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const found = first.toPlainDateTime().equals(wanted) ? first : first.getTimeZoneTransition('next');
  return found?.toPlainDate().equals(day) ? found.toInstant() : undefined;
}

/** Eight days hold every weekday once; a few more outlast a day that the date line takes away. */
const searched = 15;

/**
 * The next time a tip is due, strictly after `now` and on a day after the last one served (in the plan's zone, also
 * when the host moved it since). Undefined when there is none, which a plan with a weekday never meets.
 */
export function nextDue(plan: Plan, now: Temporal.Instant, served?: Served): Due | undefined {
  const from = dateIn(plan.zone, now);
  const lastDay = served && later(served.day, dateIn(plan.zone, served.at).toString());
  const start = lastDay === undefined ? from : laterDate(from, Temporal.PlainDate.from(lastDay).add({ days: 1 }));
  for (let ahead = 0; ahead < searched; ahead += 1) {
    const day = start.add({ days: ahead });
    if (!plan.weekdays.includes(day.dayOfWeek)) continue;
    const at = instantOn(day, plan);
    if (at && Temporal.Instant.compare(at, now) > 0) return { day: day.toString(), at };
  }
  return undefined;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const laterDate = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b;

/** Up to this late, a tip counts as on time at any hour, in minutes. */
const onTime = 15;
/** After downtime a tip is still brought this many hours later, on its own day, before this hour. */
const catchUpHours = 6;
const lastHour = 21;

/** What to do about a due tip now. */
export function verdictOn({ day, at }: Due, zone: string, now: Temporal.Instant): 'early' | 'send' | 'missed' {
  const late = now.since(at).total('minutes');
  if (late < 0) return 'early';
  if (late <= onTime) return 'send';
  const there = now.toZonedDateTimeISO(zone);
  const isItsDay = there.toPlainDate().toString() === day;
  return isItsDay && late <= catchUpHours * 60 && there.hour < lastHour ? 'send' : 'missed';
}

/** Whether a tip that is due now still comes under another plan. */
export const stillComes = (due: Due, { zone, weekdays }: Plan, now: Temporal.Instant): boolean =>
  verdictOn(due, zone, now) === 'send' && weekdays.includes(Temporal.PlainDate.from(due.day).dayOfWeek);

/** Pauses before a channel that said no is tried again, in minutes. */
const refusedPauses = [1, 5, 20, 60, 120];
/** Pauses while Discord can't be reached or does not say what became of a post, in seconds. */
const unknownPauses = [15, 30, 60, 120, 300, 600];

/** When to try a delivery again after so many attempts; undefined when it makes no sense any more on that day. */
export function retryAt(
  why: 'refused' | 'unknown',
  { attempts, due, zone, now }: Attempted,
): Temporal.Instant | undefined {
  if (why === 'unknown') return now.add({ seconds: unknownPauses[attempts - 1] ?? unknownPauses.at(-1) ?? 0 });
  const minutes = refusedPauses[attempts - 1];
  if (minutes === undefined) return undefined;
  const at = now.add({ minutes });
  return verdictOn(due, zone, at) === 'send' ? at : undefined;
}

type Attempted = {
  readonly attempts: number;
  readonly due: Due;
  readonly zone: string;
  readonly now: Temporal.Instant;
};

/** Bad days in a row after which a subscription pauses. */
export const mostBadDays = 3;

/** How long Discord surely remembers a nonce, so that sending twice is posting once. */
const nonceRemembered = Temporal.Duration.from({ minutes: 2 });

/** Whether a post that may have gone out at `doubt` can simply be sent again under its nonce. */
export const isRemembered = (doubt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Duration.compare(now.since(doubt), nonceRemembered) <= 0 && Temporal.Instant.compare(now, doubt) >= 0;

type Choosable = { readonly id: string; readonly topics: readonly string[] };

/** The tips of a choice of topics; no topics means all. */
export const choiceOf = <T extends Choosable>(tips: readonly T[], topics: readonly string[]): readonly T[] =>
  topics.length === 0 ? tips : tips.filter((tip) => tip.topics.some((topic) => topics.includes(topic)));

type Used = { readonly counts: ReadonlyMap<string, number>; readonly last: string | undefined };

/**
 * The next tip of a choice: none comes again before all others came as often, and never twice in a row. The order
 * follows from the seed, so that two channels seldom get the same tip.
 */
export function nextTip<T extends Choosable>(choice: readonly T[], { counts, last }: Used, seed: string) {
  const countOf = ({ id }: T) => counts.get(id) ?? 0;
  const round = Math.min(...choice.map(countOf));
  const fresh = choice.filter((tip) => countOf(tip) === round);
  const others = fresh.filter(({ id }) => id !== last);
  const ranked = (others.length > 0 ? others : fresh).map((tip) => ({ tip, rank: hash(`${seed} ${round} ${tip.id}`) }));
  return ranked.toSorted((a, b) => a.rank - b.rank || (a.tip.id < b.tip.id ? -1 : 1))[0]?.tip;
}

/** FNV-1a, 32 bits, and a last stir so that similar words end far apart (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(words: string): number {
  let sum = 0x811c9dc5;
  for (const char of words) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x45d9f3b);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** A delivery's name, 23 characters at most: the nonce of its post and the key in its button. */
export const deliveryKey = (subscription: string, day: string, part: number): string =>
  `${subscription}-${day.replaceAll('-', '')}${part === 0 ? '' : `-${part}`}`;

/** Reads a time as people type it (`9`, `9:30`, `21.15`, `0930`, `9 pm`) as `HH:MM`. */
export function timeFrom(typed: string): string | undefined {
  const found = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*([ap])?\.?(?:m\.?)?\s*$/i.exec(typed);
  if (!found) return undefined;
  const [, hours = '', minutes = '0', half] = found;
  const hour = half === undefined ? Number(hours) : twelveHours(Number(hours), half.toLowerCase() === 'p');
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

const twelveHours = (hour: number, isAfternoon: boolean): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (isAfternoon ? 12 : 0);
