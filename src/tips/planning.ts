// Days move on: what can't come any more is noted, so that no day is lost without its host seeing it.

import { type Due, nextDue, stillComes, verdictOn } from './rules.ts';
import type { TipStore } from './store.ts';
import { type Delivery, newDelivery, type Subscription } from './subscription.ts';

/** Notes the days that were missed: what is due then can still come, or comes later. */
export async function withoutMissed(tx: TipStore, found: Subscription, at: Temporal.Instant): Promise<Subscription> {
  let subscription = found;
  while (subscription.state === 'on' && subscription.due) {
    const { due, zone } = subscription;
    if (verdictOn(due, zone, at) !== 'missed') break;
    await tx.claim(untold(subscription, due, { state: 'skipped', doneAt: at }));
    subscription = { ...subscription, served: due, due: nextDue(subscription, due.at, due) };
  }
  return subscription;
}

/** What a subscription owes now. */
export const owedBy = ({ state, due, zone }: Subscription, at: Temporal.Instant): Due | undefined =>
  state === 'on' && due && verdictOn(due, zone, at) === 'send' ? due : undefined;

/** Goes over to a host's new plan. A tip that is due now still comes if the plan allows it; otherwise it is noted. */
export async function replanned(
  tx: TipStore,
  { before, after }: { readonly before: Subscription; readonly after: Subscription },
  at: Temporal.Instant,
): Promise<Subscription> {
  if (after.state !== 'on') return after;
  const past = await withoutMissed(tx, before, at);
  const owed = owedBy(past, at);
  if (!owed) return { ...after, served: past.served, due: nextDue(after, at, past.served) };
  if (stillComes(owed, after, at)) return { ...after, served: past.served, due: owed };
  await tx.claim(untold(after, owed, { state: 'dropped', doneAt: at }));
  return { ...after, served: owed, due: nextDue(after, at, owed) };
}

const untold = ({ id, server }: Subscription, due: Due, end: Pick<Delivery, 'state' | 'doneAt'>): Delivery => ({
  ...newDelivery,
  subscription: id,
  server,
  day: due.day,
  dueAt: due.at,
  ...end,
});
