// The door of this room: a database by its URL, ready to use.

import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kysely, Transaction } from 'kysely';
import type { Engine, EngineOptions, Log } from './engine.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations as released } from './migrations.ts';
import { DatabaseProblem } from './problem.ts';
import { patiently } from './retry.ts';
import type { Tables } from './schema.ts';
import { transactionScope } from './scope.ts';

/** An open database whose schema is up to date. */
export type Database = {
  readonly kind: 'sqlite' | 'postgres';
  /** For single statements. Where SQLite is locked by another process they wait (about 10 s) without blocking. */
  readonly db: Kysely<Tables>;
  /**
   * All of `work` or nothing, as if nobody else used the database meanwhile (SQLite: begin immediate; PostgreSQL:
   * serializable). `work` may be run again from the start when others got in the way, so it does nothing but use `tx`;
   * using `db` there throws.
   */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * Takes what was deleted off the disk, after somebody asked to be forgotten. SQLite overwrites it in the file at once
   * and in its log with this; PostgreSQL does so by itself when it vacuums.
   */
  scrub(): void;
  /** Deletes the copies made before migrations that are older than this instant. */
  dropBackups(before: Temporal.Instant): Promise<void>;
  /** Waits for what is running, then lets go of the file or the connections. */
  close(): Promise<void>;
};

/** Changes in several stores, all of them or none; see `transaction`. */
export type Together<Stores> = <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;

export type OpenOptions = {
  readonly log: Log;
  readonly random?: () => number;
  readonly now?: () => Temporal.Instant;
  /** How long statements and transactions wait for others before they fail; about 10 s unless a test is in a hurry. */
  readonly patienceMs?: number;
  /** The released list, unless a test brings its own. */
  readonly migrations?: readonly Migration[];
};

const usualPatienceMs = 10_000;
const forms =
  'must look like file:var/rebound.sqlite (a file, relative to where the bot starts, or absolute) ' +
  'or postgres://user:password@host:5432/database.';

/**
 * Opens `file:relative/or/absolute.sqlite`, `postgres://…` or `postgresql://…`, backs a SQLite file up if it needs
 * migrating, and migrates. Throws DatabaseProblem, whose message says what is wrong and what mends it.
 */
export async function openDatabase(url: string, options: OpenOptions): Promise<Database> {
  const { log, random = Math.random, now = Temporal.Now.instant, migrations = released } = options;
  const { patienceMs = usualPatienceMs } = options;
  const scope = transactionScope();
  const engine = await openEngine(url, { log, random, patienceMs, onConnection: scope.assertOutside });
  const { kind, passes } = engine;
  const db = engine.db.withTables<Tables>();
  try {
    await migrate(engine, { migrations, now, log, random });
  } catch (error) {
    await db.destroy();
    throw engine.explained(error);
  }
  return {
    db,
    kind,
    transaction: (work) =>
      patiently({ patienceMs, passes, random }, () =>
        db
          .transaction()
          .setIsolationLevel('serializable')
          .execute((tx) => scope.run(() => work(tx))),
      ),
    scrub: engine.scrub,
    dropBackups: engine.dropBackups,
    close: () => db.destroy(),
  };
}

async function openEngine(url: string, options: EngineOptions): Promise<Engine> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import('./postgres.ts'); // only the driver in use is loaded
    return openPostgres(url, options);
  }
  if (url.startsWith('file:')) {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(pathIn(url), options);
  }
  throw new DatabaseProblem(`DATABASE_URL ${forms}`);
}

function pathIn(url: string): string {
  try {
    const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length).trim();
    if (path !== '' && path !== ':memory:') return isAbsolute(path) ? path : resolve(path);
  } catch (error) {
    throw new DatabaseProblem(`DATABASE_URL ${forms}`, { cause: error });
  }
  throw new DatabaseProblem(`DATABASE_URL names no file; it ${forms}`);
}
