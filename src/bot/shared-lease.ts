import type { Claim, Claims } from '#database/claims.ts';

/** How long a process may be at it before it says so again; one that died is waited for no longer. */
const lease = Temporal.Duration.from({ seconds: 30 });

/**
 * How long nobody else may begin after the end: Discord counts by the second, and the next process must not spend the
 * same second again. More than one, for clocks that differ.
 */
const rest = Temporal.Duration.from({ seconds: 2 });

export type SharedLease = {
  /**
   * Does work while this process holds the lease; undefined at once when another one does. The work asks from time to
   * time whether it may go on.
   */
  during<T>(work: (mayGoOn: () => Promise<boolean>) => Promise<T>): Promise<T | undefined>;
};

/** A lease that all works of one process share, and no two processes. */
export function sharedLease(
  key: string,
  { claims, now }: { readonly claims: Claims; readonly now: () => Temporal.Instant },
): SharedLease {
  const inTurn = oneAtATime();
  let held: Claim | undefined;
  let users = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const hold = async (): Promise<boolean> => {
    const left = held ? held.leaseUntil - now().epochMilliseconds : 0;
    if (left > lease.total('milliseconds') * (2 / 3)) return true;
    const at = { now: now(), lease };
    held = (held && (await claims.extend(held, at))) ?? (await claims.claim(key, at));
    return held !== undefined;
  };

  const leave = async (): Promise<void> => {
    users -= 1;
    if (users > 0 || !held) return;
    held = await claims.extend(held, { now: now(), lease: rest });
    clearTimeout(resting);
    resting = setTimeout(() => void inTurn(giveBack), rest.total('milliseconds')).unref();
  };

  /** It runs out by itself, but not for a clock that is set back meanwhile. */
  const giveBack = async (): Promise<void> => {
    if (users > 0 || !held) return;
    const ended = held;
    held = undefined;
    await claims.release(ended).catch(() => undefined);
  };

  return {
    during: async (work) => {
      users += 1;
      try {
        return (await inTurn(hold)) ? await work(() => inTurn(hold)) : undefined;
      } finally {
        await inTurn(leave);
      }
    },
  };
}

/** Lets steps follow each other. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step);
    last = next.catch(() => undefined);
    return next;
  };
}
