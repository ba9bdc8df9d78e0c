import { keyBy } from '#bot/key.ts';
import type { Outbox, Posted } from '#bot/outbox.ts';
import { refuse } from '#bot/refusal.ts';
import type { Caller, Dice } from '#bot/turn.ts';
import { tipTopics } from '#content/families.ts';
import type { Content, Tip } from '#content/content.ts';
import { lessonTitle } from '#content/exercise.ts';
import type { Together } from '#database/open.ts';
import { testCard } from './card.ts';
import type { Begun, Delivering, Outcome } from './delivering.ts';
import type { Speak } from '#text/translator.ts';
import { type Missing, missingIn } from './doctor.ts';
import { choiceOf, nextDue, nextTip } from './rules.ts';
import type { TipStore } from './store.ts';
import { type Delivery, newSubscription, type Subscription } from './subscription.ts';
import { texts } from './texts.ts';

/** The most subscriptions of one server: a list in Discord holds 25. */
const mostPerServer = 25;

/** Set-ups of one server that nobody finished yet; an older one is given up for another. */
const mostDrafts = 5;

/** A subscription with all that its host may want to know. */
export type Overview = {
  readonly subscription: Subscription;
  /** How many tips the chosen topics have, and how many did not come yet. */
  readonly tips: number;
  readonly fresh: number;
  /** The newest deliveries, and the last that was posted. */
  readonly newest: readonly Delivery[];
  readonly contact: string | undefined;
};

/** An overview with the doctor's findings; `undefined` when Discord did not let the bot look. */
export type Examined = Overview & { readonly missing: readonly Missing[] | undefined };

type Draft = { readonly channel: string; readonly time: string; readonly zone: string };

export type Change = Partial<Pick<Subscription, 'time' | 'zone' | 'weekdays' | 'topics' | 'role'>>;

export type Tips = {
  /** Begins a set-up. Refuses when the server has too many. */
  draft(host: Caller, draft: Draft, chance: { readonly now: Temporal.Instant; readonly dice: Dice }): Promise<Examined>;
  /** One of the caller's server. Refuses when it isn't there (any more). */
  open(host: Caller, id: string): Promise<Examined>;
  /** The same without asking Discord, for when there is no time to. */
  subscription(host: Caller, id: string): Promise<Subscription>;
  /** All of the caller's server, without drafts. */
  list(host: Caller): Promise<readonly Overview[]>;
  change(host: Caller, id: string, change: Change & { readonly now: Temporal.Instant }): Promise<Examined>;
  /** Turns it on, or on again. */
  start(host: Caller, id: string, now: Temporal.Instant): Promise<Examined>;
  pause(host: Caller, id: string, now: Temporal.Instant): Promise<Examined>;
  remove(host: Caller, id: string): Promise<void>;
  /** Who hears of trouble by direct message. */
  setContact(host: Caller, id: string, member: string | undefined): Promise<Examined>;
  /** Posts a test message. */
  test(host: Caller, id: string, once: string): Promise<Posted>;
  /** The tip that would come next. */
  preview(
    host: Caller,
    id: string,
  ): Promise<{ readonly subscription: Subscription; readonly tip: Tip; readonly lessonTitle: string }>;
  /** Posts today's tip now. Without `again`, undefined when one came today already. */
  now(
    host: Caller,
    id: string,
    asked: { readonly again: boolean; readonly now: Temporal.Instant },
  ): Promise<Outcome | undefined>;
  /** Stops what stood in a channel or server that is gone. */
  gone(place: { readonly channel: string } | { readonly server: string }, now: Temporal.Instant): Promise<void>;
  /** Forgets what was gone, or never finished being set up, before these instants. */
  purge(before: { readonly gone: Temporal.Instant; readonly draft: Temporal.Instant }): Promise<void>;
};

type Parts = {
  readonly store: TipStore;
  readonly together: Together<TipStore>;
  readonly delivering: Delivering;
  readonly outbox: Outbox;
  readonly content: Content;
  readonly speak: Speak;
  /** Called when something may be due earlier than before. */
  readonly wake: () => void;
};

/** How many days back a host sees what became of the tips. */
const lookedBack = 30;

