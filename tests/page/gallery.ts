/** One message with every component and every piece of Discord's markdown. */
const words = [
  '# Heading one',
  '## Heading two',
  '### Heading three',
  '**bold** *italic* __underlined__ ~~struck~~ `code` ||hidden||',
  '> a quotation',
  '> of two lines',
  '- one',
  '- two',
  '  - within two',
  '1. first',
  '```ts',
  'const x = 1;',
  '```',
  '[a good link](https://example.com/) [a bad link](javascript:alert(1))',
  '<t:1767225600:t> <t:1767225600:D> <t:1767225600:F> <t:1767225600:R> </gallery:12345678901234567> @everyone',
  '-# small print',
].join('\n');

const options = [
  { label: 'Apples', value: 'a', description: 'Green ones', emoji: { name: '🍏' } },
  { label: 'Pears', value: 'p' },
  { label: 'Plums', value: 'u' },
];
const button = (style: number, label: string, more: object = {}) => ({
  type: 2,
  style,
  label,
  custom_id: `b${label}`,
  ...more,
});
const row = (...components: readonly object[]) => ({ type: 1, components });

export const gallery: readonly object[] = [
  {
    type: 17,
    accent_color: 0xd98248,
    components: [
      { type: 10, content: words },
      { type: 14, divider: true, spacing: 2 },
      {
        type: 9,
        components: [{ type: 10, content: 'A section with a **button** beside it' }],
        accessory: button(2, 'Beside'),
      },
      {
        type: 9,
        components: [{ type: 10, content: 'And one with a picture' }],
        accessory: { type: 11, media: { url: 'https://example.com/cat.png' }, description: 'A cat' },
      },
      { type: 12, items: [{ media: { url: 'https://example.com/dog.png' }, description: 'A dog in the rain' }] },
      { type: 13, file: { url: 'attachment://notes.txt' } },
      row(
        button(1, 'Primary'),
        button(2, 'Secondary', { emoji: { name: '🌱' } }),
        button(3, 'Success'),
        button(4, 'Danger'),
        { type: 2, style: 5, label: 'Link', url: 'https://example.com/' },
      ),
      row(button(1, 'Off', { disabled: true })),
      row({ type: 3, custom_id: 'fruit', placeholder: 'Pick two fruits', min_values: 2, max_values: 2, options }),
    ],
  },
  row({ type: 5, custom_id: 'who', placeholder: 'A person' }),
  row({ type: 6, custom_id: 'role', placeholder: 'A role' }),
  row({ type: 7, custom_id: 'any', placeholder: 'Anybody' }),
  row({ type: 8, custom_id: 'where', placeholder: 'A channel' }),
];
