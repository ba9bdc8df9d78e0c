// What daily tips are due, and bringing them: one process at a time, so that all share one budget.

import type { Outbox } from '#bot/outbox.ts';
import type { Claim, Claims } from '#database/claims.ts';
import type { Log } from '#src/log.ts';
import { troubleCard } from './card.ts';
import type { Begun, Delivering, Outcome } from './delivering.ts';
import { deliveryKey } from './rules.ts';
import type { Speak } from '#text/translator.ts';
import type { TipStore } from './store.ts';

/** Posts on their way at one time: more than the pace needs, so that a slow channel holds nobody back. */
const mostAtOnce = 60;

/** How long a process may send in bulk before it says so again, and how soon the others ask. */
const senderLease = Temporal.Duration.from({ seconds: 30 });
const askAgain = Temporal.Duration.from({ seconds: 5 });

export type TipsDue = {
  /** Brings all that is due, and says when to look next. Never throws: what fails is logged. */
  bring(): Promise<Temporal.Instant | undefined>;
};

type Parts = {
  readonly store: TipStore;
  readonly delivering: Delivering;
  readonly outbox: Outbox;
  readonly claims: Claims;
  readonly speak: Speak;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
};

export function tipsDue(parts: Parts): TipsDue {
  const { store, claims, log, now } = parts;
  return {
    bring: async () => {
      try {
        if ((await nextLook(store, now())) !== 'now') return await store.nearest();
        const claim = await claims.claim('sender', { now: now(), lease: senderLease });
        if (!claim) return now().add(askAgain);
        const failed = await bringAll(parts, claim);
        return failed > 0 ? now().add(askAgain) : await store.nearest();
      } catch (error) {
        log.error({ error }, 'daily tips could not be brought');
        return now().add(askAgain);
      }
    },
  };
}

async function nextLook(store: TipStore, at: Temporal.Instant): Promise<'now' | 'later'> {
  const nearest = await store.nearest();
  return nearest && Temporal.Instant.compare(nearest, at) <= 0 ? 'now' : 'later';
}

/** Begins one after the other, and sends many at a time. Says how many could not be begun. */
async function bringAll(parts: Parts, claim: Claim): Promise<number> {
  const { now, claims } = parts;
  const sending = new Set<Promise<void>>();
  let held: Claim | undefined = claim;
  let failed = 0;
  const start = (begun: Begun): void => {
    const work = bringOne(parts, begun).finally(() => sending.delete(work));
    sending.add(work);
  };
  try {
    while (held && failed < mostAtOnce) {
      const begins = await beginnings(parts, mostAtOnce - sending.size);
      if (begins.length === 0 && sending.size === 0) break;
      for (const begin of begins) {
        try {
          const begun = await begin();
          if (begun) start(begun);
        } catch (error) {
          failed += 1;
          parts.log.error({ error }, 'a daily tip could not be begun');
        }
      }
      if (begins.length === 0 || sending.size >= mostAtOnce) await Promise.race(sending);
      held = await extended(claims, held, now());
    }
  } finally {
    await Promise.all(sending);
    if (held) await claims.release(held);
  }
  return failed;
}

/** A lease is made longer when a third of it is gone. */
async function extended(claims: Claims, claim: Claim, at: Temporal.Instant): Promise<Claim | undefined> {
  const left = claim.leaseUntil - at.epochMilliseconds;
  return left > senderLease.total('milliseconds') * (2 / 3)
    ? claim
    : claims.extend(claim, { now: at, lease: senderLease });
}

/** What is due now: what was begun earlier first, then what is new. */
async function beginnings({ store, delivering, now }: Parts, most: number) {
  if (most <= 0) return [];
  const at = now();
  const unfinished = await store.unfinished(at, most);
  const due = await store.due(at, most - unfinished.length);
  return [
    ...unfinished.map((id) => () => delivering.resume(id, now())),
    ...due.map((id) => () => delivering.begin(id, now())),
  ];
}

async function bringOne(parts: Parts, begun: Begun): Promise<void> {
  try {
    await tellHost(parts, await parts.delivering.send(begun));
  } catch (error) {
    parts.log.error({ error }, 'a daily tip failed'); // It stays in `sending`: the next look takes it up.
  }
}

/** Tells whoever agreed to hear of it. Closed direct messages end that agreement without fuss. */
async function tellHost(
  { outbox, store, speak }: Pick<Parts, 'outbox' | 'store' | 'speak'>,
  { told, delivery }: Outcome,
): Promise<void> {
  const contact = told && (await store.contact(told.id));
  if (!told || contact === undefined) return;
  const nonce = `${deliveryKey(told.id, delivery.day, delivery.part)}!`;
  const said = await outbox.tell(contact, { message: troubleCard(told, speak(told.locale)), nonce });
  if (said.kind === 'refused' && said.why === 'closed') await store.setContact(told.id, undefined);
}
