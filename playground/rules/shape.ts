/** A small language for the forms that Discord's bodies must have. A shape reports every problem it finds, each with its path. */
import { isSnowflake } from '#playground/snowflake.ts';
import type { Path, Problem } from './problem.ts';

export type Shape = (value: unknown, path: Path) => readonly Problem[];

export type Keys = { readonly [key: string]: Shape };

const one = (path: Path, code: string, message: string): readonly Problem[] => [{ path, code, message }];

export const anything: Shape = () => [];

/** Text of `min` to `max` UTF-16 units, optionally of a pattern. */
export function text(min: number, max: number, pattern?: RegExp): Shape {
  return (value, path) => {
    if (typeof value !== 'string') return one(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
    if (value.length < min && min === 1) return one(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    if (value.length < min || value.length > max) {
      const message = min === 0 ? `Must be ${max} or fewer in length.` : `Must be between ${min} and ${max} in length.`;
      return one(path, min === 0 ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH', message);
    }
    if (pattern !== undefined && !pattern.test(value)) {
      return one(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
    }
    return [];
  };
}

/** A whole number within bounds. */
export function integer(min: number, max: number): Shape {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return one(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    }
    if (value < min) return one(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max) return one(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return [];
  };
}

export const number: Shape = (value, path) =>
  typeof value === 'number' && Number.isFinite(value)
    ? []
    : one(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not float.`);

export const yesNo: Shape = (value, path) =>
  typeof value === 'boolean' ? [] : one(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');

export const snowflake: Shape = (value, path) =>
  isSnowflake(value) ? [] : one(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);

/** One of some plain values. */
export function among(...values: readonly (string | number | null)[]): Shape {
  return (value, path) =>
    values.some((known) => known === value)
      ? []
      : one(
          path,
          'BASE_TYPE_CHOICES',
          `Value must be one of {${values.map((known) => JSON.stringify(known)).join(', ')}}.`,
        );
}

/** A list of `min` to `max` of one shape. */
export function list(item: Shape, min: number, max: number): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return one(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    if (value.length < min || value.length > max) {
      return one(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
    return value.flatMap((inner: unknown, index) => item(inner, [...path, index]));
  };
}

/** An object with these keys and no others. Optional ones may be null, as nearly everywhere in Discord's description of its API. */
export function object(required: Keys, optional: Keys = {}): Shape {
  return (value, path) => {
    if (!isObject(value)) return one(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const missing = Object.keys(required)
      .filter((key) => value[key] === undefined || value[key] === null)
      .map((key) => ({ path: [...path, key], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }));
    const unknown = Object.keys(value)
      .filter((key) => value[key] !== undefined && !(key in required) && !(key in optional))
      .map((key) => ({
        path: [...path, key],
        code: 'UNKNOWN_KEY',
        message: `Discord's documents know no field "${key}" here`,
      }));
    const inner = Object.entries({ ...optional, ...required }).flatMap(([key, shape]) =>
      value[key] === undefined || value[key] === null ? [] : shape(value[key], [...path, key]),
    );
    return [...missing, ...unknown, ...inner];
  };
}

/** Several shapes at once, for rules that look at more than one field. */
export function both(...shapes: readonly Shape[]): Shape {
  return (value, path) => shapes.flatMap((shape) => shape(value, path));
}

/** Chooses the shape by the value of one key. */
export function byKey(key: string, shapes: ReadonlyMap<unknown, Shape>): Shape {
  return (value, path) => {
    if (!isObject(value)) return one(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const shape = shapes.get(value[key]);
    if (shape !== undefined) return shape(value, path);
    const known = [...shapes.keys()].map(String).join(', ');
    return one([...path, key], 'UNION_TYPE_CHOICES', `Value of field "${key}" must be one of (${known}).`);
  };
}

/** Reports a problem when `fine` says no; `fine` sees only objects. */
export function rule(
  fine: (value: Readonly<Record<string, unknown>>) => boolean,
  problem: { readonly at?: Path; readonly code: string; readonly message: string },
): Shape {
  return (value, path) =>
    !isObject(value) || fine(value) ? [] : one([...path, ...(problem.at ?? [])], problem.code, problem.message);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
