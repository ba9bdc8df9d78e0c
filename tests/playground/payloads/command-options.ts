import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const slash = (more: Body): readonly Body[] => [{ name: 'lesson', description: 'A lesson', ...more }];
const text = (more: Body = {}): Body => ({ type: 3, name: 'which', description: 'Which one', ...more });
const withOption = (more: Body): readonly Body[] => slash({ options: [text(more)] });
const sub = (more: Body = {}): Body => ({ type: 1, name: 'show', description: 'Shows', ...more });
const choices = (count: number): readonly Body[] => many(count, (n) => ({ name: `n${n}`, value: `v${n}` }));
const naming =
  "Application Commands, Naming: CHAT_INPUT and option names match ^[-_'\\p{L}\\p{N}…]{1,32}$ and use the lowercase variant of letters";
const option = 'Application Commands, Option Structure';

/** Bodies of a bulk overwrite of commands: their options. */
export const optionPairs: readonly Pair[] = [
  {
    what: 'two options of one name',
    rule: `${option}: names must be unique within an array of options`,
    refused: slash({ options: [text(), text()] }),
    accepted: slash({ options: [text(), text({ name: 'other' })] }),
    at: '0.options.1.name',
  },
  {
    what: 'a required option after an optional one',
    rule: `${option}: required options must be listed before optional options`,
    refused: slash({ options: [text({ name: 'a' }), text({ name: 'b', required: true })] }),
    accepted: slash({ options: [text({ name: 'a', required: true }), text({ name: 'b' })] }),
    at: '0.options.1',
  },
  {
    what: 'an option without a description',
    rule: `${option}: description 1–100 characters`,
    refused: slash({ options: [{ type: 3, name: 'x' }] }),
    accepted: slash({ options: [text()] }),
    at: '0.options.0.description',
  },
  {
    what: 'an option name with a capital',
    rule: naming,
    refused: withOption({ name: 'Which' }),
    accepted: withOption({ name: 'which_one' }),
    at: '0.options.0.name',
  },
  {
    what: '26 choices',
    rule: `${option}: choices, max 25`,
    refused: withOption({ choices: choices(26) }),
    accepted: withOption({ choices: choices(25) }),
    at: '0.options.0.choices',
  },
  {
    what: 'two choices of one name',
    rule: 'Application Commands, Option Choice Structure: name (Discord refuses a repeated one)',
    refused: withOption({ choices: [...choices(1), ...choices(1)] }),
    accepted: withOption({ choices: choices(2) }),
    at: '0.options.0.choices',
  },
  {
    what: 'a choice value of 101 characters',
    rule: 'Application Commands, Option Choice Structure: value up to 100 characters if string',
    refused: withOption({ choices: [{ name: 'x', value: long(101) }] }),
    accepted: withOption({ choices: [{ name: 'x', value: long(100) }] }),
    at: '0.options.0.choices.0.value',
  },
  {
    what: 'a choice name of 101 characters',
    rule: 'Application Commands, Option Choice Structure: name 1–100 characters',
    refused: withOption({ choices: [{ name: long(101), value: 'x' }] }),
    accepted: withOption({ choices: [{ name: long(100), value: 'x' }] }),
    at: '0.options.0.choices.0.name',
  },
  {
    what: 'a textual value in an integer option',
    rule: `${option}: the type of a choice's value depends on the option type`,
    refused: slash({ options: [{ type: 4, name: 'n', description: 'n', choices: [{ name: 'x', value: 'one' }] }] }),
    accepted: slash({ options: [{ type: 4, name: 'n', description: 'n', choices: [{ name: 'x', value: 1 }] }] }),
    at: '0.options.0.choices.0.value',
  },
  {
    what: 'autocomplete beside choices',
    rule: `${option}: autocomplete may not be true if choices are present`,
    refused: withOption({ autocomplete: true, choices: choices(1) }),
    accepted: withOption({ autocomplete: true }),
    at: '0.options.0.autocomplete',
  },
  {
    what: 'autocomplete on a user option',
    rule: `${option}: autocomplete is for STRING, INTEGER and NUMBER`,
    refused: slash({ options: [{ type: 6, name: 'u', description: 'u', autocomplete: true }] }),
    accepted: slash({ options: [{ type: 10, name: 'u', description: 'u', autocomplete: true }] }),
    at: '0.options.0.autocomplete',
  },
  {
    what: 'min_length of 6001',
    rule: `${option}: min_length 0–6000, max_length 1–6000`,
    refused: withOption({ min_length: 6001 }),
    accepted: withOption({ min_length: 0, max_length: 6000 }),
    at: '0.options.0.min_length',
  },
  {
    what: 'max_length of 0',
    rule: `${option}: max_length minimum of 1`,
    refused: withOption({ max_length: 0 }),
    accepted: withOption({ max_length: 1 }),
    at: '0.options.0.max_length',
  },
  {
    what: 'min_value on text',
    rule: `${option}: min_value is for INTEGER and NUMBER`,
    refused: withOption({ min_value: 1 }),
    accepted: slash({ options: [{ type: 4, name: 'n', description: 'n', min_value: 1, max_value: 2 }] }),
    at: '0.options.0.min_value',
  },
  {
    what: 'a subcommand beside a plain option',
    rule: 'Application Commands, Subcommands: a base command with subcommands cannot have other options',
    refused: slash({ options: [sub(), text()] }),
    accepted: slash({ options: [sub(), sub({ name: 'hide' })] }),
    at: '0.options',
  },
  {
    what: 'a group in a group',
    rule: 'Application Commands, Subcommands: one level of nesting only',
    refused: slash({
      options: [
        { type: 2, name: 'g', description: 'g', options: [{ type: 2, name: 'h', description: 'h', options: [sub()] }] },
      ],
    }),
    accepted: slash({ options: [{ type: 2, name: 'g', description: 'g', options: [sub()] }] }),
    at: '0.options.0.options.0.type',
  },
  {
    what: 'a subcommand in a subcommand',
    rule: 'Application Commands, Subcommands: a subcommand holds no subcommands',
    refused: slash({ options: [sub({ options: [sub()] })] }),
    accepted: slash({ options: [sub({ options: [text()] })] }),
    at: '0.options.0.options.0.type',
  },
  {
    what: 'an option type nobody knows',
    rule: 'Application Commands, Option Types: 1–11',
    refused: slash({ options: [{ type: 12, name: 'x', description: 'x' }] }),
    accepted: slash({ options: [{ type: 11, name: 'x', description: 'x' }] }),
    at: '0.options.0.type',
  },
];
