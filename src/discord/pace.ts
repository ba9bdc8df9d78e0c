import { setTimeout as pause } from 'node:timers/promises';

/** Lets callers through one after the other, evenly spaced. */
export type Pace = () => Promise<void>;

/**
 * At most so many a second, without bursts: what Discord counts by the second it may begin to count in the middle of ours.
 *
 * @param perSecond how many may pass each second
 */
export function paceOf(perSecond: number): Pace {
  const gap = 1_000 / perSecond;
  let next = 0;
  return async () => {
    const now = performance.now();
    const mine = Math.max(now, next);
    next = mine + gap;
    if (mine > now) await pause(mine - now);
  };
}
