/** First answers to interactions (Receiving and Responding → Interaction Response Object). */
import { flag } from '#playground/wire/message.ts';
import { formProblems } from './forms.ts';
import { answerFlags, editFlags, messageProblems, type Around } from './messages.ts';
import type { Problem } from './problem.ts';
import { among, anything, integer, isObject, list, number, object, text, type Shape } from './shape.ts';

export type Expected = {
  /** Callback types this interaction may get. */
  readonly allowed: readonly number[];
  readonly message: (settableFlags: number) => Around;
  /** The type of the option that is being typed, for suggestions. */
  readonly focusedType: number;
};

/** Suggestions must be of the kind of the option they are for. */
const valueOf: ReadonlyMap<number, Shape> = new Map([
  [3, text(1, 100)],
  [4, integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)],
  [10, number],
]);

function choices(optionType: number): Shape {
  const value = valueOf.get(optionType) ?? text(1, 100);
  return object({ choices: list(object({ name: text(1, 100), value }, { name_localizations: anything }), 0, 25) });
}

/** A deferral says only whether the answer will be private; everything else comes with the answer. */
const deferral = object({}, { flags: among(0, flag.ephemeral) });

/** Every problem of an answer. */
export function answerProblems(body: unknown, expected: Expected): readonly Problem[] {
  const outer = object({ type: among(...expected.allowed) }, { data: anything })(body, []);
  if (outer.length > 0 || !isObject(body)) return outer;
  const inner = dataProblems(body['type'], body['data'], expected);
  return inner.map((one) => ({ ...one, path: ['data', ...one.path] }));
}

function dataProblems(type: unknown, data: unknown, expected: Expected): readonly Problem[] {
  if (type === 4) return messageProblems(data, expected.message(answerFlags));
  if (type === 7) return messageProblems(data ?? {}, expected.message(editFlags));
  if (type === 8) return choices(expected.focusedType)(data, []);
  if (type === 9) return formProblems(data);
  return data === undefined || data === null
    ? []
    : (type === 5 ? deferral : object({}, { flags: integer(0, 0) }))(data, []);
}
