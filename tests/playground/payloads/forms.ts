import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const input = (more: Body = {}): Body => ({ type: 4, custom_id: 'answer', style: 2, ...more });
const label = (component: Body, more: Body = {}): Body => ({ type: 18, label: 'Your answer', component, ...more });
const form = (...components: readonly Body[]): Body => ({
  type: 9,
  data: { custom_id: 'form', title: 'Practise', components },
});
const titled = (more: Body): Body => ({
  type: 9,
  data: { custom_id: 'form', title: 'Practise', components: [label(input())], ...more },
});
const asking = (more: Body): Body => form(label(input(more)));
const option = (n: number, more: Body = {}): Body => ({ label: `o${n}`, value: `v${n}`, ...more });
const options = (count: number): readonly Body[] => many(count, (n) => option(n));
const one = (type: number, more: Body = {}): Body => form(label({ type, custom_id: 'x', ...more }));
const numbered = (count: number): readonly Body[] => many(count, (n) => label(input({ custom_id: `i${n}` })));

const modal = 'Receiving and Responding, Modal';
const t = 'Component Reference, Text Input Structure';
const l = 'Component Reference, Label Structure';
const radio = 'Component Reference, Radio Group Structure';
const group = 'Component Reference, Checkbox Group Structure';
const upload = 'Component Reference, File Upload Structure';
const inside = 'data.components.0.component';

