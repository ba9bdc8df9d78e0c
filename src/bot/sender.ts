// What is sent in bulk leaves from one process at a time, so that all of them together keep within what Discord allows a
// bot. Within that process each kind has places of its own: many of one keep no other waiting.

import type { Claims } from '#database/claims.ts';
import { sharedLease } from './shared-lease.ts';

/** Something to send: claimed first, and then sent by what `begin` gives back, if it is still to be sent. */
export type Errand = {
  readonly key: string;
  /** What it gives back never rejects. */
  begin(): Promise<(() => Promise<void>) | undefined>;
};

/** One kind of what is sent in bulk. */
export type Bulk = {
  /** How many may be on their way at one time. */
  readonly atOnce: number;
  /** Some of what is due now, the longest waiting first. */
  due(most: number): Promise<readonly Errand[]>;
  /** Hears of each that could not be begun. */
  failed(error: unknown, errand: Errand): void;
};

export type Sender = {
  /** Sends all that is due. Says how many could not be begun; undefined when another process is sending: it sends these, too. */
  bring(bulk: Bulk): Promise<number | undefined>;
};

/** So many that can't be begun, and something else is wrong: then it is better to come back later, in one bringing. */
const mostFailed = 100;

/** The sender of one process. */
export function senderOf(parts: { readonly claims: Claims; readonly now: () => Temporal.Instant }): Sender {
  const lease = sharedLease('sender', parts);
  return {
    bring: async (bulk) => {
      const isDue = (await bulk.due(1)).length > 0;
      return isDue ? lease.during((mayGoOn) => bringAll(bulk, mayGoOn)) : 0;
    },
  };
}

/** Begins one after the other, and sends several at a time. What could not be begun holds nobody else back. */
async function bringAll({ atOnce, due, failed }: Bulk, mayGoOn: () => Promise<boolean>): Promise<number> {
  const sending = new Set<Promise<void>>();
  const broken = new Set<string>();
  const start = (send: () => Promise<void>): void => {
    const work = send().finally(() => sending.delete(work));
    sending.add(work);
  };
  const tryOne = async (errand: Errand): Promise<void> => {
    try {
      const send = await errand.begin();
      if (send) start(send);
    } catch (error) {
      broken.add(errand.key);
      failed(error, errand);
    }
  };
  try {
    while (broken.size < mostFailed && (await mayGoOn())) {
      const free = atOnce - sending.size;
      const found = free > 0 ? (await due(free + broken.size)).filter(({ key }) => !broken.has(key)) : [];
      if (found.length === 0 && sending.size === 0) break;
      for (const errand of found.slice(0, free)) await tryOne(errand);
      if (found.length === 0 || sending.size >= atOnce) await Promise.race(sending);
    }
  } finally {
    await Promise.all(sending);
  }
  return broken.size;
}
