// A statement that is built once and run many times with other values, for what every interaction does: building one
// takes Kysely longer than running it takes SQLite.

import type { Compilable, CompiledQuery } from 'kysely';

/**
 * A statement whose values come later; it is built when it is first needed. `build` puts each value where it belongs,
 * without looking at it: there are only stand-ins yet.
 *
 * @returns the statement with its values, for `db.executeQuery`
 */
export function prepared<V extends object, R>(build: (values: V) => Compilable<R>): (values: V) => CompiledQuery<R> {
  let built: Built<R> | undefined;
  return (values) => {
    built ??= buildOnce((standIns) => build(standIns as V));
    const { query, places } = built;
    const parameters = places.map((name, index) =>
      name === undefined ? query.parameters[index] : values[name as keyof V],
    );
    return { ...query, parameters };
  };
}

/** A built statement, and which value each of its parameters is, if any. */
type Built<R> = { readonly query: CompiledQuery<R>; readonly places: readonly (PropertyKey | undefined)[] };

function buildOnce<R>(build: (standIns: object) => Compilable<R>): Built<R> {
  const names = new Map<unknown, PropertyKey>();
  const get = (_: object, name: PropertyKey): object => {
    const standIn = {};
    names.set(standIn, name);
    return standIn;
  };
  const query = build(new Proxy({}, { get })).compile();
  return { query, places: query.parameters.map((parameter) => names.get(parameter)) };
}
