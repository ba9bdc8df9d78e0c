// How wide a line of text gets in a picture, before it is drawn: never less than it is, and little more.

import { firstOf } from '#text/cut.ts';

/** Letters by their width in Inter, as a part of the size, rounded up. */
const widths: readonly (readonly [number, string])[] = [
  [0.25, 'ijl'],
  [0.3, " !',.:I‘’·"],
  [0.35, ';ft'],
  [0.4, '()/r'],
  [0.45, '1“”'],
  [0.5, '"-–'],
  [0.55, '?ksx'],
  [0.6, '57FJLacehnouvyz'],
  [0.65, '&0234689EPRSTZbdgpq'],
  [0.7, 'BKVXY'],
  [0.75, 'ACDGHU'],
  [0.8, 'NOQ'],
  [0.85, 'w'],
  [0.9, 'm…'],
  [0.95, 'M'],
];
/** Of other letters; accents add nothing. */
const widest = 1.1;
const boldIsWider = 1.15;

const widthOfLetter = new Map(widths.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width])));

/** How a line is drawn; `size` in pixels. */
export type Font = { readonly size: number; readonly bold?: boolean };

/** The width of a line in pixels, at the most. */
function widthOf(said: string, { size, bold = false }: Font): number {
  const plain = said.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const ems = Array.from(plain).reduce((sum, letter) => sum + (widthOfLetter.get(letter) ?? widest), 0);
  return ems * size * (bold ? boldIsWider : 1);
}

/** A line that is not wider than `width` pixels, with a mark where it was cut. */
export function fitted(said: string, width: number, font: Font): string {
  if (widthOf(said, font) <= width) return said;
  for (let most = said.length - 1; most > 0; most -= 1) {
    const cut = `${firstOf(said, most).replace(/[\s.,;:]+$/u, '')}…`;
    if (widthOf(cut, font) <= width) return cut;
  }
  return '…';
}

const between = ' · ';

/** A list of things (`one · another`) in as few lines as are wide enough. */
export function wrapped(said: string, width: number, font: Font): readonly string[] {
  const lines: string[] = [];
  for (const part of said.split(between)) {
    const longer = [...lines.slice(-1), part].join(between);
    if (lines.length > 0 && widthOf(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitted(part, width, font));
  }
  return lines;
}
