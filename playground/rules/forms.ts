/** Modals (Receiving and Responding → Modal; Component Reference → Label and what may stand in one). */
import { everyComponent } from '#playground/messages/components.ts';
import type { Component } from '#playground/world/records.ts';
import { componentId, customId, differentValues, selects } from './buttons.ts';
import { textDisplay } from './components.ts';
import { repeated } from './messages.ts';
import type { Problem } from './problem.ts';
import { among, both, byKey, integer, isObject, list, object, rule, text, yesNo, type Shape } from './shape.ts';

const inputKeys = {
  id: componentId,
  min_length: integer(0, 4000),
  max_length: integer(1, 4000),
  required: yesNo,
  value: text(0, 4000),
  placeholder: text(0, 100),
};

const sensibleLengths = both(
  rule(
    (one) =>
      !(typeof one['min_length'] === 'number' && typeof one['max_length'] === 'number') ||
      one['min_length'] <= one['max_length'],
    {
      at: ['min_length'],
      code: 'NUMBER_TYPE_MAX',
      message: 'min_length should be less than or equal to max_length.',
    },
  ),
  rule(
    (one) =>
      !(typeof one['value'] === 'string' && typeof one['max_length'] === 'number') ||
      one['value'].length <= one['max_length'],
    {
      at: ['value'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: 'The pre-filled value is longer than max_length.',
    },
  ),
);

const textInput = both(object({ type: among(4), custom_id: customId, style: among(1, 2) }, inputKeys), sensibleLengths);
const oldTextInput = both(
  object({ type: among(4), custom_id: customId, style: among(1, 2), label: text(1, 45) }, inputKeys),
  sensibleLengths,
);

const groupOption = object({ label: text(1, 100), value: text(1, 100) }, { description: text(1, 100), default: yesNo });
const defaults = (one: Readonly<Record<string, unknown>>): number =>
  Array.isArray(one['options'])
    ? one['options'].filter((each: unknown) => isObject(each) && each['default'] === true).length
    : 0;

const radioGroup = both(
  object(
    { type: among(21), custom_id: customId, options: list(groupOption, 2, 10) },
    { id: componentId, required: yesNo },
  ),
  differentValues,
  rule((one) => defaults(one) <= 1, {
    at: ['options'],
    code: 'RADIO_GROUP_TOO_MANY_DEFAULTS',
    message: 'Only one option can be the default',
  }),
);

/** min_values 0 only where nothing need be chosen. */
const requiredMinimum = rule((one) => one['required'] === false || one['min_values'] !== 0, {
  at: ['min_values'],
  code: 'NUMBER_TYPE_MIN',
  message: 'min_values must be at least 1 when the component is required.',
});

const count = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Not more to choose at least than at most; by default as many as there are options. */
const possibleRange = rule(
  (one) =>
    count(one['min_values'], 1) <= count(one['max_values'], Array.isArray(one['options']) ? one['options'].length : 1),
  { at: ['min_values'], code: 'NUMBER_TYPE_MAX', message: 'min_values should be less than or equal to max_values.' },
);

const checkboxGroup = both(
  object(
    { type: among(22), custom_id: customId, options: list(groupOption, 1, 10) },
    { id: componentId, required: yesNo, min_values: integer(0, 10), max_values: integer(1, 10) },
  ),
  differentValues,
  requiredMinimum,
  possibleRange,
);

const checkbox = object({ type: among(23), custom_id: customId }, { id: componentId, default: yesNo });

const fileUpload = both(
  object(
    { type: among(19), custom_id: customId },
    { id: componentId, required: yesNo, min_values: integer(0, 10), max_values: integer(1, 10) },
  ),
  possibleRange,
  requiredMinimum,
);

const enabled = rule((one) => one['disabled'] !== true, {
  at: ['disabled'],
  code: 'COMPONENT_DISABLED_IN_MODAL',
  message: 'Modals cannot have disabled components',
});

const inLabel: readonly (readonly [number, Shape])[] = [
  ...selects.map(([type, shape]) => [type, both(shape, enabled, requiredMinimum)] as const),
  [4, textInput],
  [19, fileUpload],
  [21, radioGroup],
  [22, checkboxGroup],
  [23, checkbox],
];

const label = object(
  { type: among(18), label: text(1, 45), component: byKey('type', new Map(inLabel)) },
  { id: componentId, description: text(1, 100) },
);

const oldRow = object(
  { type: among(1), components: list(byKey('type', new Map([[4, oldTextInput]])), 1, 1) },
  { id: componentId },
);

const form = object({
  custom_id: customId,
  title: text(1, 45),
  components: list(
    byKey(
      'type',
      new Map<unknown, Shape>([
        [18, label],
        [10, textDisplay],
        [1, oldRow],
      ]),
    ),
    1,
    5,
  ),
});

/** Every problem of a modal. */
export function formProblems(body: unknown): readonly Problem[] {
  const problems = form(body, []);
  if (problems.length > 0 || !isObject(body)) return problems;
  const all = everyComponent(body['components'] as readonly Component[]);
  return [
    ...repeated(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'),
    ...repeated(all, 'id', 'COMPONENT_ID_DUPLICATED'),
  ];
}
