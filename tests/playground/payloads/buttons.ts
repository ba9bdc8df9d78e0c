import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const row = (...components: readonly unknown[]): Body => ({ type: 1, components });
const legacy = (...components: readonly unknown[]): Body => ({ content: 'x', components });
const button = (more: Body = {}): Body => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const buttons = (count: number): readonly Body[] => many(count, (n) => button({ custom_id: `b${n}` }));
const link = (more: Body = {}): Body => ({ type: 2, style: 5, label: 'Read', url: 'https://example.com', ...more });
const option = (n: number, more: Body = {}): Body => ({ label: `o${n}`, value: `v${n}`, ...more });
const select = (more: Body = {}): Body => ({ type: 3, custom_id: 's', options: many(3, (n) => option(n)), ...more });
const of = (name: string): string => `Component Reference, ${name}`;
const b = of('Button Structure');
const s = of('String Select Structure');
const inRow = 'components.0.components.0';

/** Buttons, selects and rows, as they always were. */
export const legacyPairs: readonly Pair[] = [
  {
    what: 'a button label of 81 characters',
    rule: `${b}: label max 80 characters`,
    refused: legacy(row(button({ label: long(81) }))),
    accepted: legacy(row(button({ label: long(80) }))),
    at: `${inRow}.label`,
  },
  {
    what: 'a custom id of 101 characters',
    rule: of('Custom ID: 1–100 characters'),
    refused: legacy(row(button({ custom_id: long(101) }))),
    accepted: legacy(row(button({ custom_id: long(100) }))),
    at: `${inRow}.custom_id`,
  },
  {
    what: 'an empty custom id',
    rule: of('Custom ID: 1–100 characters'),
    refused: legacy(row(button({ custom_id: '' }))),
    accepted: legacy(row(button({ custom_id: 'x' }))),
    at: `${inRow}.custom_id`,
  },
  {
    what: 'a button without custom id',
    rule: `${b}: non-link and non-premium buttons must have a custom_id`,
    refused: legacy(row({ type: 2, style: 1, label: 'x' })),
    accepted: legacy(row(button())),
    at: `${inRow}.custom_id`,
  },
  {
    what: 'a button with an address',
    rule: `${b}: non-link buttons cannot have a url`,
    refused: legacy(row(button({ url: 'https://example.com' }))),
    accepted: legacy(row(link())),
    at: inRow,
  },
  {
    what: 'a link without address',
    rule: `${b}: link buttons must have a url`,
    refused: legacy(row({ type: 2, style: 5, label: 'x' })),
    accepted: legacy(row(link())),
    at: `${inRow}.url`,
  },
  {
    what: 'a link with a custom id',
    rule: `${b}: link buttons cannot have a custom_id`,
    refused: legacy(row(link({ custom_id: 'x' }))),
    accepted: legacy(row(link({ emoji: { name: '🔗' } }))),
    at: inRow,
  },
  {
    what: 'an address of 513 characters',
    rule: `${b}: url max 512 characters`,
    refused: legacy(row(link({ url: `https://e.com/${long(499)}` }))),
    accepted: legacy(row(link({ url: `https://e.com/${long(498)}` }))),
    at: `${inRow}.url`,
  },
  {
    what: 'an address with a strange scheme',
    rule: `${b}: url (http, https and discord are taken)`,
    refused: legacy(row(link({ url: 'ftp://example.com' }))),
    accepted: legacy(row(link({ url: 'http://example.com' }))),
    at: `${inRow}.url`,
  },
  {
    what: 'a premium button with a label',
    rule: `${b}: premium buttons have a sku_id and no custom_id, label, url or emoji`,
    refused: legacy(row({ type: 2, style: 6, sku_id: '5', label: 'x' })),
    accepted: legacy(row({ type: 2, style: 6, sku_id: '5' })),
    at: inRow,
  },
  {
    what: 'a style nobody knows',
    rule: of('Button Styles: 1–6'),
    refused: legacy(row(button({ style: 7 }))),
    accepted: legacy(row(button({ style: 4 }))),
    at: `${inRow}.style`,
  },
  {
    what: 'a button with neither label nor emoji',
    rule: `${b}: label and emoji (Discord asks for one of them)`,
    refused: legacy(row({ type: 2, style: 1, custom_id: 'x' })),
    accepted: legacy(row({ type: 2, style: 1, custom_id: 'x', emoji: { name: '👍' } })),
    at: inRow,
  },
  {
    what: 'six buttons in a row',
    rule: of('Action Row: up to 5 buttons'),
    refused: legacy(row(...buttons(6))),
    accepted: legacy(row(...buttons(5))),
    at: 'components.0.components',
  },
  {
    what: 'an empty row',
    rule: of('Action Row: buttons or a single select'),
    refused: legacy(row()),
    accepted: legacy(row(...buttons(1))),
    at: 'components.0.components',
  },
  {
    what: 'a select beside a button',
    rule: of('Action Row: a single select'),
    refused: legacy(row(select(), button())),
    accepted: legacy(row(select()), row(button())),
    at: 'components.0',
  },
  {
    what: 'two selects in a row',
    rule: of('Action Row: a single select'),
    refused: legacy(row(select(), select({ custom_id: 't' }))),
    accepted: legacy(row(select()), row(select({ custom_id: 't' }))),
    at: 'components.0',
  },
  {
    what: 'six rows',
    rule: of('Legacy Message Component Behavior: up to 5 action rows'),
    refused: legacy(...many(6, (n) => row(button({ custom_id: `b${n}` })))),
    accepted: legacy(...many(5, (n) => row(button({ custom_id: `b${n}` })))),
    at: 'components',
  },
  {
    what: 'a button outside a row',
    rule: of('Button: must be inside an Action Row or a Section'),
    refused: legacy(button()),
    accepted: legacy(row(button())),
    at: 'components.0.type',
  },
  {
    what: 'one custom id twice',
    rule: of('Custom ID: components on one message must not share a custom_id'),
    refused: legacy(row(button(), button())),
    accepted: legacy(row(button(), button({ custom_id: 'other' }))),
    at: 'components',
  },
  {
    what: '26 options',
    rule: `${s}: options max 25`,
    refused: legacy(row(select({ options: many(26, option) }))),
    accepted: legacy(row(select({ options: many(25, (n) => option(n)) }))),
    at: `${inRow}.options`,
  },
  {
    what: 'no options',
    rule: `${s}: options`,
    refused: legacy(row(select({ options: [] }))),
    accepted: legacy(row(select({ options: [option(1)] }))),
    at: `${inRow}.options`,
  },
  {
    what: 'an option label of 101 characters',
    rule: of('Select Option Structure: label max 100'),
    refused: legacy(row(select({ options: [option(1, { label: long(101) })] }))),
    accepted: legacy(row(select({ options: [option(1, { label: long(100) })] }))),
    at: `${inRow}.options.0.label`,
  },
  {
    what: 'an option value of 101 characters',
    rule: of('Select Option Structure: value max 100'),
    refused: legacy(row(select({ options: [option(1, { value: long(101) })] }))),
    accepted: legacy(row(select({ options: [option(1, { value: long(100) })] }))),
    at: `${inRow}.options.0.value`,
  },
  {
    what: 'an option description of 101 characters',
    rule: of('Select Option Structure: description max 100'),
    refused: legacy(row(select({ options: [option(1, { description: long(101) })] }))),
    accepted: legacy(row(select({ options: [option(1, { description: long(100) })] }))),
    at: `${inRow}.options.0.description`,
  },
  {
    what: 'one option value twice',
    rule: of('Select Option Structure: value (Discord refuses a repeated one)'),
    refused: legacy(row(select({ options: [option(1), option(1)] }))),
    accepted: legacy(row(select({ options: [option(1), option(2)] }))),
    at: `${inRow}.options`,
  },
  {
    what: 'a placeholder of 151 characters',
    rule: `${s}: placeholder max 150`,
    refused: legacy(row(select({ placeholder: long(151) }))),
    accepted: legacy(row(select({ placeholder: long(150) }))),
    at: `${inRow}.placeholder`,
  },
  {
    what: 'max_values of 26',
    rule: `${s}: max_values max 25`,
    refused: legacy(row(select({ max_values: 26 }))),
    accepted: legacy(row(select({ max_values: 3 }))),
    at: `${inRow}.max_values`,
  },
  {
    what: 'min_values above max_values',
    rule: `${s}: min_values and max_values`,
    refused: legacy(row(select({ min_values: 3, max_values: 2 }))),
    accepted: legacy(row(select({ min_values: 2, max_values: 3 }))),
    at: `${inRow}.min_values`,
  },
  {
    what: 'more to choose than options',
    rule: `${s}: max_values (Discord asks for as many options)`,
    refused: legacy(row(select({ max_values: 4 }))),
    accepted: legacy(row(select({ min_values: 0, max_values: 2 }))),
    at: `${inRow}.options`,
  },
  {
    what: 'more defaults than may be chosen',
    rule: of('Select Option Structure: default'),
    refused: legacy(row(select({ options: many(2, (n) => option(n, { default: true })) }))),
    accepted: legacy(row(select({ options: [option(1, { default: true }), option(2)] }))),
    at: `${inRow}.options`,
  },
  {
    what: 'options on a user select',
    rule: of('User Select Structure'),
    refused: legacy(row({ type: 5, custom_id: 'u', options: [option(1)] })),
    accepted: legacy(row({ type: 5, custom_id: 'u', max_values: 25 })),
    at: `${inRow}.options`,
  },
  {
    what: 'a text input in a message',
    rule: of('Text Input: only within modals'),
    refused: legacy(row({ type: 4, custom_id: 't', style: 1, label: 'x' })),
    accepted: legacy(row({ type: 8, custom_id: 'c', channel_types: [0] })),
    at: `${inRow}.type`,
  },
  {
    what: 'a word as emoji',
    rule: 'Component Reference, Button Structure: emoji (Discord refuses names that are no emoji)',
    refused: legacy(row(button({ emoji: { name: 'book' } }))),
    accepted: legacy(row(button({ emoji: { name: '📖' } }))),
    at: `${inRow}.emoji.name`,
  },
  {
    what: 'a star that is no emoji',
    rule: 'Component Reference, Button Structure: emoji (Discord refuses names that are no emoji)',
    refused: legacy(row(button({ emoji: { name: '★' } }))),
    accepted: legacy(row(button({ emoji: { name: '⭐' } }))),
    at: `${inRow}.emoji.name`,
  },
];
