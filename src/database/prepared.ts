// A statement that is built once and run many times with other values, for what people wait for: building one takes
// Kysely longer than running it takes SQLite.

import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from 'kysely';
import type { Tables } from './schema.ts';
import { shortWayOf } from './sqlite-driver.ts';

type Db = Kysely<Tables>;

/** Builds a statement. It puts each value where it belongs, without looking at it: there are only stand-ins yet. */
type Build<V, R> = (db: Db, values: V) => Compilable<R>;

/**
 * A statement whose values come later. It is built when it is first needed, once for SQLite and once for PostgreSQL.
 *
 * @returns runs the statement with its values, in a transaction too, and resolves with its rows
 */
export function prepared<V extends object, R>(build: Build<V, R>): (db: Db, values: V) => Promise<readonly R[]> {
  const run = running(build);
  return async (db, values) => (await run(db, values)).rows;
}

/** The same for a statement that changes rows: it resolves with whether there was any. */
export function preparedChange<V extends object>(build: Build<V, unknown>): (db: Db, values: V) => Promise<boolean> {
  const run = running(build);
  return async (db, values) => ((await run(db, values)).numAffectedRows ?? 0n) > 0n;
}

/** Some of a row's values under their own names, where a statement takes many: a row of stand-ins can't be spread. */
export const named = <V extends object, K extends keyof V>(row: V, ...names: readonly K[]): Pick<V, K> =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<V, K>;

function running<V extends object, R>(build: Build<V, R>): (db: Db, values: V) => Promise<QueryResult<R>> {
  const kept = new WeakMap<DialectAdapter, Built<R>>();
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    const built = kept.get(adapter) ?? buildOnce((standIns) => build(db, standIns as V));
    kept.set(adapter, built);
    const { query, places } = built;
    const parameters = places.map((name, index) =>
      name === undefined ? query.parameters[index] : values[name as keyof V],
    );
    const ready = { ...query, parameters };
    const shortWay = db.isTransaction ? undefined : shortWayOf(adapter);
    return shortWay ? shortWay<R>(ready) : db.executeQuery<R>(ready);
  };
}

/** A built statement, and which value each of its parameters is, if any. */
type Built<R> = { readonly query: CompiledQuery<R>; readonly places: readonly (PropertyKey | undefined)[] };

function looksAtIt(): never {
  throw new TypeError(
    'A statement is built from stand-ins: name each value (see `named`), and put it where it belongs as it is.',
  );
}

function buildOnce<R>(build: (standIns: object) => Compilable<R>): Built<R> {
  const names = new Map<unknown, PropertyKey>();
  const get = (_: object, name: PropertyKey): object => {
    const standIn = { [Symbol.toPrimitive]: looksAtIt };
    names.set(standIn, name);
    return standIn;
  };
  const query = build(new Proxy({}, { get, ownKeys: looksAtIt })).compile();
  return { query, places: query.parameters.map((parameter) => names.get(parameter)) };
}
