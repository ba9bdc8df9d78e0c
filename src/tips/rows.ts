// Rows of the tips' tables as the values they stand for, and back.

import type { WhyRefused } from '#bot/outbox.ts';
import type { Due } from './rules.ts';
import type { Delivery, DeliveryState, State, Subscription, WhyStopped } from './subscription.ts';

type Number64 = number | null;

/** A row of `subscriptions`. */
export type SubscriptionRow = {
  readonly id: string;
  readonly server_id: string;
  readonly channel_id: string;
  readonly locale: string;
  readonly time: string;
  readonly zone: string;
  readonly weekdays: string;
  readonly topics: string;
  readonly role_id: string | null;
  readonly state: string;
  readonly why: string | null;
  readonly since: number;
  readonly due_day: string | null;
  readonly due_at: Number64;
  readonly served_day: string | null;
  readonly served_at: Number64;
  readonly bad_days: number;
  readonly trouble: string | null;
  readonly trouble_at: Number64;
};

/** A row of `deliveries`. */
export type DeliveryRow = {
  readonly subscription_id: string;
  readonly day: string;
  readonly part: number;
  readonly server_id: string;
  readonly tip: string | null;
  readonly state: string;
  readonly why: string | null;
  readonly due_at: number;
  readonly attempts: number;
  readonly next_at: Number64;
  readonly doubt_at: Number64;
  readonly message_id: string | null;
  readonly done_at: Number64;
};

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
const instantOr = (ms: Number64): Temporal.Instant | undefined => (ms === null ? undefined : instant(ms));
const dayAt = (day: string | null, at: Number64): Due | undefined =>
  day === null || at === null ? undefined : { day, at: instant(at) };

export const subscriptionFrom = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  server: row.server_id,
  channel: row.channel_id,
  locale: row.locale,
  time: row.time,
  zone: row.zone,
  weekdays: Array.from(row.weekdays, Number),
  topics: row.topics === '' ? [] : row.topics.split(','),
  role: row.role_id ?? undefined,
  state: row.state as State,
  why: (row.why ?? undefined) as WhyStopped | undefined,
  since: instant(row.since),
  due: dayAt(row.due_day, row.due_at),
  served: dayAt(row.served_day, row.served_at),
  badDays: row.bad_days,
  trouble:
    row.trouble === null || row.trouble_at === null
      ? undefined
      : { why: row.trouble as WhyRefused, at: instant(row.trouble_at) },
});

export const rowOf = (one: Subscription): SubscriptionRow => ({
  id: one.id,
  server_id: one.server,
  channel_id: one.channel,
  locale: one.locale,
  time: one.time,
  zone: one.zone,
  weekdays: one.weekdays.join(''),
  topics: one.topics.join(','),
  role_id: one.role ?? null,
  state: one.state,
  why: one.why ?? null,
  since: one.since.epochMilliseconds,
  due_day: one.due?.day ?? null,
  due_at: one.due?.at.epochMilliseconds ?? null,
  served_day: one.served?.day ?? null,
  served_at: one.served?.at.epochMilliseconds ?? null,
  bad_days: one.badDays,
  trouble: one.trouble?.why ?? null,
  trouble_at: one.trouble?.at.epochMilliseconds ?? null,
});

export const deliveryFrom = (row: DeliveryRow): Delivery => ({
  subscription: row.subscription_id,
  day: row.day,
  part: row.part,
  server: row.server_id,
  tip: row.tip ?? undefined,
  state: row.state as DeliveryState,
  why: (row.why ?? undefined) as WhyRefused | undefined,
  dueAt: instant(row.due_at),
  attempts: row.attempts,
  doubt: instantOr(row.doubt_at),
  message: row.message_id ?? undefined,
  doneAt: instantOr(row.done_at),
});

/** `nextAt`: when somebody may look at it again while it is being sent. */
export const deliveryRowOf = (one: Delivery, nextAt: Temporal.Instant | undefined): DeliveryRow => ({
  subscription_id: one.subscription,
  day: one.day,
  part: one.part,
  server_id: one.server,
  tip: one.tip ?? null,
  state: one.state,
  why: one.why ?? null,
  due_at: one.dueAt.epochMilliseconds,
  attempts: one.attempts,
  next_at: nextAt?.epochMilliseconds ?? null,
  doubt_at: one.doubt?.epochMilliseconds ?? null,
  message_id: one.message ?? null,
  done_at: one.doneAt?.epochMilliseconds ?? null,
});
