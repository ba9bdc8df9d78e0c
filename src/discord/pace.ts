import { setTimeout as pause } from 'node:timers/promises';

/** Lets callers through one after the other, evenly spaced. */
export type Pace = () => Promise<void>;

/** How many callers that a busy process kept waiting may follow each other at once. */
const mostAtOnce = 3;

/**
 * At most so many a second, without bursts: what Discord counts by the second it may begin to count in the middle of ours.
 *
 * @param perSecond how many may pass each second
 */
export function paceOf(perSecond: number): Pace {
  const gap = 1_000 / perSecond;
  let next = 0;
  let last = Promise.resolve();
  const pass = async (): Promise<void> => {
    const early = next - performance.now();
    if (early > 0) await pause(early);
    next = Math.max(next, performance.now() - mostAtOnce * gap) + gap;
  };
  return () => {
    last = last.then(pass);
    return last;
  };
}
