// Where members' streaks stand: what `streakOf` says of all that a member ever did, kept so that nobody waits for it.

import type { Database } from '#database/open.ts';
import { named, prepared } from '#database/prepared.ts';
import type { Tables } from '#database/schema.ts';
import { membersIn } from '#members/store.ts';
import { boardsIn } from './boards.ts';
import { outagesIn } from './outages.ts';
import { remindersIn } from './reminders.ts';
import {
  type Change,
  type Fold,
  foldOf,
  type History,
  isBridged,
  nothingYet,
  type Standing,
  streakOf,
} from './rules.ts';

/** What is kept of a member: after the act at `at`, of `acts` repetitions in all, reckoned with the zones named in `zones`. */
export type Kept = Standing & { readonly acts: number; readonly at: number; readonly zones: string };

/** What is kept, and the means to go on from there. `history` has the outages that can still matter. */
export type Opened = { readonly kept: Kept | undefined; readonly fold: Fold };

/** Something that a member did at an instant (epoch ms). The same kind and item on one day is one repetition. */
export type Done = { readonly kind: string; readonly item: string; readonly at: number };

export type Standings = {
  /** Where a member stands. `stale`: it rests on zones or outages that are no longer all; `renew` it in a transaction. */
  open(member: string): Promise<Opened | 'stale'>;
  /** Reckons it anew from all acts. */
  renew(member: string): Promise<Opened>;
  /** Takes an act into account that has just been recorded, in the same transaction. False when it is no repetition more. */
  practise(member: string, act: Done): Promise<boolean>;
  /** How many repetitions a member did on each day from `day` on; none on a day that is there was bridged. */
  daysFrom(member: string, day: number): Promise<ReadonlyMap<number, number>>;
  /** Everything, told from the first act on. */
  retell(member: string, now: number): Promise<ReturnType<typeof streakOf>>;
};

/** Outages that end so long (ms) before the last act can't touch a day that is still open. */
const safelyOver = 3 * 86_400_000;

/** An outage is noted by the first beat after it; acts of so many ms before may not have known of it. */
const notedWithin = 10 * 60_000;

type Row = Tables['streaks'];

const rowOf = prepared((db, { member }: { readonly member: string }) =>
  db.selectFrom('streaks').selectAll().where('member_id', '=', member),
);

const put = prepared((db, row: Row) => {
  const days = named(row, 'up_to', 'practised_on', 'moved_on', 'current', 'longest', 'freezes', 'days');
  const standing = { ...days, ...named(row, 'acts', 'at', 'zones') };
  return db
    .insertInto('streaks')
    .values({ ...named(row, 'member_id'), ...standing })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(standing));
});

const lastLike = prepared((db, { member, kind, item, at }: Done & { readonly member: string }) =>
  db
    .selectFrom('acts')
    .select('at')
    .where('member_id', '=', member)
    .where('kind', '=', kind)
    .where('item', '=', item)
    .where('at', '<', at)
    .orderBy('at', 'desc')
    .limit(1),
);

const countOneMore = prepared((db, { member, day }: { readonly member: string; readonly day: number }) =>
  db
    .insertInto('practice_days')
    .values({ member_id: member, day, acts: 1 })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'day']).doUpdateSet((eb) => ({ acts: eb('practice_days.acts', '+', 1) })),
    ),
);

