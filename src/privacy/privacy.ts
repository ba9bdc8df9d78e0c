import { allowanceOf } from '#bot/allowance.ts';
import { refuse } from '#bot/refusal.ts';
import type { Database } from '#database/open.ts';
import { tables, type Tables } from '#database/schema.ts';
import { kindOf } from './kinds.ts';
import type { Kind } from './rules.ts';
import { privateRowsIn, type WrittenAnswer } from './store.ts';
import { texts } from './texts.ts';

type TableName = keyof typeof tables;
type OwnedBy<Owner> = { readonly [N in TableName]: (typeof tables)[N]['owner'] extends Owner ? N : never }[TableName];

/** A table that holds something of members. */
export type MemberTable = OwnedBy<'member'>;

/** Every table that holds something of members, as the schema declares them. */
export const memberTables = (Object.keys(tables) as TableName[]).filter(
  (name): name is MemberTable => tables[name].owner === 'member',
);

/** Every table that holds something of servers. */
const serverTables = (Object.keys(tables) as TableName[]).filter(
  (name): name is OwnedBy<'server'> => tables[name].owner === 'server',
);

/** How many rows of a member a table holds. */
export type Kept = { readonly table: MemberTable; readonly count: number };

export type Privacy = {
  /** What is kept of a member; only the tables that hold something. */
  see(member: string): Promise<readonly Kept[]>;
  /** Everything that is kept of a member, each table's rows as they are. Refuses when they had some copies just now. */
  export(member: string, now: Temporal.Instant): Promise<Readonly<Record<MemberTable, readonly unknown[]>>>;
  /** A member's newest answers, for choosing one. */
  answers(member: string): Promise<readonly WrittenAnswer[]>;
  /** Deletes what is kept of a member, all at once or not at all. */
  delete(member: string, what: What): Promise<void>;
  /** Deletes what belongs to servers that the bot left before an instant; says how many servers. */
  forgetServers(leftBefore: Temporal.Instant): Promise<number>;
};

/** What shall be deleted: everything, one kind, what is tied to one server, or one answer. */
export type What =
  | { readonly what: 'everything' }
  | { readonly what: 'kind'; readonly kind: Kind }
  | { readonly what: 'server'; readonly server: string }
  | { readonly what: 'answer'; readonly answer: string };

/** Copies of everything that a member gets in a minute. */
const copiesPerMinute = 5;

/** What members may know and do about what is kept of them. It follows the declared tables, so none can be forgotten. */
export function privacyIn({ db, transaction, scrub }: Database): Privacy {
  const mayExport = allowanceOf(copiesPerMinute);
  return {
    see: async (member) => {
      const counts = await Promise.all(
        memberTables.map(async (table) => {
          const seal = sealOf(table);
          const { count } = await db
            .selectFrom(table as 'acts')
            .select((eb) => eb.fn.countAll<number>().as('count'))
            .where(ownerColumn(table), '=', member)
            .$if(seal !== undefined, (open) => open.where(seal ?? 'at', 'is not', null))
            .executeTakeFirstOrThrow();
          return { table, count };
        }),
      );
      return counts.filter(({ count }) => count > 0);
    },
    export: async (member, now) => {
      if (!mayExport(member, now)) throw refuse(texts.exportedOften);
      const all = await Promise.all(
        memberTables.map(async (table) => {
          const seal = sealOf(table);
          const rows = await db
            .selectFrom(table as 'acts')
            .selectAll()
            .where(ownerColumn(table), '=', member)
            .$if(seal !== undefined, (open) => open.where(seal ?? 'at', 'is not', null))
            .execute();
          return [table, rows] as const;
        }),
      );
      return Object.fromEntries<readonly unknown[]>(all) as Record<MemberTable, readonly unknown[]>;
    },
    answers: (member) => privateRowsIn({ db }).answers(member),
    delete: async (member, asked) => {
      await transaction(async (tx) => {
        const rows = privateRowsIn({ db: tx });
        if (asked.what === 'server') return rows.deleteFromBoard(member, asked.server);
        if (asked.what === 'answer') return rows.deleteAnswer(member, asked.answer);
        for (const table of memberTables) {
          if (asked.what === 'kind' && kindOf[table] !== asked.kind) continue;
          await tx
            .deleteFrom(table as 'acts')
            .where(ownerColumn(table), '=', member)
            .execute();
        }
        return undefined;
      });
      scrub();
    },
    forgetServers: async (leftBefore) => {
      const left = await privateRowsIn({ db }).serversLeft(leftBefore);
      for (const server of left) {
        await transaction(async (tx) => {
          const rows = privateRowsIn({ db: tx });
          // It may have come back since.
          if (!(await rows.isLeft(server, leftBefore))) return;
          await rows.deleteTies(server);
          for (const table of serverTables) {
            await tx
              .deleteFrom(table as 'servers')
              .where(tables[table].column as 'id', '=', server)
              .execute();
          }
        });
      }
      if (left.length > 0) scrub();
      return left.length;
    },
  };
}

/** The column without which a row is not shown to its owner yet, such as feedback while the other one still writes theirs. */
const sealOf = (table: MemberTable): keyof Tables['acts'] | undefined => {
  const declared = tables[table];
  return 'sealed' in declared ? (declared.sealed as keyof Tables['acts']) : undefined;
};

/** The schema says in which column a member's id stands; Kysely's types follow one table's, `acts`. */
const ownerColumn = (table: MemberTable): keyof Tables['acts'] => tables[table].column as keyof Tables['acts'];