/** What hosts do with daily tips. */
export function tipsFrom({ store, together, delivering, outbox, content, speak, wake }: Parts): Tips {
  const { tips } = content.en;

  async function overview(subscription: Subscription): Promise<Overview> {
    const choice = choiceOf(tips, subscription.topics);
    const { counts } = await store.used(subscription.id);
    const round = Math.min(...choice.map(({ id }) => counts.get(id) ?? 0));
    return {
      subscription,
      tips: choice.length,
      fresh: choice.filter(({ id }) => (counts.get(id) ?? 0) === round).length,
      newest: await store.newest(subscription.id, lookedBack),
      contact: await store.contact(subscription.id),
    };
  }

  /** What Discord says of the place: for the channel that the host is in, it came with the press. */
  async function examined(host: Caller, subscription: Subscription): Promise<Examined> {
    const { channel, role } = subscription;
    const isHere = channel === host.where.channel && role === undefined;
    const standing = isHere
      ? { may: host.where.botMay, isThread: host.where.isThread, mentionable: new Set<string>() }
      : await outbox.standing(subscription.server, channel);
    const ping = role === undefined ? 'none' : standing?.mentionable.has(role) ? 'anybody may' : 'only with permission';
    const missing = standing && missingIn(standing, { ping });
    return { ...(await overview(subscription)), missing };
  }

  async function find(host: Caller, id: string, from: Pick<TipStore, 'find'> = store): Promise<Subscription> {
    const found = await from.find(id);
    if (!found || found.server !== host.where.server?.id) throw refuse(texts.subscriptionGone);
    return found;
  }

  /** Changes it as it stands in the database, whatever is delivered meanwhile. */
  async function changed(host: Caller, id: string, to: (one: Subscription) => Subscription): Promise<Examined> {
    const saved = await together(async (tx) => {
      const subscription = to(await find(host, id, tx));
      await tx.save(subscription);
      return subscription;
    });
    wake();
    return examined(host, saved);
  }

  const dueAnew = (one: Subscription, now: Temporal.Instant): Subscription =>
    one.state === 'on' ? { ...one, due: nextDue(one, now, one.served) } : one;

  const running = async (host: Caller): Promise<readonly Subscription[]> => {
    const all = await store.ofServer(host.where.server?.id ?? '');
    return all.filter(({ state }) => state !== 'draft');
  };

  return {
    draft: async (host, { channel, time, zone }, { now, dice }) => {
      const all = await store.ofServer(host.where.server?.id ?? '');
      const drafts = all.filter(({ state }) => state === 'draft');
      if (all.length - drafts.length >= mostPerServer) throw refuse(texts.tooMany, { most: mostPerServer });
      for (const { id } of drafts.slice(0, -mostDrafts)) await store.remove(id);
      const subscription: Subscription = {
        ...newSubscription,
        id: keyBy(dice, 12),
        server: host.where.server?.id ?? '',
        locale: host.where.server?.locale ?? '',
        channel,
        time,
        zone,
        since: now,
      };
      await store.add(subscription);
      return examined(host, subscription);
    },
    open: async (host, id) => examined(host, await find(host, id)),
    subscription: (host, id) => find(host, id),
    list: async (host) => Promise.all((await running(host)).map(overview)),
    change: (host, id, { now, ...change }) => {
      if (change.role !== undefined && change.role === host.where.server?.id) throw refuse(texts.notEveryone);
      return changed(host, id, (one) => dueAnew({ ...one, ...known(change) }, now));
    },
    start: (host, id, now) =>
      changed(host, id, (one) => {
        const since = one.state === 'on' ? one.since : now;
        return dueAnew({ ...one, state: 'on', why: undefined, since, badDays: 0, trouble: undefined }, now);
      }),
    pause: (host, id, now) =>
      changed(host, id, (one) => ({ ...one, state: 'paused', why: 'host', since: now, due: undefined })),
    remove: (host, id) =>
      together(async (tx) => {
        await find(host, id, tx);
        await tx.remove(id);
      }),
    setContact: async (host, id, member) => {
      const subscription = await find(host, id);
      await store.setContact(id, member);
      return examined(host, subscription);
    },
    test: async (host, id, once) => {
      const { channel, locale } = await find(host, id);
      return outbox.post(channel, { message: testCard(speak(locale)), nonce: `test-${once}` });
    },
    preview: async (host, id) => {
      const subscription = await find(host, id);
      const { counts, last } = await store.used(id);
      const tip = nextTip(choiceOf(tips, subscription.topics), { counts, last }, id);
      if (!tip) throw refuse(texts.noTips);
      return { subscription, tip, lessonTitle: lessonTitle(content, host.language, tip.lesson) };
    },
    now: async (host, id, { again, now }) => {
      const subscription = await find(host, id);
      if (!again && cameOn(subscription, now, await store.newest(id, 1))) return undefined;
      const begun: Begun | undefined = await delivering.beginExtra(id, now);
      if (!begun) throw refuse(texts.cantNow);
      wake();
      return delivering.send(begun);
    },
    gone: async (place, now) => {
      const found = 'server' in place ? await store.ofServer(place.server) : await store.inChannel(place.channel);
      const why = 'server' in place ? 'server-left' : 'channel-gone';
      for (const { id } of found.filter(({ state }) => state !== 'gone')) {
        await together(async (tx) => {
          const one = await tx.find(id);
          if (one) await tx.save({ ...one, state: 'gone', why, since: now, due: undefined });
        });
      }
    },
    purge: async ({ gone, draft }) => {
      const stale = [...(await store.stale('gone', gone)), ...(await store.stale('draft', draft))];
      for (const id of stale) await together((tx) => tx.remove(id));
    },
  };
}

/** Whether a tip came, or may have come, on the channel's present day. */
function cameOn({ zone }: Subscription, now: Temporal.Instant, [newest]: readonly Delivery[]): boolean {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return newest?.day === today && newest.state !== 'skipped' && newest.state !== 'failed';
}

/** Topics in their order, all of them as none; weekdays in theirs. */
function known({ topics, weekdays, ...change }: Change): Change {
  const chosen = topics && tipTopics.filter((topic) => topics.includes(topic));
  return {
    ...change,
    ...(chosen && { topics: chosen.length === tipTopics.length ? [] : chosen }),
    ...(weekdays && { weekdays: weekdays.filter((day) => day >= 1 && day <= 7).toSorted((a, b) => a - b) }),
  };
}
