import { setTimeout as pause } from 'node:timers/promises';

/** Begins one piece of work after the other, evenly spaced. */
export type Pace = <T>(work: () => Promise<T>) => Promise<T>;

type Limits = {
  /** How many may begin each second. */
  readonly perSecond: number;
  /** Whatever happens, no more than these fall into one second. */
  readonly most: number;
};

/** How many may follow each other at once after a busy process kept them waiting. */
const mostAtOnce = 3;

/**
 * Spaces work evenly. Whoever counts it by the second may begin to count in the middle of ours, and may get it in a
 * bunch when this process or the network was busy: so a place is taken from the beginning of a work until a second after
 * its end, and there are only `most` places.
 */
export function paceOf({ perSecond, most }: Limits): Pace {
  const gap = 1_000 / perSecond;
  const places = placesOf(most);
  let next = 0;
  let last = Promise.resolve();
  const begin = async (): Promise<void> => {
    await places.take();
    const early = next - performance.now();
    if (early > 0) await pause(early);
    next = Math.max(next, performance.now() - mostAtOnce * gap) + gap;
  };
  return async (work) => {
    last = last.then(begin);
    await last;
    try {
      return await work();
    } finally {
      at(performance.now() + 1_000, places.free);
    }
  };
}

/** Does something at a time of performance.now(), never before: timers count whole milliseconds, and may come almost one early. */
function at(time: number, work: () => void): void {
  const early = time - performance.now();
  if (early <= 0) work();
  else setTimeout(() => at(time, work), Math.ceil(early)).unref();
}

/** Places to wait for, one waiting at a time. */
function placesOf(count: number) {
  let left = count;
  let freed: (() => void) | undefined;
  return {
    take: async (): Promise<void> => {
      if (left === 0) await new Promise<void>((resolve) => (freed = resolve));
      left -= 1;
    },
    free: (): void => {
      left += 1;
      freed?.();
      freed = undefined;
    },
  };
}