/** First answers that open a form. */
export const formPairs: readonly Pair[] = [
  {
    what: 'a title of 46 characters',
    rule: `${modal}: title max 45`,
    refused: titled({ title: long(46) }),
    accepted: titled({ title: long(45) }),
    at: 'data.title',
  },
  {
    what: 'no title',
    rule: `${modal}: title`,
    refused: titled({ title: null }),
    accepted: titled({ title: 'x' }),
    at: 'data.title',
  },
  {
    what: 'a custom id of 101 characters',
    rule: `${modal}: custom_id 1–100`,
    refused: titled({ custom_id: long(101) }),
    accepted: titled({ custom_id: long(100) }),
    at: 'data.custom_id',
  },
  {
    what: 'no components',
    rule: `${modal}: between 1 and 5 components`,
    refused: titled({ components: [] }),
    accepted: titled({}),
    at: 'data.components',
  },
  {
    what: 'six components',
    rule: `${modal}: between 1 and 5 components`,
    refused: form(...numbered(6)),
    accepted: form(...numbered(5)),
    at: 'data.components',
  },
  {
    what: 'a button',
    rule: 'Component Reference, Component Types: Button is for messages',
    refused: form({ type: 2, style: 1, label: 'x', custom_id: 'x' }),
    accepted: form({ type: 10, content: 'Read this first' }, label(input())),
    at: 'data.components.0.type',
  },
  {
    what: 'a bare text input',
    rule: 'Component Reference, Text Input: must be placed inside a Label',
    refused: form(input()),
    accepted: form(label(input())),
    at: 'data.components.0.type',
  },
  {
    what: 'a label text of 46 characters',
    rule: `${l}: label max 45`,
    refused: form(label(input(), { label: long(46) })),
    accepted: form(label(input(), { label: long(45) })),
    at: 'data.components.0.label',
  },
  {
    what: 'a label description of 101 characters',
    rule: `${l}: description max 100`,
    refused: form(label(input(), { description: long(101) })),
    accepted: form(label(input(), { description: long(100) })),
    at: 'data.components.0.description',
  },
  {
    what: 'a label without component',
    rule: `${l}: component is required`,
    refused: form({ type: 18, label: 'x' }),
    accepted: form(label(input())),
    at: 'data.components.0.component',
  },
  {
    what: 'a label around a button',
    rule: 'Component Reference, Label Child Components',
    refused: form(label({ type: 2, style: 1, label: 'x', custom_id: 'x' })),
    accepted: form(label({ type: 23, custom_id: 'x' })),
    at: `${inside}.type`,
  },
  {
    what: 'a label text on the input inside a label',
    rule: `${t}: label is deprecated in favor of the Label component`,
    refused: asking({ label: 'x' }),
    accepted: form({ type: 1, components: [input({ label: 'x' })] }),
    at: `${inside}.label`,
  },
  {
    what: 'a style nobody knows',
    rule: 'Component Reference, Text Input Styles: 1 and 2',
    refused: asking({ style: 3 }),
    accepted: asking({ style: 1 }),
    at: `${inside}.style`,
  },
  {
    what: 'max_length of 4,001',
    rule: `${t}: max_length 1–4000`,
    refused: asking({ max_length: 4001 }),
    accepted: asking({ max_length: 4000 }),
    at: `${inside}.max_length`,
  },
  {
    what: 'max_length of 0',
    rule: `${t}: max_length 1–4000`,
    refused: asking({ max_length: 0 }),
    accepted: asking({ max_length: 1 }),
    at: `${inside}.max_length`,
  },
  {
    what: 'min_length of 4,001',
    rule: `${t}: min_length 0–4000`,
    refused: asking({ min_length: 4001 }),
    accepted: asking({ min_length: 4000 }),
    at: `${inside}.min_length`,
  },
  {
    what: 'min_length above max_length',
    rule: `${t}: min_length and max_length`,
    refused: asking({ min_length: 10, max_length: 9 }),
    accepted: asking({ min_length: 9, max_length: 10 }),
    at: `${inside}.min_length`,
  },
  {
    what: 'a pre-filled value of 4,001 characters',
    rule: `${t}: value max 4000`,
    refused: asking({ value: long(4001) }),
    accepted: asking({ value: long(4000) }),
    at: `${inside}.value`,
  },
  {
    what: 'a pre-filled value beyond max_length',
    rule: `${t}: value and max_length`,
    refused: asking({ value: 'four', max_length: 3 }),
    accepted: asking({ value: 'four', max_length: 4 }),
    at: `${inside}.value`,
  },
  {
    what: 'a placeholder of 101 characters',
    rule: `${t}: placeholder max 100`,
    refused: asking({ placeholder: long(101) }),
    accepted: asking({ placeholder: long(100) }),
    at: `${inside}.placeholder`,
  },
  {
    what: 'one custom id twice',
    rule: 'Component Reference, Custom ID: must be unique per component',
    refused: form(label(input()), label(input())),
    accepted: form(label(input()), label(input({ custom_id: 'other' }))),
    at: 'data.components',
  },
  {
    what: 'a disabled select',
    rule: 'Component Reference, String Select: using disabled in a modal will result in an error',
    refused: one(3, { options: options(2), disabled: true }),
    accepted: one(3, { options: options(2) }),
    at: `${inside}.disabled`,
  },
  {
    what: 'a required select that may stay empty',
    rule: 'Component Reference, String Select: min_values is omitted or at least 1 if required is omitted or true',
    refused: one(3, { options: options(2), min_values: 0 }),
    accepted: one(3, { options: options(2), min_values: 0, required: false }),
    at: `${inside}.min_values`,
  },
  {
    what: 'a radio group of one',
    rule: `${radio}: 2 to 10 options`,
    refused: one(21, { options: options(1) }),
    accepted: one(21, { options: options(2) }),
    at: `${inside}.options`,
  },
  {
    what: 'a radio group of eleven',
    rule: `${radio}: 2 to 10 options`,
    refused: one(21, { options: options(11) }),
    accepted: one(21, { options: options(10) }),
    at: `${inside}.options`,
  },
  {
    what: 'a radio group with two defaults',
    rule: `${radio}: a single choice`,
    refused: one(21, { options: many(2, (n) => option(n, { default: true })) }),
    accepted: one(21, { options: [option(1, { default: true }), option(2)] }),
    at: `${inside}.options`,
  },
  {
    what: 'a checkbox group of eleven',
    rule: `${group}: 1 to 10 options`,
    refused: one(22, { options: options(11) }),
    accepted: one(22, { options: options(10) }),
    at: `${inside}.options`,
  },
  {
    what: 'a checkbox group with max_values of 11',
    rule: `${group}: max_values 1–10`,
    refused: one(22, { options: options(3), max_values: 11 }),
    accepted: one(22, { options: options(3), max_values: 3 }),
    at: `${inside}.max_values`,
  },
  {
    what: 'a checkbox group with one value twice',
    rule: `${group}: option values`,
    refused: one(22, { options: [option(1), option(1)] }),
    accepted: one(22, { options: [option(1)] }),
    at: `${inside}.options`,
  },
  {
    what: 'a required checkbox',
    rule: 'Component Reference, Checkbox Structure (has no required)',
    refused: one(23, { required: true }),
    accepted: one(23, { default: true }),
    at: `${inside}.required`,
  },
  {
    what: 'eleven files',
    rule: `${upload}: max_values 1–10`,
    refused: one(19, { max_values: 11 }),
    accepted: one(19, { max_values: 10 }),
    at: `${inside}.max_values`,
  },
  {
    what: 'two inputs in an old row',
    rule: 'Component Reference, Action Row in modals (deprecated): a single text input',
    refused: form({ type: 1, components: [input({ label: 'x' }), input({ label: 'y', custom_id: 'y' })] }),
    accepted: form({ type: 1, components: [input({ label: 'x' })] }),
    at: 'data.components.0.components',
  },
  {
    what: 'a checkbox group that asks for more than it has',
    rule: `${group}: max_values defaults to the number of options`,
    refused: one(22, { options: options(2), min_values: 3 }),
    accepted: one(22, { options: options(3), min_values: 3 }),
    at: `${inside}.min_values`,
  },
  {
    what: 'at least two files but at most one',
    rule: `${upload}: max_values defaults to 1`,
    refused: one(19, { min_values: 2 }),
    accepted: one(19, { min_values: 2, max_values: 2 }),
    at: `${inside}.min_values`,
  },
];
