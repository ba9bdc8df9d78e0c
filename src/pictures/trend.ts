import { colours, picture, words } from './svg.ts';

/** How something went over time, on several scales from 1 to 4. All words are in the member's language. */
export type TrendPicture = {
  readonly title: string;
  readonly rows: readonly {
    readonly name: string;
    /** Oldest first: what others said, and what the member said; undefined where nothing was said. */
    readonly points: readonly { readonly theirs: number | undefined; readonly own: number | undefined }[];
  }[];
};

const width = 720;
const margin = 32;
const left = 300;
const top = 92;
const rowHeight = 104;
const step = 18;

/** The SVG of a trend. Dots are what others said, rings what the member did: shapes, never colour alone. */
export function trend({ title, rows }: TrendPicture): string {
  return picture(width, top + rows.length * rowHeight + 20, [
    words(title, { x: margin, y: 58 }, { size: 32, bold: true }),
    ...rows.flatMap(rowAt),
  ]);
}

function rowAt({ name, points }: TrendPicture['rows'][number], index: number): readonly string[] {
  const y = top + index * rowHeight;
  const foot = y + rowHeight - 22;
  const heightOf = (value: number): number => foot - (value - 1) * step - 6;
  const gap = (width - margin - left - 24) / Math.max(1, points.length - 1);
  const placeOf = (place: number): number => (points.length === 1 ? left + 12 : left + 12 + place * gap);
  const theirs = points.flatMap(({ theirs: value }, place) =>
    value === undefined ? [] : [{ x: placeOf(place), y: heightOf(value) }],
  );
  return [
    `<line x1="${margin}" y1="${y}" x2="${width - margin}" y2="${y}" stroke="${colours.faint}" stroke-width="2"/>`,
    words(name, { x: margin, y: y + 58 }, { size: 26 }),
    ...[1, 2, 3, 4].map((value) => {
      const at = heightOf(value);
      return `<line x1="${left}" y1="${at}" x2="${width - margin}" y2="${at}" stroke="${colours.faint}" stroke-width="1"/>`;
    }),
    `<polyline points="${theirs.map((one) => `${one.x},${one.y}`).join(' ')}" fill="none" stroke="${colours.some}" stroke-width="3"/>`,
    ...points.flatMap(({ own }, place) =>
      own === undefined
        ? []
        : [
            `<circle cx="${placeOf(place)}" cy="${heightOf(own)}" r="11" fill="none" stroke="${colours.warm}" stroke-width="3"/>`,
          ],
    ),
    ...theirs.map((one) => `<circle cx="${one.x}" cy="${one.y}" r="7" fill="${colours.most}"/>`),
  ];
}
