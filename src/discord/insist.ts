import { setTimeout as pause } from 'node:timers/promises';
import { HTTPError } from 'discord.js';

/** Pauses between attempts, in ms. discord.js repeats a 5xx three times, but at once, and most broken connections never. */
export type Pauses = readonly number[];

/** For what Discord waits 3 seconds for, and for what it takes while the token lives. */
export const untilTooLate: Pauses = [20, 50, 100, 200, 400, 700];
export const forAMinute: Pauses = [100, 400, 1_500, 5_000, 15_000, 30_000];

/** Runs `attempt` again after each pause while its outcome is unknown. What Discord refuses stays refused. */
export async function insistOn<T>(pauses: Pauses, attempt: () => Promise<T>): Promise<T> {
  for (const ms of pauses) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after another is the point
      return await attempt();
    } catch (error) {
      if (!isUnknown(error)) throw error;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(ms);
    }
  }
  return attempt();
}

/** Whether a request may have been carried out although it failed: Discord broke, or never answered. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof HTTPError ||
  (error instanceof Error && (error.name === 'AbortError' || ('code' in error && typeof error.code === 'string')));
