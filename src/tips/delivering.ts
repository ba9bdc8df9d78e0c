// One tip on its way: claim it, send it, note what became of it. Whatever dies in between, the next look knows what to do.

import type { Outbox, Posted, WhyRefused } from '#bot/outbox.ts';
import type { Content, Tip } from '#content/content.ts';
import { lessonTitle } from '#content/exercise.ts';
import type { Together } from '#database/open.ts';
import { tipCard } from './card.ts';
import {
  choiceOf,
  deliveryKey,
  type Due,
  isRemembered,
  mostBadDays,
  nextDue,
  nextTip,
  retryAt,
  verdictOn,
} from './rules.ts';
import { tipRoutes } from './routes.ts';
import type { Speak } from '#text/translator.ts';
import type { TipStore } from './store.ts';
import { type Delivery, type DeliveryId, newDelivery, type Subscription } from './subscription.ts';

/** How long one attempt may take before somebody else looks at it. The outbox gives up on a post after 45 s. */
const attemptLease = Temporal.Duration.from({ seconds: 60 });

export type Delivering = {
  /** Claims what a subscription owes now: notes the days that were missed, and begins today's if it can still come. */
  begin(subscription: string, now: Temporal.Instant): Promise<Begun | undefined>;
  /** Begins a tip that its host asked for: the day's own one, or one beyond it. */
  beginExtra(subscription: string, now: Temporal.Instant): Promise<Begun | undefined>;
  /** Takes up a delivery that was begun and not finished. */
  resume(id: DeliveryId, now: Temporal.Instant): Promise<Begun | undefined>;
  /** Sends what was begun, and says what became of it. */
  send(begun: Begun): Promise<Outcome>;
};

export type Begun = { readonly subscription: Subscription; readonly delivery: Delivery; readonly tip: Tip };

/** `told`: trouble that its host should hear of now, if they agreed to. */
export type Outcome = { readonly delivery: Delivery; readonly told?: Subscription };

type Parts = {
  readonly store: TipStore;
  readonly together: Together<TipStore>;
  readonly outbox: Outbox;
  readonly content: Content;
  readonly speak: Speak;
  readonly now: () => Temporal.Instant;
};

export function deliveringOf(parts: Parts): Delivering {
  const { store, together, content } = parts;
  const { tips } = content.en;
  /** Claims a tip for a day inside a transaction, and moves the subscription on. */
  async function claim(tx: TipStore, subscription: Subscription, asked: Asked): Promise<Begun | undefined> {
    const { day, part, dueAt, at } = asked;
    const { counts, last } = await tx.used(subscription.id);
    const tip = nextTip(choiceOf(tips, subscription.topics), { counts, last }, subscription.id);
    if (!tip) return undefined;
    const delivery: Delivery = {
      ...newDelivery,
      subscription: subscription.id,
      server: subscription.server,
      day,
      part,
      tip: tip.id,
      dueAt,
      attempts: 1,
      doubt: at,
    };
    if (!(await tx.claim(delivery, at.add(attemptLease)))) return undefined;
    const served = subscription.served && subscription.served.day > day ? subscription.served : { day, at };
    return { subscription: { ...subscription, served }, delivery, tip };
  }

  const begin: Delivering['begin'] = (id, at) =>
    together(async (tx) => {
      let subscription = await tx.find(id);
      let begun: Begun | undefined;
      while (subscription?.state === 'on' && subscription.due) {
        const { due, zone } = subscription;
        const verdict = verdictOn(due, zone, at);
        if (verdict === 'early') break;
        if (verdict === 'missed') await tx.claim(missed(subscription, due, at));
        else begun = await claim(tx, subscription, { ...due, dueAt: due.at, part: 0, at });
        const served = begun?.subscription.served ?? { day: due.day, at: due.at };
        const from = verdict === 'missed' ? due.at : at;
        subscription = { ...subscription, served, due: nextDue(subscription, from, served) };
      }
      if (subscription) await tx.save(subscription);
      return begun && subscription && { ...begun, subscription };
    });

  const beginExtra: Delivering['beginExtra'] = (id, at) =>
    together(async (tx) => {
      const subscription = await tx.find(id);
      if (!subscription || subscription.state === 'gone') return undefined;
      const day = at.toZonedDateTimeISO(subscription.zone).toPlainDate().toString();
      const today = (await tx.newest(id, 100)).filter((one) => one.day === day);
      const part = today.length === 0 ? 0 : Math.max(...today.map((one) => one.part)) + 1;
      const begun = await claim(tx, subscription, { day, part, dueAt: at, at });
      if (!begun) return undefined;
      const moved = begun.subscription;
      const due = moved.state === 'on' ? nextDue(moved, at, moved.served) : undefined;
      await tx.save({ ...moved, due });
      return begun;
    });

  const resume: Delivering['resume'] = async (id, at) => {
    const delivery = await store.retake(id, at, at.add(attemptLease));
    const subscription = delivery && (await store.find(delivery.subscription));
    const tip = delivery && tips.find((one) => one.id === delivery.tip);
    if (delivery && !tip) await store.note({ ...delivery, state: 'failed', why: 'other', tip: undefined, doneAt: at });
    return subscription && tip && { subscription, delivery, tip };
  };

  return { begin, beginExtra, resume, send: (begun) => sending(parts, begun) };
}

type Asked = {
  readonly day: string;
  readonly part: number;
  readonly dueAt: Temporal.Instant;
  readonly at: Temporal.Instant;
};

