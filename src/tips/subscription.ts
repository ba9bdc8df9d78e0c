import type { WhyRefused } from '#bot/outbox.ts';
import type { Due, Plan, Served } from './rules.ts';

/** `draft`: being set up; `gone`: its channel or server is. */
export type State = 'draft' | 'on' | 'paused' | 'gone';

/** Why a subscription does not run. */
export type WhyStopped = 'host' | 'trouble' | 'channel-gone' | 'server-left';

/** A channel's daily tip, as its host set it up. */
export type Subscription = Plan & {
  readonly id: string;
  readonly server: string;
  readonly channel: string;
  /** Discord's tag of the server's language when it was set up. */
  readonly locale: string;
  /** Empty: all topics. */
  readonly topics: readonly string[];
  /** The role that each tip pings. */
  readonly role: string | undefined;
  readonly state: State;
  readonly why: WhyStopped | undefined;
  /** Since when it is in this state. */
  readonly since: Temporal.Instant;
  /** The next delivery, while it is on. */
  readonly due: Due | undefined;
  readonly served: Served | undefined;
  /** Days in a row on which nothing could be posted. */
  readonly badDays: number;
  /** What Discord answered to the last attempt, if it was a no. */
  readonly trouble: Trouble | undefined;
};

export type Trouble = { readonly why: WhyRefused; readonly at: Temporal.Instant };

/**
 * `sending`: claimed, and not known to be posted; `sent`; `failed`: the channel said no to the end; `skipped`: the bot was
 * down; `dropped`: it was due when its host changed the plan so that it could not come; `unsure`: perhaps posted, and nobody
 * may look, so it was not repeated.
 */
export type DeliveryState = 'sending' | 'sent' | 'failed' | 'skipped' | 'dropped' | 'unsure';

/** Which tip of which day. */
export type DeliveryId = { readonly subscription: string; readonly day: string; readonly part: number };

/** One tip to one channel on one local day. */
export type Delivery = DeliveryId & {
  readonly server: string;
  readonly tip: string | undefined;
  readonly state: DeliveryState;
  readonly why: WhyRefused | undefined;
  readonly dueAt: Temporal.Instant;
  readonly attempts: number;
  /** Since when a post may be out there of which nobody knows. */
  readonly doubt: Temporal.Instant | undefined;
  readonly message: string | undefined;
  readonly doneAt: Temporal.Instant | undefined;
};

/** A subscription before its host chose anything. */
export const newSubscription = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  topics: [],
  role: undefined,
  state: 'draft',
  why: undefined,
  due: undefined,
  served: undefined,
  badDays: 0,
  trouble: undefined,
} as const;

/** A delivery before anything is known of it. */
export const newDelivery = {
  part: 0,
  tip: undefined,
  state: 'sending',
  why: undefined,
  attempts: 0,
  doubt: undefined,
  message: undefined,
  doneAt: undefined,
} as const;
