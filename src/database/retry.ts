// Trying again later, without blocking: the pauses grow and carry jitter, so that rivals don't meet at the same moment.

import { setTimeout as pause } from 'node:timers/promises';

const firstPauseMs = 10;
const longestPauseMs = 250;

/** Which errors pass by themselves, and how long to try, attempts and pauses together. */
export type Patience = {
  readonly patienceMs: number;
  readonly passes: (error: unknown) => boolean;
  readonly random: () => number;
};

/**
 * Runs `attempt` until it succeeds, fails with an error that doesn't pass, or patience runs out (the last error).
 * Patience counts from now, or from `since` (of performance.now()) for who had to wait before the first attempt.
 */
export async function patiently<T>(
  { patienceMs, passes, random }: Patience,
  attempt: () => T | Promise<T>,
  since = performance.now(),
): Promise<T> {
  for (let span = firstPauseMs; ; span = Math.min(span * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      if (!passes(error)) throw error;
      await pause(span * (0.5 + random() / 2)); // before giving up too: the attempt may have blocked everybody
      if (performance.now() - since >= patienceMs) throw error;
    }
  }
}

/** The code that SQLite, PostgreSQL and Node put on their errors, such as SQLITE_BUSY, 40001 or ECONNREFUSED. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
