// Looks into the bot's database from outside, without the bot's own code, as it stands at this moment.

import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { migrations } from '#database/migrations.ts';
import { tables } from '#database/schema.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** What was kept, and whether the database itself is sound. */
export type Look = {
  readonly acts: readonly Row[];
  readonly answers: readonly Row[];
  readonly recalls: readonly Row[];
  /** What is wrong with the database itself, each a sentence. */
  readonly damage: readonly string[];
};

type Query = (sql: string) => Promise<readonly Row[]>;

const none = { acts: [], answers: [], recalls: [] };

/** Reads everything that the checks need. A database that was not made yet is empty, not damaged. */
export async function lookInto(url: string): Promise<Look> {
  return url.startsWith('file:') ? lookIntoFile(url.slice('file:'.length)) : lookIntoServer(url);
}

async function lookIntoFile(path: string): Promise<Look> {
  if (!existsSync(path)) return { ...none, damage: [] };
  const database = new Sqlite(path, { readonly: true, timeout: 2_000 });
  try {
    const query: Query = async (sql) => database.prepare(sql).all() as readonly Row[];
    const [said] = database.pragma('integrity_check', { simple: false }) as readonly { integrity_check: string }[];
    const damage = said?.integrity_check === 'ok' ? [] : [`integrity_check says: ${said?.integrity_check}`];
    const there = await query("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'");
    return await lookAt(query, { there, damage });
  } finally {
    database.close();
  }
}

async function lookIntoServer(url: string): Promise<Look> {
  const client = new Client(url);
  await client.connect();
  try {
    const query: Query = async (sql) => (await client.query<Row>(sql)).rows;
    const there = await query("select table_name as name from information_schema.tables where table_schema = 'public'");
    return await lookAt(query, { there, damage: [] });
  } finally {
    await client.end();
  }
}

async function lookAt(
  query: Query,
  { there, damage }: { readonly there: readonly Row[]; readonly damage: readonly string[] },
): Promise<Look> {
  if (there.length === 0) return { ...none, damage };
  const names = new Set(there.map(({ name }) => name));
  const missing = ['migrations', ...Object.keys(tables)].filter((name) => !names.has(name));
  if (missing.length > 0) return { ...none, damage: [...damage, `half migrated: without ${missing.join(', ')}`] };
  const ran = (await query('select name from migrations')).length;
  return {
    acts: await query('select member_id, kind, item, day from acts'),
    answers: await query('select id, member_id, item, body, ticks from answers'),
    recalls: await query("select member_id, item, step from recalls where kind = 'lesson'"),
    damage: ran === migrations.length ? damage : [...damage, `${ran} of ${migrations.length} migrations ran`],
  };
}
