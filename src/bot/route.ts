import type { Snowflake } from './incoming.ts';

/** Discord's limit for a custom id, in characters. */
const longestCustomId = 100;

/** One value inside a custom id: how it is written, read back (undefined when damaged), and how long it can get. */
export type Field<T> = {
  readonly max: number;
  write(value: T): string | undefined;
  read(written: string): T | undefined;
};

const pattern = (max: number, shape: RegExp): Field<string> => ({
  max,
  write: (value) => (value.length <= max && shape.test(value) ? value : undefined),
  read: (written) => (written.length <= max && shape.test(written) ? written : undefined),
});

/** The kinds of value a custom id can hold. */
export const field = {
  /** A content id: lower-case words joined by hyphens. */
  slug: (max = 32) => pattern(max, /^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** A Discord id. */
  snowflake: (): Field<Snowflake> => pattern(20, /^\d{17,20}$/),
  /** A whole number from 0 to `max`. */
  int: (max: number): Field<number> => {
    const inRange = (value: number) => Number.isInteger(value) && value >= 0 && value <= max;
    return {
      max: String(max).length,
      write: (value) => (inRange(value) ? String(value) : undefined),
      read: (written) => (/^\d+$/.test(written) && inRange(Number(written)) ? Number(written) : undefined),
    };
  },
  /** One of a few fixed words. */
  word: <const W extends string>(...words: readonly W[]): Field<W> => ({
    max: Math.max(...words.map((word) => word.length)),
    write: (value) => words.find((word) => word === value),
    read: (written) => words.find((word) => word === written),
  }),
};

type FieldsOf<S> = { readonly [K in keyof S]: Field<S[K]> };

/** A kind of button, select or form: its name and the state that travels in its custom id. */
export type Route<State> = {
  readonly name: string;
  /** The custom id that holds `state`. Throws when a value does not fit its field: that is a bug of the caller. */
  id(state: State): string;
  /** The state in a custom id of this route, or undefined when it is damaged or of another route. Never throws. */
  read(customId: string): State | undefined;
};

/** The name of the route that a custom id belongs to. */
export const routeNameIn = (customId: string): string => customId.split(':', 1)[0] ?? '';

/**
 * Declares a route. A field called `owner` makes the control that person's own: the dispatcher refuses others kindly.
 * A field called `once` makes it work a single time, however often and on however many processes it is pressed.
 * Throws when the longest id could pass Discord's 100 characters.
 */
export function route<S extends Readonly<Record<string, unknown>>>(name: string, fields: FieldsOf<S>): Route<S> {
  const entries: readonly (readonly [string, Field<unknown>])[] = Object.entries(fields);
  const longest = entries.reduce((sum, [, { max }]) => sum + 1 + max, name.length);
  if (longest > longestCustomId) throw new Error(`ids of the route ${name} can get ${longest} characters long`);
  return {
    name,
    id: (state) => [name, ...entries.map((entry) => writtenBy(name, entry, state))].join(':'),
    read: (customId) => stateIn(customId, name, entries) as S | undefined,
  };
}

function writtenBy(name: string, [key, { write }]: readonly [string, Field<unknown>], state: object): string {
  const text = write((state as Record<string, unknown>)[key]);
  if (text === undefined) throw new Error(`the route ${name} can't hold this ${key}`);
  return text;
}

function stateIn(customId: string, name: string, entries: readonly (readonly [string, Field<unknown>])[]) {
  const [found, ...parts] = customId.split(':');
  if (found !== name || parts.length !== entries.length) return undefined;
  const state: Record<string, unknown> = {};
  for (const [index, [key, { read }]] of entries.entries()) {
    const value = read(parts[index] ?? '');
    if (value === undefined) return undefined;
    state[key] = value;
  }
  return state;
}
