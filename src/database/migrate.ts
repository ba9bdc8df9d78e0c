// Brings the schema up to date: one transaction, in which one process migrates while all others wait.

import type { Kysely } from 'kysely';
import type { Engine, Log } from './engine.ts';
import type { Migration } from './migrations.ts';
import { DatabaseProblem } from './problem.ts';
import { patiently } from './retry.ts';

/** Where the names of the migrations that ran are kept; bookkeeping, not one of the bot's tables. */
export const migrationTable = 'migrations';

type Bookkeeping = { readonly migrations: { readonly name: string; readonly ran_at: number } };

export type MigrateOptions = {
  readonly migrations: readonly Migration[];
  readonly now: () => Temporal.Instant;
  readonly log: Log;
  readonly random: () => number;
};

const patienceMs = 300_000; // another process may be migrating a large database

/**
 * Runs the migrations that haven't run on this database: all or none, so whoever dies in the middle leaves it as it
 * was. Throws DatabaseProblem when newer code has migrated it.
 */
export async function migrate(engine: Engine, options: MigrateOptions): Promise<void> {
  const passes = (error: unknown) => {
    if (!engine.passes(error)) return false;
    options.log.warn({}, 'waiting for another process that holds the database');
    return true;
  };
  await patiently({ patienceMs, passes, random: options.random }, () => migrateOnce(engine, options));
}

async function migrateOnce(engine: Engine, { migrations, now, log }: MigrateOptions): Promise<void> {
  if (pending(migrations, await namesSeen(engine)).length === 0) return; // the usual start takes no lock
  // Read committed, so that after waiting for the lock one sees what the process that held it has done.
  await engine.db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await engine.lockMigrations(tx);
      await makeBookkeeping(tx);
      const todo = pending(migrations, await namesIn(tx)); // again: another process may have been faster
      const [first] = todo;
      if (first === undefined) return;
      await engine.backUp(first.name);
      for (const { name, up } of todo) {
        await up(tx);
        const row = { name, ran_at: now().epochMilliseconds };
        await tx.withTables<Bookkeeping>().insertInto(migrationTable).values(row).execute();
      }
      log.info({ migrations: todo.map(({ name }) => name) }, 'migrated the database');
    });
}

function pending(migrations: readonly Migration[], ran: readonly string[]): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = ran.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseProblem(
      `The database was made by a newer version of the bot (it has ${unknown.join(', ')}). ` +
        'Start that version, or put the backup that it made before this step in place of the database.',
    );
  }
  return migrations.filter(({ name }) => !ran.includes(name));
}

async function namesSeen(engine: Engine): Promise<readonly string[]> {
  try {
    return await namesIn(engine.db);
  } catch (error) {
    if (engine.missesTable(error)) return [];
    throw error;
  }
}

async function namesIn(db: Kysely<unknown>): Promise<readonly string[]> {
  const rows = await db.withTables<Bookkeeping>().selectFrom(migrationTable).select('name').execute();
  return rows.map(({ name }) => name);
}

async function makeBookkeeping({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable(migrationTable)
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('ran_at', 'bigint', (column) => column.notNull())
    .execute();
}
