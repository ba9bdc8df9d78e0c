import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const create = 'Message, Create Message';
const mentions = 'Message, Allowed Mentions';
const limits = 'Message, Embed Limits';
const say = (more: Body): Body => ({ content: 'hello', ...more });
const embed = (more: Body): Body => ({ embeds: [more] });
const ids = (count: number): readonly string[] => many(count, (n) => String(100_000 + n));
const field = (more: Body = {}): Body => ({ name: 'n', value: 'v', ...more });
const fields = (...list: readonly Body[]): Body => embed({ title: 't', fields: list });

/** Bodies of a plain post. */
export const messagePairs: readonly Pair[] = [
  {
    what: '2,001 characters',
    rule: `${create}: content up to 2000 characters`,
    refused: { content: long(2001) },
    accepted: { content: long(2000) },
    at: 'content',
  },
  {
    what: 'nothing at all',
    rule: `${create}: at least one of content, embeds, sticker_ids, components, files, poll`,
    refused: {},
    accepted: { content: 'x' },
    code: 50_006,
  },
  {
    what: 'blanks only',
    rule: `${create}: an empty message`,
    refused: { content: ' \n ' },
    accepted: { content: ' x ' },
    code: 50_006,
  },
  {
    what: 'a number as content',
    rule: `${create}: content is a string`,
    refused: { content: 5 },
    accepted: { content: '5' },
    at: 'content',
  },
  {
    what: 'eleven embeds',
    rule: `${create}: up to 10 embeds`,
    refused: { embeds: many(11, () => ({ title: 't' })) },
    accepted: { embeds: many(10, () => ({ title: 't' })) },
    at: 'embeds',
  },
  {
    what: 'a nonce of 26 characters',
    rule: `${create}: nonce up to 25 characters`,
    refused: say({ nonce: long(26) }),
    accepted: say({ nonce: long(25) }),
    at: 'nonce',
  },
  {
    what: 'enforce_nonce as text',
    rule: `${create}: enforce_nonce is a boolean`,
    refused: say({ enforce_nonce: 'yes' }),
    accepted: say({ enforce_nonce: true, nonce: 'pair' }),
    at: 'enforce_nonce',
  },
  {
    what: 'the ephemeral flag',
    rule: `${create}: only SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE and IS_COMPONENTS_V2 can be set`,
    refused: say({ flags: 64 }),
    accepted: say({ flags: 4096 }),
    at: 'flags',
  },
  {
    what: 'the crossposted flag',
    rule: `${create}: only some flags can be set`,
    refused: say({ flags: 1 }),
    accepted: say({ flags: 4 }),
    at: 'flags',
  },
  {
    what: 'four stickers',
    rule: `${create}: up to 3 stickers`,
    refused: say({ sticker_ids: ids(4) }),
    accepted: say({ sticker_ids: [] }),
    at: 'sticker_ids',
  },
  {
    what: 'a field nobody knows',
    rule: create,
    refused: say({ ephemeral: true }),
    accepted: say({ tts: false }),
    at: 'ephemeral',
  },
  {
    what: 'a kind of mention nobody knows',
    rule: `${mentions}, Types: roles, users, everyone`,
    refused: say({ allowed_mentions: { parse: ['here'] } }),
    accepted: say({ allowed_mentions: { parse: ['everyone'] } }),
    at: 'allowed_mentions.parse.0',
  },
  {
    what: '101 users to mention',
    rule: `${mentions}: users, max size of 100`,
    refused: say({ allowed_mentions: { users: ids(101) } }),
    accepted: say({ allowed_mentions: { users: ids(100) } }),
    at: 'allowed_mentions.users',
  },
  {
    what: '101 roles to mention',
    rule: `${mentions}: roles, max size of 100`,
    refused: say({ allowed_mentions: { roles: ids(101) } }),
    accepted: say({ allowed_mentions: { roles: ids(100) } }),
    at: 'allowed_mentions.roles',
  },
  {
    what: 'all users and some users',
    rule: `${mentions}: parse "users" and a list of users are mutually exclusive`,
    refused: say({ allowed_mentions: { parse: ['users'], users: ids(1) } }),
    accepted: say({ allowed_mentions: { parse: ['roles'], users: ids(1) } }),
    at: 'allowed_mentions',
  },
  {
    what: 'all roles and some roles',
    rule: `${mentions}: parse "roles" and a list of roles are mutually exclusive`,
    refused: say({ allowed_mentions: { parse: ['roles'], roles: ids(1) } }),
    accepted: say({ allowed_mentions: { parse: ['users'], roles: ids(1) } }),
    at: 'allowed_mentions',
  },
  {
    what: 'a reply to a message that is not there',
    rule: `${create}, Message Reference: fail_if_not_exists is true by default`,
    refused: say({ message_reference: { message_id: '5' } }),
    accepted: say({ message_reference: { message_id: '5', fail_if_not_exists: false } }),
    at: 'message_reference',
  },
  {
    what: 'a title of 257 characters',
    rule: `${limits}: title 256`,
    refused: embed({ title: long(257) }),
    accepted: embed({ title: long(256) }),
    at: 'embeds.0.title',
  },
  {
    what: 'a description of 4,097 characters',
    rule: `${limits}: description 4096`,
    refused: embed({ description: long(4097) }),
    accepted: embed({ description: long(4096) }),
    at: 'embeds.0.description',
  },
  {
    what: '26 fields',
    rule: `${limits}: up to 25 fields`,
    refused: fields(...many(26, () => field())),
    accepted: fields(...many(25, () => field())),
    at: 'embeds.0.fields',
  },
  {
    what: 'a field without a name',
    rule: 'Message, Embed Field Structure: name',
    refused: fields({ value: 'v' }),
    accepted: fields(field({ inline: true })),
    at: 'embeds.0.fields.0.name',
  },
  {
    what: 'a field name of 257 characters',
    rule: `${limits}: field name 256`,
    refused: fields(field({ name: long(257) })),
    accepted: fields(field({ name: long(256) })),
    at: 'embeds.0.fields.0.name',
  },
  {
    what: 'a field value of 1,025 characters',
    rule: `${limits}: field value 1024`,
    refused: fields(field({ value: long(1025) })),
    accepted: fields(field({ value: long(1024) })),
    at: 'embeds.0.fields.0.value',
  },
  {
    what: 'an empty field value',
    rule: 'Message, Embed Field Structure: value',
    refused: fields(field({ value: '' })),
    accepted: fields(field({ value: '-' })),
    at: 'embeds.0.fields.0.value',
  },
  {
    what: 'a footer of 2,049 characters',
    rule: `${limits}: footer text 2048`,
    refused: embed({ footer: { text: long(2049) } }),
    accepted: embed({ footer: { text: long(2048) } }),
    at: 'embeds.0.footer.text',
  },
  {
    what: 'an author of 257 characters',
    rule: `${limits}: author name 256`,
    refused: embed({ author: { name: long(257) } }),
    accepted: embed({ author: { name: long(256) } }),
    at: 'embeds.0.author.name',
  },
  {
    what: 'embeds of 6,001 characters together',
    rule: `${limits}: the sum over all embeds must not exceed 6000`,
    refused: { embeds: [{ description: long(4000) }, { description: long(2001) }] },
    accepted: { embeds: [{ description: long(4000) }, { description: long(2000) }] },
    at: 'embeds',
  },
  {
    what: 'a colour beyond white',
    rule: 'Message, Embed Structure: color is an RGB integer',
    refused: embed({ title: 't', color: 0x1_00_00_00 }),
    accepted: embed({ title: 't', color: 0xff_ff_ff }),
    at: 'embeds.0.color',
  },
  {
    what: 'an address with a strange scheme',
    rule: 'Message, Embed Structure: url',
    refused: embed({ title: 't', url: 'javascript:alert(1)' }),
    accepted: embed({ title: 't', url: 'https://example.com' }),
    at: 'embeds.0.url',
  },
  {
    what: 'an image without http',
    rule: 'Message, Embed Image Structure: url supports http(s) and attachments',
    refused: embed({ image: { url: 'chart.png' } }),
    accepted: embed({ image: { url: 'https://example.com/chart.png' } }),
    at: 'embeds.0.image.url',
  },
  {
    what: 'an empty embed',
    rule: 'Message, Embed Structure (Discord asks for a description when there is nothing else)',
    refused: embed({}),
    accepted: embed({ image: { url: 'https://example.com/x.png' } }),
    at: 'embeds.0.description',
  },
  {
    what: 'a moment that is none',
    rule: 'Message, Embed Structure: timestamp is ISO8601',
    refused: embed({ title: 't', timestamp: 'tomorrow' }),
    accepted: embed({ title: 't', timestamp: '2026-11-22T10:00:00.000Z' }),
    at: 'embeds.0.timestamp',
  },
  {
    what: 'an attachment that was not uploaded',
    rule: 'Reference, Uploading Files: attachments name files[n] by their number',
    refused: say({ attachments: [{ id: 0, filename: 'x.png' }] }),
    accepted: say({ attachments: [] }),
    at: 'attachments.0',
  },
];
