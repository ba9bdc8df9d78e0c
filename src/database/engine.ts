// What SQLite and PostgreSQL each bring along; everything else in this room is written once, against this.

import type { Kysely } from 'kysely';

/** An opened connection to one kind of database, before migrating. */
export type Engine = {
  readonly kind: 'sqlite' | 'postgres';
  /** Knows no tables: those depend on how far the migrations have come. */
  readonly db: Kysely<unknown>;
  /** The error says that a table doesn't exist. */
  readonly missesTable: (error: unknown) => boolean;
  /** The error passes when the same work is tried again later: a lock, a serialization failure, a deadlock. */
  readonly passes: (error: unknown) => boolean;
  /** The problem behind an error met while opening or migrating, in plain words; other errors as they are. */
  readonly explained: (error: unknown) => unknown;
  /** Called first in the migration's transaction: returns when no other process is or can be migrating. */
  readonly lockMigrations: (tx: Kysely<unknown>) => Promise<void>;
  /** Saves what was committed before, if there is any; called while the migration lock is held. */
  readonly backUp: (migration: string) => Promise<void>;
  /** Overwrites what was deleted, as far as this kind of database lets us. */
  readonly scrub: () => void;
  /** Deletes the copies that `backUp` made before an instant. */
  readonly dropBackups: (before: Temporal.Instant) => Promise<void>;
};

/** What an engine is given. `onConnection` is called before each use of a connection and may throw. */
export type EngineOptions = {
  readonly log: Log;
  readonly random: () => number;
  /** How long to wait for a locked file, or for a connection to a server. */
  readonly patienceMs: number;
  readonly onConnection: () => void;
};

/** The part of the log that this room uses (pino's order of arguments). */
export type Log = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
};
