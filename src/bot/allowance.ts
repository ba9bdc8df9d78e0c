/** Says whether somebody may do something costly once more, and counts it if so. */
export type Allowance = (who: string, now: Temporal.Instant) => boolean;

const minute = 60_000;

/** Whom it remembers at the most: with more, those who did it longest ago are let off. */
const mostKnown = 1_000;

/** So many times a minute for everybody. It is kept in memory: a restart begins anew. */
export function allowanceOf(mostPerMinute: number): Allowance {
  const times = new Map<string, readonly number[]>();
  return (who, { epochMilliseconds: now }) => {
    const lately = (times.get(who) ?? []).filter((time) => now - time < minute);
    if (lately.length >= mostPerMinute) return false;
    times.delete(who);
    times.set(who, [...lately, now]);
    const [oldest] = times.keys();
    if (times.size > mostKnown && oldest !== undefined) times.delete(oldest);
    return true;
  };
}
