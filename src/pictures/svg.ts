// What all pictures have in common: colours, texts and shapes.

import { shortened } from '#text/cut.ts';

/** A ground of its own, so that pictures read alike on Discord's light and dark. Contrast on it is 7:1 or more. */
export const colours = {
  ground: '#1f2b33',
  words: '#f4f1ea',
  quiet: '#b9c4c9',
  faint: '#3a4a54',
  some: '#4fa3a5',
  more: '#7cc6bd',
  most: '#c5efe2',
  warm: '#f2b15c',
} as const;

/** A point of a picture, in pixels from its upper left corner. */
export type Place = { readonly x: number; readonly y: number };

type Words = {
  readonly size: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
};

/** A line of text whose foot stands at a place; cut to `most` characters. */
export function words(said: string, { x, y }: Place, { size, fill = colours.words, bold, anchor }: Words): string {
  const weight = bold === true ? ' font-weight="700"' : '';
  const place = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  const family = 'font-family="Inter, \'DejaVu Sans\'"';
  return `<text x="${x}" y="${y}" ${family} font-size="${size}" fill="${fill}"${weight}${place}>${escaped(shortened(said, 60))}</text>`;
}

/** The letters that mean something to SVG, and what no XML may hold at all. */
const escaped = (said: string): string =>
  said
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A whole picture. Sizes are in pixels, twice what a phone shows. */
export const picture = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<rect width="${width}" height="${height}" rx="24" fill="${colours.ground}"/>${parts.join('')}</svg>`;
