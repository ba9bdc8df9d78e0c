import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const v2 = (...components: readonly unknown[]): Body => ({ flags: 32_768, components });
const row = (...components: readonly unknown[]): Body => ({ type: 1, components });
const button = (more: Body = {}): Body => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const link = (more: Body = {}): Body => ({ type: 2, style: 5, label: 'Read', url: 'https://example.com', ...more });
const option = (n: number, more: Body = {}): Body => ({ label: `o${n}`, value: `v${n}`, ...more });
const select = (more: Body = {}): Body => ({ type: 3, custom_id: 's', options: many(3, (n) => option(n)), ...more });
const text = (content = 'words'): Body => ({ type: 10, content });
const box = (...components: readonly unknown[]): Body => ({ type: 17, components });
const section = (more: Body = {}): Body => ({ type: 9, components: [text()], accessory: button(), ...more });
const picture = { media: { url: 'https://example.com/x.png' } };
const gallery = (...items: readonly unknown[]): Body => ({ type: 12, items });

const of = (name: string): string => `Component Reference, ${name}`;

const head = of('introduction');

/** Messages with IS_COMPONENTS_V2. */
export const modernPairs: readonly Pair[] = [
  {
    what: 'content beside Components V2',
    rule: `${head}: the content and embeds fields will no longer work`,
    refused: { ...v2(text()), content: 'x' },
    accepted: v2(text()),
    at: 'content',
  },
  {
    what: 'embeds beside Components V2',
    rule: `${head}: the content and embeds fields will no longer work`,
    refused: { ...v2(text()), embeds: [{ title: 't' }] },
    accepted: { ...v2(text()), embeds: [] },
    at: 'embeds',
  },
  {
    what: 'a poll beside Components V2',
    rule: `${head}: the poll and stickers fields are disabled`,
    refused: { ...v2(text()), poll: { question: { text: 'q' }, answers: [] } },
    accepted: { ...v2(text()), poll: null },
    at: 'poll',
  },
  {
    what: 'stickers beside Components V2',
    rule: `${head}: the poll and stickers fields are disabled`,
    refused: { ...v2(text()), sticker_ids: ['5'] },
    accepted: { ...v2(text()), sticker_ids: [] },
    at: 'sticker_ids',
  },
  {
    what: 'a text display without the flag',
    rule: `${head}: to use these components the flag 1 << 15 is needed`,
    refused: { content: 'x', components: [text()] },
    accepted: v2(text()),
    at: 'components.0.type',
  },
  {
    what: '41 components',
    rule: `${head}: up to 40 total components`,
    refused: v2(...many(41, () => ({ type: 14 }))),
    accepted: v2(...many(40, () => ({ type: 14 }))),
    at: 'components',
  },
  {
    what: '41 components, counting those inside',
    rule: `${head}: up to 40 total components`,
    refused: v2(box(...many(40, () => text('x')))),
    accepted: v2(box(...many(39, () => text('x')))),
    at: 'components',
  },
  {
    what: '4,001 characters of text in all',
    rule: 'Discord, Components V2: 4,000 characters over all text displays',
    refused: v2(text(long(2000)), box(text(long(2001)))),
    accepted: v2(text(long(2000)), box(text(long(2000)))),
    at: 'components',
  },
  {
    what: 'an empty text',
    rule: of('Text Display Structure: content'),
    refused: v2(text('')),
    accepted: v2(text('.')),
    at: 'components.0.content',
  },
  {
    what: 'a section without texts',
    rule: of('Section Structure: one to three text displays'),
    refused: v2(section({ components: [] })),
    accepted: v2(section()),
    at: 'components.0.components',
  },
  {
    what: 'a section of four texts',
    rule: of('Section Structure: one to three text displays'),
    refused: v2(section({ components: many(4, () => text()) })),
    accepted: v2(section({ components: many(3, () => text()) })),
    at: 'components.0.components',
  },
  {
    what: 'a section without accessory',
    rule: of('Section Structure: accessory is required'),
    refused: v2({ type: 9, components: [text()] }),
    accepted: v2(section({ accessory: { type: 11, ...picture } })),
    at: 'components.0.accessory',
  },
  {
    what: 'a select as accessory',
    rule: of('Section Accessory Components: button or thumbnail'),
    refused: v2(section({ accessory: select() })),
    accepted: v2(section({ accessory: link() })),
    at: 'components.0.accessory.type',
  },
  {
    what: "a button in a section's texts",
    rule: of('Section Child Components: text display'),
    refused: v2(section({ components: [button({ custom_id: 'x' })] })),
    accepted: v2(section()),
    at: 'components.0.components.0.type',
  },
  {
    what: 'a container in a container',
    rule: of('Container Child Components'),
    refused: v2(box(box(text()))),
    accepted: v2(box(text()), box(text())),
    at: 'components.0.components.0.type',
  },
  {
    what: 'an empty container',
    rule: of('Container Structure: components'),
    refused: v2(box()),
    accepted: v2(box({ type: 14 })),
    at: 'components.0.components',
  },
  {
    what: 'an accent beyond white',
    rule: of('Container Structure: accent_color 0x000000–0xFFFFFF'),
    refused: v2({ ...box(text()), accent_color: 0x1_00_00_00 }),
    accepted: v2({ ...box(text()), accent_color: 0 }),
    at: 'components.0.accent_color',
  },
  {
    what: 'a loose thumbnail',
    rule: of('Thumbnail: an accessory in a section'),
    refused: v2({ type: 11, ...picture }),
    accepted: v2(section({ accessory: { type: 11, ...picture, description: 'alt' } })),
    at: 'components.0.type',
  },
  {
    what: 'a loose button',
    rule: of('Button: inside an Action Row or a Section'),
    refused: v2(button()),
    accepted: v2(row(button())),
    at: 'components.0.type',
  },
  {
    what: 'an empty gallery',
    rule: of('Media Gallery Structure: 1 to 10 items'),
    refused: v2(gallery()),
    accepted: v2(gallery(picture)),
    at: 'components.0.items',
  },
  {
    what: 'a gallery of eleven',
    rule: of('Media Gallery Structure: 1 to 10 items'),
    refused: v2(gallery(...many(11, () => picture))),
    accepted: v2(gallery(...many(10, () => picture))),
    at: 'components.0.items',
  },
  {
    what: 'an alt text of 1,025 characters',
    rule: of('Media Gallery Item Structure: description max 1024'),
    refused: v2(gallery({ ...picture, description: long(1025) })),
    accepted: v2(gallery({ ...picture, description: long(1024) })),
    at: 'components.0.items.0.description',
  },
  {
    what: 'a file from the web',
    rule: of('File Structure: only supports attachment://'),
    refused: v2({ type: 13, file: { url: 'https://example.com/x.pdf' } }),
    accepted: v2(gallery(picture)),
    at: 'components.0.file.url',
  },
  {
    what: 'a file that was not attached',
    rule: of('Unfurled Media Item: attachment://<filename> references an uploaded file'),
    refused: v2({ type: 13, file: { url: 'attachment://x.pdf' } }),
    accepted: v2({ type: 14, divider: false, spacing: 2 }),
    at: 'components',
  },
  {
    what: 'a spacing nobody knows',
    rule: of('Separator Structure: spacing 1 or 2'),
    refused: v2({ type: 14, spacing: 3 }),
    accepted: v2({ type: 14, spacing: 1 }),
    at: 'components.0.spacing',
  },
  {
    what: 'one component id twice',
    rule: of('Anatomy: the id must be unique within the message'),
    refused: v2({ ...text(), id: 7 }, { ...text(), id: 7 }),
    accepted: v2({ ...text(), id: 7 }, { ...text(), id: 0 }),
    at: 'components',
  },
  {
    what: 'a negative component id',
    rule: of('Anatomy: id is a 32 bit integer'),
    refused: v2({ ...text(), id: -1 }),
    accepted: v2({ ...text(), id: 2_147_483_647 }),
    at: 'components.0.id',
  },
  {
    what: 'a label in a message',
    rule: of('Label: modals only'),
    refused: v2({ type: 18, label: 'x', component: select() }),
    accepted: v2(row(select())),
    at: 'components.0.type',
  },
  {
    what: 'a field nobody knows',
    rule: of('Text Display Structure'),
    refused: v2({ ...text(), colour: 'red' }),
    accepted: v2(text()),
    at: 'components.0.colour',
  },
];