export const standingsIn = ({ db }: Pick<Database, 'db'>): Standings => {
  const members = membersIn({ db });
  const outages = outagesIn({ db });

  async function find(member: string): Promise<Kept | undefined> {
    const [row] = await rowOf(db, { member });
    if (!row) return undefined;
    const { up_to: upTo, practised_on: practisedOn, moved_on: movedOn } = row;
    const { current, longest, freezes, days, acts, at, zones } = row;
    return { upTo, practisedOn, movedOn, current, longest, freezes, days, acts, at, zones };
  }

  const doneBy = (member: string): Promise<readonly Done[]> =>
    db.selectFrom('acts').select(['kind', 'item', 'at']).where('member_id', '=', member).orderBy('at').execute();

  /** Reckons all anew; `repetitions` are the acts that were the first of their kind and item on their day. */
  async function reckon(member: string): Promise<Opened & { readonly repetitions: readonly Done[] }> {
    const [all, zones] = [await doneBy(member), await members.zonesOf(member)];
    const fold = foldOf({ zones, outages: await outages.since((all[0]?.at ?? 0) - safelyOver) });
    const counts = new Map<number, number>();
    const seen = new Set<string>();
    const repetitions: Done[] = [];
    const changes: Change[] = [];
    let standing = nothingYet;
    let before: number | undefined;
    for (const done of all) {
      const { kind, item, at } = done;
      const step = before === at ? { standing, day: standing.practisedOn ?? 0 } : fold.practise(standing, at, changes);
      ({ standing } = step);
      before = at;
      const what = `${step.day} ${kind} ${item}`;
      if (seen.has(what)) continue;
      seen.add(what);
      repetitions.push(done);
      counts.set(step.day, (counts.get(step.day) ?? 0) + 1);
    }
    if (before === undefined) return { kept: undefined, fold, repetitions };
    const kept = { ...standing, acts: repetitions.length, at: before, zones: nameOf(zones) };
    await keep(member, { kept, fold });
    for (const { day } of changes.filter(isBridged)) counts.set(day, 0);
    await keepDays(member, counts);
    return { kept, fold, repetitions };
  }

  /** Reckons all anew after an act, and says whether it is a repetition more. */
  async function reckonAfter(member: string, { kind, item, at }: Done): Promise<boolean> {
    const { repetitions } = await reckon(member);
    return repetitions.some((one) => one.at === at && one.kind === kind && one.item === item);
  }

  /** When a member did the same the last time before. */
  async function lastOf(member: string, { kind, item, at }: Done): Promise<number | undefined> {
    const [row] = await lastLike(db, { member, kind, item, at });
    return row?.at;
  }

  async function keep(member: string, { kept, fold }: { readonly kept: Kept; readonly fold: Fold }): Promise<void> {
    const chance = fold.lastChance(kept);
    const { upTo, practisedOn, movedOn, ...same } = kept;
    await put(db, {
      ...same,
      member_id: member,
      up_to: upTo ?? 0,
      practised_on: practisedOn ?? 0,
      moved_on: movedOn,
    });
    await remindersIn({ db }).lookAgain(member, chance?.eveningAt ?? null);
    await boardsIn({ db }).show({ member, current: kept.current, endsAt: chance?.endsAt ?? 0 });
  }

  async function keepDays(member: string, counts: ReadonlyMap<number, number>): Promise<void> {
    const kept = await daysFrom(member, 0);
    for (const [day, acts] of counts) {
      if (kept.get(day) !== acts) await keepDay({ member_id: member, day, acts });
    }
    const gone = [...kept.keys()].filter((day) => !counts.has(day));
    for (const day of gone) {
      await db.deleteFrom('practice_days').where('member_id', '=', member).where('day', '=', day).execute();
    }
  }

  const keepDay = (row: { readonly member_id: string; readonly day: number; readonly acts: number }) =>
    db
      .insertInto('practice_days')
      .values(row)
      .onConflict((conflict) => conflict.columns(['member_id', 'day']).doUpdateSet({ acts: row.acts }))
      .execute();

  async function daysFrom(member: string, from: number): Promise<ReadonlyMap<number, number>> {
    const rows = await db
      .selectFrom('practice_days')
      .select(['day', 'acts'])
      .where('member_id', '=', member)
      .where('day', '>=', from)
      .execute();
    return new Map(rows.map(({ day, acts }) => [day, acts]));
  }

  const open: Standings['open'] = async (member) => {
    const [kept, zones] = [await find(member), await members.zonesOf(member)];
    if (!kept) return { kept, fold: foldOf({ zones, outages: [] }) };
    const away = await outages.since(kept.at - safelyOver);
    const unknown = away.some(({ from, until }) => from < kept.at && until > kept.at - notedWithin);
    if (kept.zones !== nameOf(zones) || unknown) return 'stale';
    return { kept, fold: foldOf({ zones, outages: away }) };
  };

  return {
    open,
    renew: async (member) => {
      const { kept, fold } = await reckon(member);
      return { kept, fold };
    },
    daysFrom,
    practise: async (member, act) => {
      const { at } = act;
      const opened = await open(member);
      if (opened === 'stale' || !opened.kept || at < opened.kept.at) return reckonAfter(member, act);
      const { kept, fold } = opened;
      const changes: Change[] = [];
      const { standing, day } =
        at === kept.at ? { standing: kept, day: kept.practisedOn ?? 0 } : fold.practise(kept, at, changes);
      const last = await lastOf(member, act);
      // Perhaps it was done that day already; which day an early act counted for, only all of them together tell.
      if (last !== undefined && fold.dayOn(last) >= day) return reckonAfter(member, act);
      const next = { ...kept, ...standing, at, acts: kept.acts + 1 };
      await keep(member, { kept: next, fold });
      for (const bridged of changes.filter(isBridged)) await keepDay({ member_id: member, day: bridged.day, acts: 0 });
      await countOneMore(db, { member, day });
      return true;
    },
    retell: async (member, now) => {
      const [all, zones] = [await doneBy(member), await members.zonesOf(member)];
      const acts = all.map(({ at }) => at);
      return streakOf({ acts, zones, outages: await outages.since((acts[0] ?? now) - safelyOver), now });
    },
  };
};

const nameOf = (zones: History['zones']): string =>
  zones
    .map(({ zone, since }) => `${zone} since ${Temporal.Instant.fromEpochMilliseconds(since).toString()}`)
    .join(', ');
