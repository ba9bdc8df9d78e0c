// What daily tips are due, and bringing them.

import type { Errand, Sender } from '#bot/sender.ts';
import type { Log } from '#src/log.ts';
import type { Begun, Delivering } from './delivering.ts';
import { deliveryKey } from './rules.ts';
import type { TipStore } from './store.ts';
import { type TellHost, troubleNonce } from './telling.ts';

/** Posts on their way at one time: more than the pace needs, so that a slow channel holds nobody back. */
const mostAtOnce = 60;

/** How soon to look again after a failure, or while another process sends. */
const askAgain = Temporal.Duration.from({ seconds: 5 });

export type TipsDue = {
  /** Brings all that is due, and says when to look next. Never throws: what fails is logged. */
  bring(): Promise<Temporal.Instant | undefined>;
};

type Parts = {
  readonly store: TipStore;
  readonly delivering: Delivering;
  readonly sender: Sender;
  readonly tellHost: TellHost;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
};

export function tipsDue(parts: Parts): TipsDue {
  const { store, sender, log, now } = parts;
  const bulk = {
    atOnce: mostAtOnce,
    due: (most: number) => errands(parts, most),
    failed: (error: unknown) => log.error({ error }, 'a daily tip could not be begun'),
  };
  return {
    bring: async () => {
      try {
        const nearest = await store.nearest();
        if (!nearest || Temporal.Instant.compare(nearest, now()) > 0) return nearest;
        const failed = await sender.bring(bulk);
        return failed === 0 ? await store.nearest() : now().add(askAgain);
      } catch (error) {
        log.error({ error }, 'daily tips could not be brought');
        return now().add(askAgain);
      }
    },
  };
}

/** What is due now: what was begun earlier first, then what is new. */
async function errands(parts: Parts, most: number): Promise<readonly Errand[]> {
  const { store, delivering, now } = parts;
  const errand = (key: string, begin: () => Promise<Begun | undefined>): Errand => ({
    key,
    begin: async () => {
      const begun = await begin();
      return begun && (() => bringOne(parts, begun));
    },
  });
  const at = now();
  const unfinished = await store.unfinished(at, most);
  const due = await store.due(at, most - unfinished.length);
  return [
    ...unfinished.map((id) =>
      errand(deliveryKey(id.subscription, id.day, id.part), () => delivering.resume(id, now())),
    ),
    ...due.map((id) => errand(id, () => delivering.begin(id, now()))),
  ];
}

async function bringOne(parts: Parts, begun: Begun): Promise<void> {
  try {
    const { delivery, told } = await parts.delivering.send(begun);
    if (told) await parts.tellHost({ told, nonce: troubleNonce(delivery) });
  } catch (error) {
    parts.log.error({ error }, 'a daily tip failed'); // It stays in `sending`: the next look takes it up.
  }
}
