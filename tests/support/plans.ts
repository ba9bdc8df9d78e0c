// What a database is asked, and how it would find the rows.

import { CompiledQuery, createQueryId, type Kysely, type RootOperationNode, sql } from 'kysely';
import type { Database } from '#database/open.ts';
import type { Tables } from '#database/schema.ts';

/** Stands in for a value that is not known yet; it can be a text or a number. */
const somebody = '100000000000000001';

/** The same database, and all that is asked of it. */
export function overheard(database: Database) {
  const nodes: RootOperationNode[] = [];
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => {
      nodes.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const spied: Database = { ...database, db, transaction: (work) => db.transaction().execute(work) };
  return { spied, nodes };
}

/** How the database would find the rows: one line a step. */
export async function planOf(db: Kysely<Tables>, node: RootOperationNode, kind: Database['kind']): Promise<string> {
  const { sql: words, parameters } = db.getExecutor().compileQuery(node, createQueryId());
  // Where a statement is built before its values are known, somebody stands in for them.
  const values = parameters.map((value) => (typeof value === 'object' && value !== null ? somebody : value));
  const explain = CompiledQuery.raw(`explain ${kind === 'sqlite' ? 'query plan ' : ''}${words}`, values);
  return db.transaction().execute(async (tx) => {
    // A small table is read whole even where an index would do: this asks whether there is one that would.
    if (kind === 'postgres') await sql`set local enable_seqscan = off`.execute(tx);
    const { rows } = await tx.executeQuery<Readonly<Record<string, unknown>>>(explain);
    return [words, ...rows.map((row) => String(row['detail'] ?? row['QUERY PLAN']))].join('\n');
  });
}

/** SQLite says SCAN. PostgreSQL may walk through a whole index instead: then the first column is not in its condition. */
export const readsAll = (plan: string): boolean => {
  const steps = plan.split('\n');
  const wholeIndex = steps.some(
    (step, index) => /Index (Only )?Scan/.test(step) && !firstColumns.test(steps[index + 1] ?? ''),
  );
  return /\bSCAN (?!CONSTANT|counted\b)\w|Seq Scan/.test(plan) || wholeIndex;
};

const firstColumns = /Index Cond: .*\b(member_id|server_id|mock_id|id|ends_at|look_at|from_at|until_at|name)\b/;
