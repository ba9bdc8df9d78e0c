// A statement that is built once and run many times with other values, for what every interaction does: building one
// takes Kysely longer than running it takes SQLite.

import type { Compilable, CompiledQuery } from 'kysely';

/**
 * Builds a statement whose values come later. `build` puts each of them where it belongs, without looking at it: there
 * are only stand-ins yet.
 *
 * @returns the statement with its values, for `db.executeQuery`
 */
export function prepared<V extends object, R>(build: (values: V) => Compilable<R>): (values: V) => CompiledQuery<R> {
  const names = new Map<unknown, PropertyKey>();
  const standIns = new Proxy({} as V, {
    get: (_, name) => {
      const standIn = {};
      names.set(standIn, name);
      return standIn;
    },
  });
  const query = build(standIns).compile();
  const places = query.parameters.map((parameter) => names.get(parameter));
  return (values) => ({
    ...query,
    parameters: places.map((name, index) => (name === undefined ? query.parameters[index] : values[name as keyof V])),
  });
}
