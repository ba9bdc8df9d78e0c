// Databases for tests: each asked for is empty, on a real SQLite file or a real PostgreSQL server.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import { type Database, openDatabase, type OpenOptions } from '#database/open.ts';

/** One kind of database, for one suite. */
export type Place = {
  readonly kind: Database['kind'];
  /** The URL of an empty database that nobody else uses until the test ends. */
  readonly fresh: () => Promise<string>;
};

/** Opens a database (a fresh one unless its URL is given) and closes it after the test. */
export type OpenForTest = (url?: string, options?: Partial<OpenOptions>) => Promise<Database>;

/** Runs one suite on both kinds of database. */
export function describeEachDatabase(name: string, suite: (open: OpenForTest, place: Place) => void): void {
  for (const place of [sqlite, postgres]) {
    const open: OpenForTest = async (url, options) => openForTest(url ?? (await place.fresh()), options);
    describe(`${name} (${place.kind})`, () => {
      suite(open, place);
    });
  }
}

/** Opens the database at a URL, with a silent log, and closes it after the test. */
export async function openForTest(url: string, options: Partial<OpenOptions> = {}): Promise<Database> {
  const database = await openDatabase(url, { log: silent, ...options });
  onTestFinished(() => database.close());
  return database;
}

/** A log that keeps nothing. */
export const silent = { info: () => {}, warn: () => {} };

/** Fresh SQLite files. */
export const sqlite: Place = {
  kind: 'sqlite',
  fresh: async () => `file:${join(await freshFolder(), 'rebound.sqlite')}`,
};

const emptied: string[] = []; // making a database takes a third of a second, emptying one nearly nothing

/** Empty databases on the PostgreSQL server that the tests share. */
export const postgres: Place = {
  kind: 'postgres',
  async fresh() {
    const url = emptied.pop() ?? (await makeDatabase());
    onTestFinished(async () => {
      await execute(url, cutOthers);
      await execute(url, 'drop schema public cascade; create schema public');
      emptied.push(url);
    });
    return url;
  },
};

/** Ends every connection to a PostgreSQL database but the one that says so. */
export const cutOthers = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

/** An empty folder, deleted after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The URL of the shared PostgreSQL server, to be followed by a database's name. */
export async function postgresServer(): Promise<string> {
  const response = await fetch(inject('postgres'));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function makeDatabase(): Promise<string> {
  const server = await postgresServer();
  const name = `t${randomUUID().replaceAll('-', '')}`;
  await execute(`${server}postgres`, `create database ${name} strategy file_copy`);
  return server + name;
}

/** Runs SQL on a PostgreSQL database as if from another program. */
export async function execute(url: string, statements: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
