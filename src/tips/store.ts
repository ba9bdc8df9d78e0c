import type { Database } from '#database/open.ts';
import { deliveryFrom, deliveryRowOf, rowOf, subscriptionFrom } from './rows.ts';
import type { Delivery, DeliveryId, Subscription } from './subscription.ts';

/** What is kept of daily tips. */
export type TipStore = {
  find(id: string): Promise<Subscription | undefined>;
  /** Those of a server, drafts too, the oldest first. */
  ofServer(server: string): Promise<readonly Subscription[]>;
  add(subscription: Subscription): Promise<void>;
  /** Writes it as it is now; nothing happens when it was removed meanwhile. */
  save(subscription: Subscription): Promise<void>;
  /** Removes it with all its deliveries. */
  remove(id: string): Promise<void>;
  /** Those whose tip is due, the longest waiting first. */
  due(now: Temporal.Instant, most: number): Promise<readonly string[]>;
  /** Deliveries begun that want another look. */
  unfinished(now: Temporal.Instant, most: number): Promise<readonly DeliveryId[]>;
  /** The next instant at which either is so. */
  nearest(): Promise<Temporal.Instant | undefined>;
  /** Adds a delivery; false when there is one for that day already. */
  claim(delivery: Delivery, until?: Temporal.Instant): Promise<boolean>;
  /** Takes an unfinished delivery that nobody is at, counting the attempt; undefined when somebody else was quicker. */
  retake(id: DeliveryId, now: Temporal.Instant, until: Temporal.Instant): Promise<Delivery | undefined>;
  /** Writes what became of an attempt; false when a later attempt has taken it over, or it is gone. */
  note(delivery: Delivery, nextAt?: Temporal.Instant): Promise<boolean>;
  /** The delivery of a day, and the newest ones. */
  delivery(id: DeliveryId): Promise<Delivery | undefined>;
  newest(subscription: string, most: number): Promise<readonly Delivery[]>;
  /** What its host sees of the past. */
  past(subscription: string): Promise<Past>;
  /** How often each tip came, and the last one. */
  used(subscription: string): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly last?: string }>;
  /** Whom to tell of trouble. */
  contact(subscription: string): Promise<string | undefined>;
  setContact(subscription: string, member: string | undefined): Promise<void>;
  /** Ids of what is gone, or a draft, in this state since before an instant. */
  stale(state: 'gone' | 'draft', before: Temporal.Instant): Promise<readonly string[]>;
  /** All that stand in a channel, or run in a server. */
  inChannel(channel: string): Promise<readonly Subscription[]>;
};

/** The last tip that came, and what did not come: the newest few, and how many there are. */
export type Past = {
  readonly last: Delivery | undefined;
  readonly odd: { readonly newest: readonly Delivery[]; readonly count: number };
};

/** So many of what did not come are shown, and none before which so many tips came. */
const mostOdd = 3;
const lookedBack = 30;

