// How long a join takes with lists of other lengths than a day brings, in a database that has a day behind it.

import type { Dice } from '#bot/turn.ts';
import type { Database } from '#database/open.ts';
import { type Joining, joiningOf } from '#peers/joining.ts';
import { type PeerStores, peerStoresIn } from '#peers/stores.ts';
import type { Wait, Wish } from '#peers/session.ts';
import { callerOf, server } from './peer-day.ts';

/** How many wait: none, and up to more than a pairing looks at. */
const sizes = [0, 10, 50, 100, 200, 500] as const;
const joins = 200;
const looks = 10;

/** Times in ms. */
export type AtSize = {
  readonly waiting: number;
  /** Nobody fits, so whoever joins waits. */
  readonly alone: readonly number[];
  /** One more waits, who fits and has waited longest. */
  readonly paired: readonly number[];
  /** Going through the whole list in vain. */
  readonly looks: readonly number[];
};

type Parts = { readonly database: Database; readonly now: Temporal.Instant; readonly dice: Dice };

const wish = (language: string): Wish => ({
  role: 'retail',
  level: 'some',
  languages: [language],
  length: 'short',
});

const idOf = (first: bigint, index: number): string => String(first + BigInt(index));

export async function joinsAtSizes(parts: Parts): Promise<readonly AtSize[]> {
  const { database } = parts;
  const stores = peerStoresIn(database);
  const joining = joiningOf({
    stores,
    places: stores.places,
    together: (work) => database.transaction((tx) => work(peerStoresIn({ db: tx }))),
    wake: () => undefined,
  });
  const found: AtSize[] = [];
  for (const waiting of sizes) found.push(await atSize(waiting, { ...parts, stores, joining }));
  return found;
}

async function atSize(
  waiting: number,
  { stores, joining, now, dice, database }: Parts & { readonly stores: PeerStores; readonly joining: Joining },
): Promise<AtSize> {
  await database.db.deleteFrom('peer_waits').execute();
  for (let index = 0; index < waiting; index += 1) await stores.waits.add(waitOf(index, waiting, now));
  const alone: number[] = [];
  const paired: number[] = [];
  const through: number[] = [];
  const timed = async (times: number[], work: () => Promise<unknown>): Promise<void> => {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  };
  const join = async (id: string, language: string): Promise<void> => {
    const caller = callerOf({ id });
    await joining.join(caller, await joining.wish(caller, wish(language)), { now, dice });
  };
  for (let index = 0; index < joins; index += 1) {
    const id = idOf(300_000_000_000_000_000n, index);
    await timed(alone, () => join(id, 'sw'));
    await joining.leave(id);
  }
  for (let index = 0; index < looks; index += 1) await timed(through, () => joining.pairAll({ now, dice }));
  for (let index = 0; index < joins; index += 1) {
    const [one, another] = [idOf(400_000_000_000_000_000n, 2 * index), idOf(400_000_000_000_000_000n, 2 * index + 1)];
    await stores.waits.add({ ...waitOf(0, waiting, now), ...wish('sw'), member: one });
    await timed(paired, () => join(another, 'sw'));
    await database.db
      .updateTable('peer_seats')
      .set({ outcome: 'kept' })
      .where('member_id', 'in', [one, another])
      .execute();
  }
  return { waiting, alone, paired, looks: through };
}

/** Somebody on the list whom nobody fits: each speaks a language of their own. */
function waitOf(index: number, waiting: number, now: Temporal.Instant): Wait {
  const since = now.subtract({ seconds: waiting - index });
  const member = idOf(200_000_000_000_000_000n, index);
  return { ...wish(`x${index}`), member, server, since, readyAt: since, until: now.add({ hours: 1 }), first: false };
}
