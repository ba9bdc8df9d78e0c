import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const suggestion = (more: Body = {}): Body => ({ name: 'One', value: 'one', ...more });

/** First answers of other kinds to a command. */
export const answerPairs: readonly Pair[] = [
  {
    what: 'a deferral with the flag of Components V2',
    rule: 'Receiving and Responding, Interaction Callback Data: for a deferral only EPHEMERAL',
    refused: { type: 5, data: { flags: 32_768 } },
    accepted: { type: 5, data: { flags: 64 } },
    at: 'data.flags',
  },
  {
    what: 'an update without a message',
    rule: 'Receiving and Responding, Interaction Callback Type: UPDATE_MESSAGE is only valid for component-based interactions',
    refused: { type: 7, data: { content: 'x' } },
    accepted: { type: 4, data: { content: 'x' } },
    at: 'type',
  },
  {
    what: 'a deferred update without a message',
    rule: 'Receiving and Responding, Interaction Callback Type: DEFERRED_UPDATE_MESSAGE is only valid for component-based interactions',
    refused: { type: 6 },
    accepted: { type: 5 },
    at: 'type',
  },
  {
    what: 'suggestions for a command',
    rule: 'Receiving and Responding, Interaction Callback Type: autocomplete results',
    refused: { type: 8, data: { choices: [suggestion()] } },
    accepted: { type: 4, data: { content: 'x', flags: 64 } },
    at: 'type',
  },
  {
    what: 'a type nobody knows',
    rule: 'Receiving and Responding, Interaction Callback Type',
    refused: { type: 99 },
    accepted: { type: 5, data: {} },
    at: 'type',
  },
  {
    what: 'an empty answer',
    rule: 'Message, Create Message: an empty message',
    refused: { type: 4, data: {} },
    accepted: { type: 4, data: { content: 'x' } },
    code: 50_006,
  },
  {
    what: 'an answer of 2,001 characters',
    rule: 'Message, Create Message: content up to 2000',
    refused: { type: 4, data: { content: long(2001) } },
    accepted: { type: 4, data: { content: long(2000) } },
    at: 'data.content',
  },
];

/** Answers to autocomplete. */
export const suggestionPairs: readonly Pair[] = [
  {
    what: '26 suggestions',
    rule: 'Receiving and Responding, Autocomplete: max of 25 choices',
    refused: { type: 8, data: { choices: many(26, (n) => suggestion({ value: `v${n}` })) } },
    accepted: { type: 8, data: { choices: many(25, (n) => suggestion({ value: `v${n}` })) } },
    at: 'data.choices',
  },
  {
    what: 'a suggestion of 101 characters',
    rule: 'Application Commands, Option Choice Structure: name 1–100',
    refused: { type: 8, data: { choices: [suggestion({ name: long(101) })] } },
    accepted: { type: 8, data: { choices: [suggestion({ name: long(100) })] } },
    at: 'data.choices.0.name',
  },
  {
    what: 'an empty suggestion',
    rule: 'Application Commands, Option Choice Structure: name 1–100',
    refused: { type: 8, data: { choices: [suggestion({ name: '' })] } },
    accepted: { type: 8, data: { choices: [] } },
    at: 'data.choices.0.name',
  },
  {
    what: 'a message instead of suggestions',
    rule: 'Receiving and Responding, Interaction Callback Type: autocomplete is answered by type 8',
    refused: { type: 4, data: { content: 'x' } },
    accepted: { type: 8, data: { choices: [suggestion()] } },
    at: 'type',
  },
  {
    what: 'a number suggested for text',
    rule: "Application Commands, Option Choice Structure: a value's type depends on the option's type",
    refused: { type: 8, data: { choices: [suggestion({ value: 1 })] } },
    accepted: { type: 8, data: { choices: [suggestion({ value: '1' })] } },
    at: 'data.choices.0.value',
  },
];