/** The tables of daily tips. */
export function tipsIn({ db }: Pick<Database, 'db'>): TipStore {
  const all = () => db.selectFrom('subscriptions').selectAll();
  const oneOf = ({ subscription, day, part }: DeliveryId) => ({ subscription_id: subscription, day, part }) as const;

  return {
    find: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && subscriptionFrom(row);
    },
    ofServer: async (server) => {
      const rows = await all().where('server_id', '=', server).orderBy('since').orderBy('id').execute();
      return rows.map(subscriptionFrom);
    },
    inChannel: async (channel) => {
      const rows = await all().where('channel_id', '=', channel).execute();
      return rows.map(subscriptionFrom);
    },
    add: async (subscription) => void (await db.insertInto('subscriptions').values(rowOf(subscription)).execute()),
    save: async (subscription) => {
      const { id, ...row } = rowOf(subscription);
      await db.updateTable('subscriptions').set(row).where('id', '=', id).execute();
    },
    remove: async (id) => {
      await db.deleteFrom('tip_contacts').where('subscription_id', '=', id).execute();
      await db.deleteFrom('deliveries').where('subscription_id', '=', id).execute();
      await db.deleteFrom('subscriptions').where('id', '=', id).execute();
    },
    due: async (now, most) => {
      const rows = await db
        .selectFrom('subscriptions')
        .select('id')
        .where('state', '=', 'on')
        .where('due_at', '<=', now.epochMilliseconds)
        .orderBy('due_at')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },
    unfinished: async (now, most) => {
      const rows = await db
        .selectFrom('deliveries')
        .select(['subscription_id', 'day', 'part'])
        .where('state', '=', 'sending')
        .where('next_at', '<=', now.epochMilliseconds)
        .orderBy('next_at')
        .limit(most)
        .execute();
      return rows.map(({ subscription_id: subscription, day, part }) => ({ subscription, day, part }));
    },
    nearest: async () => {
      const due = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => fn.min('due_at').as('at'))
        .where('state', '=', 'on')
        .executeTakeFirst();
      const begun = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.min('next_at').as('at'))
        .where('state', '=', 'sending')
        .executeTakeFirst();
      const found = [due?.at, begun?.at].filter((at) => at !== null && at !== undefined).map(Number);
      return found.length === 0 ? undefined : Temporal.Instant.fromEpochMilliseconds(Math.min(...found));
    },
    claim: async (delivery, until) => {
      const added = await db
        .insertInto('deliveries')
        .values(deliveryRowOf(delivery, until))
        .onConflict((conflict) => conflict.columns(['subscription_id', 'day', 'part']).doNothing())
        .returning('day')
        .execute();
      return added.length > 0;
    },
    retake: async (id, now, until) => {
      const row = await db
        .updateTable('deliveries')
        .set(({ eb }) => ({ next_at: until.epochMilliseconds, attempts: eb('attempts', '+', 1) }))
        .where((eb) => eb.and(oneOf(id)))
        .where('state', '=', 'sending')
        .where('next_at', '<=', now.epochMilliseconds)
        .returningAll()
        .executeTakeFirst();
      return row && deliveryFrom(row);
    },
    note: async (delivery, nextAt) => {
      const { tip, state, why, attempts, next_at, doubt_at, message_id, done_at } = deliveryRowOf(delivery, nextAt);
      const { numUpdatedRows } = await db
        .updateTable('deliveries')
        .set({ tip, state, why, next_at, doubt_at, message_id, done_at })
        .where((eb) => eb.and(oneOf(delivery)))
        .where('state', '=', 'sending')
        .where('attempts', '=', attempts)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    delivery: async (id) => {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where((eb) => eb.and(oneOf(id)))
        .executeTakeFirst();
      return row && deliveryFrom(row);
    },
    newest: async (subscription, most) => {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('subscription_id', '=', subscription)
        .orderBy('day', 'desc')
        .orderBy('part', 'desc')
        .limit(most)
        .execute();
      return rows.map(deliveryFrom);
    },
    past: async (subscription) => {
      const of = db.selectFrom('deliveries').where('subscription_id', '=', subscription);
      const came = of.where('state', '=', 'sent').orderBy('day', 'desc').orderBy('part', 'desc').limit(1);
      const last = await came.selectAll().executeTakeFirst();
      const from = await came
        .select('day')
        .offset(lookedBack - 1)
        .executeTakeFirst();
      const odd = of.where('state', '!=', 'sent').where('day', '>=', from?.day ?? '');
      const newest = odd.selectAll().orderBy('day', 'desc').orderBy('part', 'desc').limit(mostOdd);
      const { count } = await odd.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
      return {
        last: last && deliveryFrom(last),
        odd: { newest: (await newest.execute()).map(deliveryFrom), count: Number(count) },
      };
    },
    used: async (subscription) => {
      const of = db.selectFrom('deliveries').where('subscription_id', '=', subscription).where('tip', 'is not', null);
      const rows = await of
        .select(({ fn }) => ['tip', fn.countAll().as('count')])
        .groupBy('tip')
        .execute();
      const newest = await of.select('tip').orderBy('day', 'desc').orderBy('part', 'desc').limit(1).executeTakeFirst();
      const counts = new Map(rows.map(({ tip, count }) => [tip ?? '', Number(count)]));
      return { counts, ...(newest?.tip && { last: newest.tip }) };
    },
    contact: async (subscription) => {
      const of = db.selectFrom('tip_contacts').select('member_id').where('subscription_id', '=', subscription);
      return (await of.executeTakeFirst())?.member_id;
    },
    setContact: async (subscription, member) => {
      if (member === undefined) {
        await db.deleteFrom('tip_contacts').where('subscription_id', '=', subscription).execute();
        return;
      }
      await db
        .insertInto('tip_contacts')
        .values({ subscription_id: subscription, member_id: member })
        .onConflict((conflict) => conflict.column('subscription_id').doUpdateSet({ member_id: member }))
        .execute();
    },
    stale: async (state, before) => {
      const of = db.selectFrom('subscriptions').select('id').where('state', '=', state);
      const rows = await of.where('since', '<', before.epochMilliseconds).execute();
      return rows.map(({ id }) => id);
    },
  };
}
