/** Application commands (Interactions → Application Commands). */
import { Locale } from 'discord-api-types/v10';
import type { Path, Problem } from './problem.ts';
import {
  among,
  anything,
  both,
  byKey,
  integer,
  isObject,
  list,
  number,
  object,
  rule,
  snowflake,
  text,
  yesNo,
  type Keys,
  type Shape,
} from './shape.ts';

/** Names of slash commands and options: letters of any script, digits, - _ ', no capitals (Application Command Naming). */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const localeNames = new Set<string>(Object.values(Locale));

const slashName: Shape = (value, path) => {
  const problems = text(1, 32)(value, path);
  if (problems.length > 0 || typeof value !== 'string') return problems;
  return namePattern.test(value) && value === value.toLowerCase()
    ? []
    : [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
};

function localized(shape: Shape): Shape {
  return (value, path) => {
    if (!isObject(value))
      return [{ path, code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' }];
    return Object.entries(value).flatMap(([key, each]) => [
      ...(localeNames.has(key)
        ? []
        : [{ path: [...path, key], code: 'BASE_TYPE_CHOICES', message: `"${key}" is not a locale of Discord` }]),
      ...(each === null ? [] : shape(each, [...path, key])),
    ]);
  };
}

const description = text(1, 100);
const texts: Keys = { name_localizations: localized(slashName), description_localizations: localized(description) };

const choice = (value: Shape): Shape =>
  object({ name: text(1, 100), value }, { name_localizations: localized(text(1, 100)) });

const differentChoices = rule(
  (one) => {
    const names = (Array.isArray(one['choices']) ? one['choices'] : []).map((each: unknown) =>
      isObject(each) ? each['name'] : undefined,
    );
    return new Set(names).size === names.length;
  },
  { at: ['choices'], code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS', message: 'Choice name already exists' },
);

const notBoth = rule(
  (one) => one['autocomplete'] !== true || !Array.isArray(one['choices']) || one['choices'].length === 0,
  {
    at: ['autocomplete'],
    code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE',
    message: 'Autocomplete cannot be true when choices are present',
  },
);

const ordered = (low: string, high: string): Shape =>
  rule((one) => !(typeof one[low] === 'number' && typeof one[high] === 'number') || one[low] <= one[high], {
    at: [low],
    code: 'APPLICATION_COMMAND_OPTIONS_RANGE_INVALID',
    message: `${low} must not be above ${high}`,
  });

function optionShape(type: number, more: Keys = {}): Shape {
  return both(
    object({ type: among(type), name: slashName, description }, { ...texts, required: yesNo, ...more }),
    differentChoices,
    notBoth,
    ordered('min_value', 'max_value'),
    ordered('min_length', 'max_length'),
  );
}

const withChoices = (value: Shape): Keys => ({ choices: list(choice(value), 0, 25), autocomplete: yesNo });
const anyInteger = integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const plainOptions: readonly (readonly [number, Shape])[] = [
  [3, optionShape(3, { ...withChoices(text(1, 100)), min_length: integer(0, 6000), max_length: integer(1, 6000) })],
  [4, optionShape(4, { ...withChoices(anyInteger), min_value: anyInteger, max_value: anyInteger })],
  [5, optionShape(5)],
  [6, optionShape(6)],
  [7, optionShape(7, { channel_types: list(integer(0, 16), 0, 25) })],
  [8, optionShape(8)],
  [9, optionShape(9)],
  [10, optionShape(10, { ...withChoices(number), min_value: number, max_value: number })],
  [11, optionShape(11)],
];

/** Rules over all options of one command or subcommand. */
function optionList(item: Shape): Shape {
  return both(list(item, 0, 25), (value, path) =>
    Array.isArray(value) ? [...twice(value, path), ...order(value, path)] : [],
  );
}

function twice(options: readonly unknown[], path: Path): readonly Problem[] {
  const names = options.map((one) => (isObject(one) ? one['name'] : undefined));
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: [...path, index, 'name'],
            code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
            message: 'Option name already exists',
          },
        ],
  );
}

function order(options: readonly unknown[], path: Path): readonly Problem[] {
  const firstOptional = options.findIndex((one) => isObject(one) && one['required'] !== true);
  if (firstOptional < 0) return [];
  return options.flatMap((one, index) =>
    index > firstOptional && isObject(one) && one['required'] === true
      ? [
          {
            path: [...path, index],
            code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            message: 'Required options must be placed before non-required options',
          },
        ]
      : [],
  );
}

const plain = byKey('type', new Map(plainOptions));
const subcommand = object({ type: among(1), name: slashName, description }, { ...texts, options: optionList(plain) });
const group = object(
  { type: among(2), name: slashName, description, options: optionList(byKey('type', new Map([[1, subcommand]]))) },
  texts,
);
const topOption = byKey('type', new Map([...plainOptions, [1, subcommand] as const, [2, group] as const]));

const unmixed: Shape = (value, path) => {
  if (!Array.isArray(value)) return [];
  const nested = value.filter((one: unknown) => isObject(one) && (one['type'] === 1 || one['type'] === 2)).length;
  return nested === 0 || nested === value.length
    ? []
    : [
        {
          path,
          code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
        },
      ];
};

const permissions: Shape = (value, path) =>
  typeof value === 'string' && /^\d+$/.test(value)
    ? []
    : [{ path, code: 'BASE_TYPE_CHOICES', message: 'default_member_permissions is a number written as text' }];

const commonKeys: Keys = {
  id: snowflake,
  default_member_permissions: permissions,
  dm_permission: yesNo,
  contexts: list(among(0, 1, 2), 1, 3),
  integration_types: list(among(0, 1), 1, 2),
  nsfw: yesNo,
  handler: anything,
};

const slash = object(
  { name: slashName, description },
  { ...texts, ...commonKeys, type: among(1), options: both(optionList(topOption), unmixed) },
);

const menuName = text(1, 32);
const menu = object(
  { name: menuName, type: among(2, 3) },
  {
    ...commonKeys,
    name_localizations: localized(menuName),
    description: text(0, 0),
    description_localizations: localized(text(0, 0)),
    options: list(anything, 0, 0),
  },
);

const perKind = { 1: 100, 2: 15, 3: 15 } as const;

/** A bulk overwrite: every command, no name twice in a kind, no more of a kind than allowed, none too large. */
export function commandsProblems(body: unknown): readonly Problem[] {
  if (!Array.isArray(body)) return list(anything, 0, 130)(body, []);
  const each = body.flatMap((one: unknown, index) => commandProblems(one, [index]));
  const keys = body.map((one: unknown) => (isObject(one) ? `${Number(one['type'] ?? 1)} ${String(one['name'])}` : ''));
  const again = keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            path: [index],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ],
  );
  const many = Object.entries(perKind).flatMap(([type, max]) =>
    keys.filter((key) => key.startsWith(`${type} `)).length > max
      ? [{ path: [], code: 'BASE_TYPE_MAX_LENGTH', message: `At most ${max} commands of type ${type}` }]
      : [],
  );
  return [...each, ...again, ...many];
}

/** Every problem of one command. */
export function commandProblems(one: unknown, path: Path): readonly Problem[] {
  const type = isObject(one) ? (one['type'] ?? 1) : 1;
  const problems = (type === 1 ? slash : menu)(one, path);
  if (problems.length > 0) return problems;
  return weight(one) <= 8000
    ? []
    : [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: 'Command exceeds maximum size (8000)' }];
}

/** Combined length of names, descriptions and values, the longest localization of each. */
function weight(one: unknown): number {
  if (!isObject(one)) return 0;
  const longest = (key: string): number => {
    const other = one[`${key}_localizations`];
    const all = [one[key], ...(isObject(other) ? Object.values(other) : [])];
    return Math.max(...all.map((each) => (typeof each === 'string' ? each.length : 0)));
  };
  const value = typeof one['value'] === 'string' ? one['value'].length : 0;
  const inner = [one['options'], one['choices']].flatMap((each): readonly unknown[] =>
    Array.isArray(each) ? each : [],
  );
  return longest('name') + longest('description') + value + inner.reduce<number>((sum, each) => sum + weight(each), 0);
}
