import type { Database } from '#database/open.ts';
import { tables, type Tables } from '#database/schema.ts';

type TableName = keyof typeof tables;
type OwnedBy<Owner> = { readonly [N in TableName]: (typeof tables)[N]['owner'] extends Owner ? N : never }[TableName];

/** A table that holds something of members. */
export type MemberTable = OwnedBy<'member'>;

/** Every table that holds something of members, as the schema declares them. */
export const memberTables = (Object.keys(tables) as TableName[]).filter(
  (name): name is MemberTable => tables[name].owner === 'member',
);

/** How many rows of a member a table holds. */
export type Kept = { readonly table: MemberTable; readonly count: number };

export type Privacy = {
  /** What is kept of a member; only the tables that hold something. */
  see(member: string): Promise<readonly Kept[]>;
  /** Everything that is kept of a member, each table's rows as they are. */
  export(member: string): Promise<Readonly<Record<MemberTable, readonly unknown[]>>>;
  /** Deletes everything that is kept of a member, all at once or not at all. */
  delete(member: string): Promise<void>;
};

/** What members may know and do about what is kept of them. It follows the declared tables, so none can be forgotten. */
export const privacyIn = ({ db, transaction, scrub }: Database): Privacy => ({
  see: async (member) => {
    const counts = await Promise.all(
      memberTables.map(async (table) => {
        const { count } = await db
          .selectFrom(table as 'acts')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where(ownerColumn(table), '=', member)
          .executeTakeFirstOrThrow();
        return { table, count };
      }),
    );
    return counts.filter(({ count }) => count > 0);
  },
  export: async (member) => {
    const all = await Promise.all(
      memberTables.map(async (table) => {
        const rows = await db
          .selectFrom(table as 'acts')
          .selectAll()
          .where(ownerColumn(table), '=', member)
          .execute();
        return [table, rows] as const;
      }),
    );
    return Object.fromEntries<readonly unknown[]>(all) as Record<MemberTable, readonly unknown[]>;
  },
  delete: async (member) => {
    await transaction(async (tx) => {
      for (const table of memberTables) {
        await tx
          .deleteFrom(table as 'acts')
          .where(ownerColumn(table), '=', member)
          .execute();
      }
    });
    scrub();
  },
});

/** The schema says in which column a member's id stands; Kysely's types follow one table's, `acts`. */
const ownerColumn = (table: MemberTable): keyof Tables['acts'] => tables[table].column as keyof Tables['acts'];
