import { type Level, levels, type Role, roles } from '#content/families.ts';
import type { Database } from '#database/open.ts';
import { prepared, preparedChange } from '#database/prepared.ts';

/** What a member chose; what they did not choose is missing. */
export type Member = {
  readonly language?: string;
  readonly zone?: string;
  /** A family of work. */
  readonly role?: Role;
  readonly level?: Level;
  /** Practice days a week, 1 to 7. */
  readonly goal?: number;
  /** For how many days answers are kept; 0 is for ever. */
  readonly keepDays?: number;
};

/** A zone that a member chose (IANA name), and since when, in epoch ms. */
export type ZoneSince = { readonly zone: string; readonly since: number };

export type Members = {
  find(member: string): Promise<Member>;
  /** The zones that a member chose, oldest first. */
  zonesOf(member: string): Promise<readonly ZoneSince[]>;
  /** Changes what is given; `undefined` takes a choice back. */
  change(
    member: string,
    change: Partial<{ readonly [K in Exclude<keyof Member, 'zone'>]: Member[K] | undefined }>,
  ): Promise<void>;
  /** Chooses a zone from an instant on. Call it in a transaction. */
  setZone(member: string, zone: string, now: Temporal.Instant): Promise<void>;
  /** True a single time, for a member who has chosen no zone. */
  offerZone(member: string): Promise<boolean>;
};

const one = prepared((db, { member }: { readonly member: string }) =>
  db.selectFrom('members').selectAll().where('id', '=', member),
);

const zones = prepared((db, { member }: { readonly member: string }) =>
  db.selectFrom('zone_history').select(['zone', 'since']).where('member_id', '=', member).orderBy('since'),
);

const offerZone = preparedChange((db, { member }: { readonly member: string }) =>
  db
    .insertInto('members')
    .values({ id: member, zone_offered: 1 })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ zone_offered: 1 })
        .where('members.zone', 'is', null)
        .where('members.zone_offered', 'is', null),
    ),
);

/** The members' tables. Somebody who never chose anything is a member without choices. */
export const membersIn = ({ db }: Pick<Database, 'db'>): Members => ({
  find: async (member) => {
    const [row] = await one(db, { member });
    if (!row) return {};
    const role = roles.find((known) => known === row.role);
    const level = levels.find((known) => known === row.level);
    return {
      ...(row.language && { language: row.language }),
      ...(row.zone && { zone: row.zone }),
      ...(role && { role }),
      ...(level && { level }),
      ...(row.goal !== null && { goal: row.goal }),
      ...(row.keep_days !== null && { keepDays: row.keep_days }),
    };
  },
  zonesOf: (member) => zones(db, { member }),
  change: async (member, { keepDays, ...change }) => {
    const given = { ...change, ...(keepDays !== undefined && { keep_days: keepDays }) };
    const columns = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? null]));
    await db
      .insertInto('members')
      .values({ id: member, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  },
  setZone: async (member, zone, now) => {
    await db
      .insertInto('members')
      .values({ id: member, zone })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ zone }))
      .execute();
    await db
      .insertInto('zone_history')
      .values({ member_id: member, zone, since: now.epochMilliseconds })
      .onConflict((conflict) => conflict.columns(['member_id', 'since']).doUpdateSet({ zone }))
      .execute();
  },
  offerZone: (member) => offerZone(db, { member }),
});