const missed = ({ id, server }: Subscription, due: Due, at: Temporal.Instant): Delivery => ({
  ...newDelivery,
  subscription: id,
  server,
  day: due.day,
  dueAt: due.at,
  state: 'skipped',
  doneAt: at,
});

async function sending(parts: Parts, { subscription, delivery, tip }: Begun): Promise<Outcome> {
  const { store, together, outbox, now, content, speak } = parts;
  const { channel, zone, role } = subscription;
  const key = deliveryKey(delivery.subscription, delivery.day, delivery.part);
  const due = { day: delivery.day, at: delivery.dueAt };
  const begunAt = now();

  const finish = (change: Partial<Delivery>): Promise<Outcome> => {
    const done = { ...delivery, doneAt: now(), ...change };
    return together((tx) => settle(tx, done));
  };
  const later = async (why: 'refused' | 'unknown', change: Partial<Delivery>): Promise<Outcome> => {
    const at = now();
    const next = retryAt(why, { attempts: delivery.attempts, due, zone, now: at });
    const kept = { ...delivery, ...change };
    if (!next) return finish({ ...change, state: 'failed', tip: undefined });
    return together((tx) => postpone(tx, { kept, next, at }));
  };

  if (subscription.state === 'gone') return finish({ state: 'failed', why: 'gone', tip: undefined });
  const isLate = delivery.attempts > 1 && verdictOn(due, zone, begunAt) === 'missed';
  // A post of which nobody knows, too long ago for Discord to know its nonce (or to come at all): look before anything else.
  if (delivery.attempts > 1 && delivery.doubt && (isLate || !isRemembered(delivery.doubt, begunAt))) {
    const found = await outbox.find(channel, tipRoutes.practise.id({ tip: tip.id, delivery: key }));
    if (found === 'unknown') return later('unknown', {});
    if (found === 'unseen') return finish({ state: 'unsure' });
    if (found !== 'absent') return finish({ state: 'sent', message: found.message });
  }
  // Known to be absent. A channel that had said no is no downtime of ours.
  if (isLate) return finish({ state: delivery.why === undefined ? 'skipped' : 'failed', tip: undefined });
  const doubt = delivery.doubt && isRemembered(delivery.doubt, begunAt) ? delivery.doubt : begunAt;
  const isNew = delivery.attempts === 1; // then its claim says so already
  if (!isNew && !(await store.note({ ...delivery, doubt }, begunAt.add(attemptLease)))) return { delivery };
  const t = speak(subscription.locale);
  const view = { tip, lessonTitle: lessonTitle(content, t.language, tip.lesson), delivery: key };
  const posting = { message: tipCard(view, t), nonce: key, ...(role !== undefined && { pings: [role] }) };
  const posted = await outbox.post(channel, posting);
  return noted(posted, { doubt, finish, later });
}

type Ways = {
  readonly doubt: Temporal.Instant;
  finish(change: Partial<Delivery>): Promise<Outcome>;
  later(why: 'refused' | 'unknown', change: Partial<Delivery>): Promise<Outcome>;
};

function noted(posted: Posted, { doubt, finish, later }: Ways): Promise<Outcome> {
  switch (posted.kind) {
    case 'posted':
      return finish({ state: 'sent', message: posted.message, why: undefined });
    case 'unknown':
      return later('unknown', { doubt });
    case 'unreached':
      return later('unknown', { doubt: undefined });
    case 'refused':
      return posted.why === 'gone'
        ? finish({ state: 'failed', why: 'gone', tip: undefined })
        : later('refused', { doubt: undefined, why: posted.why });
  }
}

/** Notes the end of a delivery, and what it means for its subscription. */
async function settle(tx: TipStore, delivery: Delivery): Promise<Outcome> {
  if (!(await tx.note(delivery))) return { delivery };
  const subscription = await tx.find(delivery.subscription);
  if (!subscription) return { delivery };
  if (delivery.state === 'sent') {
    if (subscription.badDays > 0 || subscription.trouble) {
      await tx.save({ ...subscription, badDays: 0, trouble: undefined });
    }
    return { delivery };
  }
  if (delivery.state !== 'failed') return { delivery };
  const at = delivery.doneAt ?? delivery.dueAt;
  const changed = afterFailure(subscription, delivery.why ?? 'other', at);
  await tx.save(changed);
  const isNews = subscription.trouble === undefined || changed.state !== subscription.state;
  return isNews ? { delivery, told: changed } : { delivery };
}

function afterFailure(subscription: Subscription, why: WhyRefused, at: Temporal.Instant): Subscription {
  const badDays = subscription.badDays + 1;
  const troubled = { ...subscription, badDays, trouble: { why, at } };
  if (subscription.state !== 'on') return troubled;
  if (why === 'gone') return { ...troubled, state: 'gone', why: 'channel-gone', since: at, due: undefined };
  if (badDays < mostBadDays) return troubled;
  return { ...troubled, state: 'paused', why: 'trouble', since: at, due: undefined };
}

type Postponed = { readonly kept: Delivery; readonly next: Temporal.Instant; readonly at: Temporal.Instant };

/** Notes that an attempt did not succeed and when the next one is. The first no of a channel is news. */
async function postpone(tx: TipStore, { kept, next, at }: Postponed): Promise<Outcome> {
  if (!(await tx.note(kept, next)) || kept.why === undefined) return { delivery: kept };
  const subscription = await tx.find(kept.subscription);
  if (!subscription) return { delivery: kept };
  const troubled = { ...subscription, trouble: { why: kept.why, at } };
  await tx.save(troubled);
  return subscription.trouble === undefined ? { delivery: kept, told: troubled } : { delivery: kept };
}
