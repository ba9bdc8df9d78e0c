// Opens a SQLite file: says plainly why it can't, sets it up, and copies it before a migration.

import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Engine, EngineOptions } from './engine.ts';
import { DatabaseProblem } from './problem.ts';
import { codeOf, patiently, type Patience } from './retry.ts';
import { sqliteDialect } from './sqlite-driver.ts';

const busyTimeoutMs = 100; // how long one attempt may block the event loop

/** Opens (or makes) the file at an absolute path. Throws DatabaseProblem. */
export async function openSqlite(
  path: string,
  { log, random, patienceMs, onConnection }: EngineOptions,
): Promise<Engine> {
  await assertUsable(path);
  const patience: Patience = { patienceMs, passes: isBusy, random };
  const { writer, reader } = await connect(path, patience).catch((error: unknown) => {
    throw explained(path, error);
  });
  return {
    kind: 'sqlite',
    db: new Kysely<unknown>({ dialect: sqliteDialect({ writer, reader, patience, onConnection }) }),
    missesTable: (error) => error instanceof Error && error.message.startsWith('no such table'),
    passes: isBusy,
    explained: (error) => explained(path, error),
    lockMigrations: async () => {}, // `begin immediate` has already locked every other writer out
    backUp: (migration) => backUp(reader, { path, target: `${path}.before-${migration}.backup`, log }),
    // Best effort: while somebody reads, the log is emptied at a later checkpoint instead.
    scrub: () => void writer.pragma('wal_checkpoint(truncate)'),
    dropBackups: (before) => dropBackups(path, before),
  };
}

async function connect(path: string, patience: Patience) {
  const writer = new Sqlite(path, { timeout: busyTimeoutMs });
  try {
    await patiently(patience, () => writer.pragma('journal_mode = wal'));
    writer.pragma('synchronous = normal');
    writer.pragma('foreign_keys = on');
    writer.pragma('secure_delete = on'); // what a member deletes is overwritten, not only unlinked
    return { writer, reader: new Sqlite(path, { timeout: busyTimeoutMs, readonly: true }) };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/**
 * Copies the file as last committed to `<file>.before-<migration>.backup`: nobody can write meanwhile, because the
 * migration's own transaction is open. To go back to it, stop the bot, delete `<file>-wal` and `<file>-shm`, and put
 * the copy in the place of the file.
 */
async function backUp(
  reader: Sqlite.Database,
  { path, target, log }: { path: string; target: string; log: EngineOptions['log'] },
): Promise<void> {
  const empty = reader.prepare('select 1 from sqlite_schema').get() === undefined;
  if (empty) return;
  const unfinished = `${target}.part`;
  try {
    await rm(unfinished, { force: true });
    reader.prepare('vacuum into ?').run(unfinished);
    const file = await open(unfinished, 'r+');
    await file.chmod((await stat(path)).mode); // as private as the original
    await file.sync();
    await file.close();
    await rename(unfinished, target);
  } catch (error) {
    const mend =
      'Nothing was changed. Make room on the disk or give the bot the right to write there, then start again.';
    throw new DatabaseProblem(`${path} could not be copied to ${target} before changing it. ${mend}`, { cause: error });
  }
  log.info({ backup: target }, 'copied the database before migrating it');
}

async function dropBackups(path: string, before: Temporal.Instant): Promise<void> {
  const folder = dirname(path);
  const copies = (await readdir(folder)).filter(
    (name) => name.startsWith(`${basename(path)}.before-`) && name.endsWith('.backup'),
  );
  for (const copy of copies.map((name) => join(folder, name))) {
    if ((await stat(copy)).mtimeMs < before.epochMilliseconds) await rm(copy, { force: true });
  }
}

async function assertUsable(path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new DatabaseProblem(`The folder ${folder} for the database can't be made. Name another in DATABASE_URL.`, {
      cause: error,
    });
  });
  if (!(await may(folder, constants.W_OK | constants.X_OK))) {
    throw new DatabaseProblem(
      `The folder ${folder} isn't writable for this user, and SQLite keeps files beside ${basename(path)}. ` +
        'Give the bot the right to write there, or name another place in DATABASE_URL.',
    );
  }
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isFile()) throw new DatabaseProblem(`${path} is not a file. Name a file in DATABASE_URL.`);
  if (!(await may(path, constants.R_OK | constants.W_OK))) {
    throw new DatabaseProblem(`${path} can't be read and written by this user. Change its owner or its permissions.`);
  }
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function explained(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') {
    return new DatabaseProblem(`${path} is not a SQLite file. Name another in DATABASE_URL, or move this one away.`, {
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new DatabaseProblem(`${path} is damaged. Put a backup in its place.`, { cause: error });
  }
  if (isBusy(error)) {
    return new DatabaseProblem(`${path} stays locked by another program. Close it and start again.`, { cause: error });
  }
  return code.startsWith('SQLITE_')
    ? new DatabaseProblem(`${path} can't be opened: ${code}.`, { cause: error })
    : error;
}

function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}
