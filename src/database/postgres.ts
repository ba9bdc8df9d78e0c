// Connects to a PostgreSQL database.

import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool, types } from 'pg';
import type { Engine, EngineOptions } from './engine.ts';
import { explainPostgres } from './postgres-problem.ts';
import { codeOf } from './retry.ts';

const migrationLock = 7_326_825; // an advisory lock's number; any will do that nobody else uses on the same database
const int8 = 20; // what PostgreSQL calls bigint, which is also the type of count(*)
const numbers = {
  // pg's types say that a parser gives any; ours for int8 give numbers, exact up to 2^53, because we store nothing larger.
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === int8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** Connects to `postgres://user:password@host:port/database`. Throws DatabaseProblem. */
export async function openPostgres(url: string, { log, patienceMs, onConnection }: EngineOptions): Promise<Engine> {
  const explained = explainPostgres(url);
  const pool = await connected(url, { log, patienceMs }).catch((error: unknown) => {
    throw explained(error, 'for certain');
  });
  const watched = {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      onConnection();
      return pool.connect();
    },
  };
  return {
    kind: 'postgres',
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: watched, controlClient: Client }) }),
    missesTable: (error) => codeOf(error) === '42P01',
    passes: (error) => ['40001', '40P01'].includes(codeOf(error)), // serialization failure, deadlock
    explained,
    lockMigrations: async (tx) => void (await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)),
    backUp: async () => {}, // a server is backed up by whoever runs it
    scrub: () => {}, // vacuuming overwrites what was deleted
    dropBackups: async () => {},
  };
}

type PoolOptions = Pick<EngineOptions, 'log' | 'patienceMs'>;

async function connected(url: string, options: PoolOptions): Promise<Pool> {
  const pool = poolOf(url, options);
  try {
    await pool.query('select 1');
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function poolOf(connectionString: string, { log, patienceMs }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString,
    application_name: 'rebound',
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
    types: numbers,
  });
  // Without listeners a lost connection would end the process, whether it was in use or idle. The pool opens another.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ error }, 'lost a connection to PostgreSQL'));
  });
  pool.on('error', () => {});
  return pool;
}
