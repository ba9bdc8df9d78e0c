// Kysely's view of one SQLite file: a connection that writes, one statement or transaction at a time, and one that only
// reads, so that nobody who reads waits for a transaction. While there is none, the first reads too: it knows the pages
// that it wrote, and the other has to fetch all anew after each of them. SQLite is synchronous: waiting for another
// process's lock blocks the whole event loop, so the busy timeout is short and the longer waits are asynchronous.

import type { Database as Connection, Statement } from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Dialect, DialectAdapter, Driver, QueryResult } from 'kysely';
import { SelectQueryNode, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { patiently, type Patience } from './retry.ts';

export type SqliteDriverOptions = {
  readonly writer: Connection;
  readonly reader: Connection;
  readonly patience: Patience;
  readonly onConnection: () => void;
};

/** A Kysely dialect over two open connections to one file, which it closes in the end. */
export function sqliteDialect(options: SqliteDriverOptions): Dialect {
  const file = fileBehind(options);
  // Otherwise Kysely makes everybody wait for one connection; the driver knows better who has to wait.
  const adapter = Object.defineProperty(new SqliteAdapter(), 'supportsMultipleConnections', { value: true });
  shortWays.set(adapter, async (query) => {
    options.onConnection();
    return file.runOnce(query);
  });
  return {
    createDriver: () => sqliteDriver(options, file),
    createQueryCompiler: () => new PlansOnce(),
    createAdapter: () => adapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

type Run = <R>(query: CompiledQuery) => Promise<QueryResult<R>>;

const shortWays = new WeakMap<DialectAdapter, Run>();

/** A way to run one statement that belongs to no transaction: Kysely's own takes longer than most statements. */
export const shortWayOf = (adapter: DialectAdapter): Run | undefined => shortWays.get(adapter);

/**
 * SQLite as better-sqlite3 builds it (with STAT4) plans a statement anew for each value that is given to a bare `?`, if
 * it orders or groups: that takes longer than running it. `+?` is the same value, and nothing that a plan depends on.
 */
class PlansOnce extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?';
  }
}

/** Statements that a connection keeps prepared, and the longest it keeps: those about many rows at once are rare. */
const keptStatements = 200;
const longestKept = 2_000;

/** The ways to run a statement: in one's turn to write, or by itself when it can be. */
function fileBehind({ writer, reader, patience }: SqliteDriverOptions) {
  const write = runnerOn(writer);
  const read = runnerOn(reader);
  const takeTurn = queue();

  async function runOnce<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (SelectQueryNode.is(query.query))
      return patiently(patience, () => (writer.inTransaction ? read<R>(query) : write<R>(query)));
    const asked = performance.now();
    const endTurn = await takeTurn();
    return patiently(patience, () => write<R>(query), asked).finally(endTurn);
  }

  return { write, takeTurn, runOnce };
}

function sqliteDriver(
  { writer, reader, patience, onConnection }: SqliteDriverOptions,
  { write, takeTurn, runOnce }: ReturnType<typeof fileBehind>,
): Driver {
  const turns = new WeakMap<DatabaseConnection, () => void>(); // the connections in a transaction; each ends its turn

  function connection(): DatabaseConnection {
    const self: DatabaseConnection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        return turns.has(self) ? write<R>(query) : runOnce<R>(query);
      },
      streamQuery() {
        throw new Error('Rows are not streamed: an open SQLite cursor would block every writer. Read in pages.');
      },
    };
    return self;
  }

  return {
    init: async () => {},
    acquireConnection: async () => {
      onConnection();
      return connection();
    },
    async beginTransaction(of) {
      const asked = performance.now();
      turns.set(of, await takeTurn());
      await patiently(patience, () => writer.exec('begin immediate'), asked);
    },
    commitTransaction: async () => void writer.exec('commit'),
    rollbackTransaction: async () => {
      if (writer.inTransaction) writer.exec('rollback'); // after a full disk SQLite has already rolled back
    },
    releaseConnection: async (of) => {
      turns.get(of)?.();
      turns.delete(of);
    },
    async destroy() {
      const endTurn = await takeTurn();
      reader.close();
      writer.close(); // last, because only a writer folds the write-ahead log into the file
      endTurn(); // whoever comes too late hears that it is closed
    },
  };
}

/** Runs statements on a connection. It keeps them prepared, because to prepare one takes longer than to run it. */
function runnerOn(connection: Connection) {
  const prepared = new Map<string, Statement>();

  function statementOf(sql: string): Statement {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    if (sql.length > longestKept) return statement;
    prepared.delete(sql);
    prepared.set(sql, statement); // now the latest
    const [oldest] = prepared.keys();
    if (prepared.size > keptStatements && oldest !== undefined) prepared.delete(oldest);
    return statement;
  }

  return <R>({ sql, parameters }: CompiledQuery): QueryResult<R> => {
    const statement = statementOf(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
}

/** First come, first served: resolves with the function that ends the turn. */
function queue(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = last;
    last = promise;
    await before;
    return resolve;
  };
}
