/** Buttons and selects (Component Reference → Button, String Select and the four other selects). */
import {
  among,
  both,
  byKey,
  integer,
  isObject,
  list,
  object,
  rule,
  snowflake,
  text,
  yesNo,
  type Keys,
  type Shape,
} from './shape.ts';

export const componentId = integer(0, 2_147_483_647);
export const customId = text(1, 100);
/** One of Unicode's emoji, with or without the selector that makes it colourful. */
const isEmoji = (name: string): boolean => /^\p{RGI_Emoji}$/v.test(name) || /^\p{RGI_Emoji}$/v.test(`${name}\uFE0F`);

/** A partial emoji: one of a server by its id, or one of Unicode's by itself. */
const emoji = both(
  object({}, { id: snowflake, name: text(1, 64), animated: yesNo }),
  rule((one) => typeof one['id'] === 'string' || (typeof one['name'] === 'string' && isEmoji(one['name'])), {
    at: ['name'],
    code: 'COMPONENT_INVALID_EMOJI',
    message: 'Invalid emoji',
  }),
);

const buttonShape = object(
  { type: among(2), style: among(1, 2, 3, 4, 5, 6) },
  {
    id: componentId,
    label: text(1, 80),
    emoji,
    custom_id: customId,
    sku_id: snowflake,
    url: text(1, 512, /^(https?|discord):\/\/./),
    disabled: yesNo,
  },
);

const has = (value: Readonly<Record<string, unknown>>, ...keys: readonly string[]): boolean =>
  keys.some((key) => value[key] !== undefined && value[key] !== null);

/** What each style must have and must not have. */
export const button = both(
  buttonShape,
  rule((one) => one['style'] === 5 || one['style'] === 6 || has(one, 'custom_id'), {
    at: ['custom_id'],
    code: 'BASE_TYPE_REQUIRED',
    message: 'A custom id is required',
  }),
  rule((one) => one['style'] === 5 || one['style'] === 6 || !has(one, 'url', 'sku_id'), {
    code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
    message: 'A custom id and url cannot both be specified',
  }),
  rule((one) => one['style'] !== 5 || has(one, 'url'), {
    at: ['url'],
    code: 'BASE_TYPE_REQUIRED',
    message: 'A url is required',
  }),
  rule((one) => one['style'] !== 5 || !has(one, 'custom_id', 'sku_id'), {
    code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
    message: 'A link button cannot have a custom id',
  }),
  rule((one) => one['style'] !== 6 || (has(one, 'sku_id') && !has(one, 'custom_id', 'label', 'url', 'emoji')), {
    code: 'BUTTON_COMPONENT_PREMIUM_FIELDS',
    message: 'A premium button has a sku_id and no custom_id, label, url or emoji',
  }),
  rule((one) => one['style'] === 6 || has(one, 'label', 'emoji'), {
    code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    message: 'A button needs a label or an emoji',
  }),
);

const option = object(
  { label: text(1, 100), value: text(1, 100) },
  { description: text(1, 100), emoji, default: yesNo },
);
const defaultValue = object({ id: snowflake, type: among('user', 'role', 'channel') });

const selectKeys: Keys = {
  id: componentId,
  placeholder: text(0, 150),
  min_values: integer(0, 25),
  max_values: integer(1, 25),
  disabled: yesNo,
  required: yesNo,
};

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const optionsOf = (one: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(one['options']) ? one['options'] : [];

const range = rule(
  (one) => numberOf(one['min_values'], 1) <= numberOf(one['max_values'], Math.max(1, numberOf(one['min_values'], 1))),
  {
    at: ['min_values'],
    code: 'NUMBER_TYPE_MAX',
    message: 'min_values should be less than or equal to max_values.',
  },
);

/** Different values in the options of a select or group. */
export const differentValues = rule(
  (one) => {
    const values = optionsOf(one).map((each) => (isObject(each) ? each['value'] : undefined));
    return new Set(values).size === values.length;
  },
  {
    at: ['options'],
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    message: 'The specified option value is already used',
  },
);

const stringSelect = both(
  object({ type: among(3), custom_id: customId, options: list(option, 1, 25) }, selectKeys),
  range,
  differentValues,
  rule((one) => numberOf(one['max_values'], 1) <= optionsOf(one).length, {
    at: ['options'],
    code: 'BASE_TYPE_BAD_LENGTH',
    message: 'There must be at least max_values options.',
  }),
  rule(
    (one) =>
      optionsOf(one).filter((each) => isObject(each) && each['default'] === true).length <=
      numberOf(one['max_values'], 1),
    {
      at: ['options'],
      code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      message: 'There are more default values than max_values',
    },
  ),
);

function autoSelect(type: number, more: Keys = {}): Shape {
  const keys = { ...selectKeys, default_values: list(defaultValue, 0, 25), ...more };
  return both(
    object({ type: among(type), custom_id: customId }, keys),
    range,
    rule(
      (one) => !Array.isArray(one['default_values']) || one['default_values'].length <= numberOf(one['max_values'], 1),
      {
        at: ['default_values'],
        code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
        message: 'There are more default values than max_values',
      },
    ),
  );
}

export const selects: readonly (readonly [number, Shape])[] = [
  [3, stringSelect],
  [5, autoSelect(5)],
  [6, autoSelect(6)],
  [7, autoSelect(7)],
  [8, autoSelect(8, { channel_types: list(integer(0, 16), 1, 25) })],
];

/** An action row of a message: up to five buttons, or one select alone. */
export const actionRow = both(
  object(
    { type: among(1), components: list(byKey('type', new Map([[2, button], ...selects])), 1, 5) },
    { id: componentId },
  ),
  rule(
    (row) => {
      const children = Array.isArray(row['components']) ? row['components'] : [];
      return children.length < 2 || children.every((one: unknown) => isObject(one) && one['type'] === 2);
    },
    { code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message: 'The specified component exceeds the maximum width' },
  ),
);
