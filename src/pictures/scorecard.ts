import { colours, picture, words } from './svg.ts';
import { fitted, wrapped } from './width.ts';

/** How a mock interview went: a row for each question, and no total. All words are in the member's language. */
export type ScorecardPicture = {
  readonly title: string;
  /** What was chosen for it, `one · another`. */
  readonly about?: string;
  readonly rows: readonly {
    readonly question: string;
    /** The own rating, 1 to 4; none when it was not answered or not rated. */
    readonly rating: number | undefined;
    /** The same in words, with what else is to say. */
    readonly went: string;
    /** What the coach found in the answer, `one · another`. */
    readonly found: string | undefined;
  }[];
};

type Row = ScorecardPicture['rows'][number];

const width = 720;
const margin = 32;
/** Where the words of a row begin, and those beside its dots. */
const indent = margin + 44;
const besideDots = margin + 176;
const top = 96;
const rowHeight = 92;
const lineHeight = 30;

const aboutFont = { size: 24 } as const;
const foundFont = { size: 22 } as const;

/** The SVG of a scorecard. Ratings are dots and words, never colour alone. */
export function scorecard({ title, about = '', rows }: ScorecardPicture): string {
  const chosen = about === '' ? [] : wrapped(about, width - 2 * margin, aboutFont);
  const first = top + chosen.length * lineHeight;
  const heights = rows.map((row) => heightOf(row));
  const tops = heights.map((_, index) => first + sumOf(heights.slice(0, index)));
  return picture(width, first + sumOf(heights) + 16, [
    words(title, { x: margin, y: 58 }, { size: 32, bold: true }),
    ...chosen.map((one, index) =>
      words(one, { x: margin, y: 94 + index * lineHeight }, { ...aboutFont, fill: colours.quiet }),
    ),
    ...rows.flatMap((row, index) => rowAt(row, index, tops[index] ?? first)),
  ]);
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

const foundIn = ({ found }: Row): readonly string[] =>
  found === undefined ? [] : wrapped(found, width - margin - indent, foundFont);

function heightOf(row: Row): number {
  const { length } = foundIn(row);
  return rowHeight + (length === 0 ? 0 : 6 + length * lineHeight);
}

function rowAt(row: Row, index: number, y: number): readonly string[] {
  const { question, rating, went } = row;
  const large = { size: 26 } as const;
  const middle = { size: 24 } as const;
  return [
    `<line x1="${margin}" y1="${y}" x2="${width - margin}" y2="${y}" stroke="${colours.faint}" stroke-width="2"/>`,
    words(`${index + 1}`, { x: margin, y: y + 38 }, { ...large, bold: true, fill: colours.quiet }),
    words(fitted(question, width - margin - indent, large), { x: indent, y: y + 38 }, large),
    ...[0, 1, 2, 3].map((place) => dotAt(margin + 56 + place * 30, y + 64, rating !== undefined && place < rating)),
    words(
      fitted(went, width - margin - besideDots, middle),
      { x: besideDots, y: y + 73 },
      { ...middle, fill: colours.quiet },
    ),
    ...foundIn(row).map((one, place) =>
      words(one, { x: indent, y: y + 106 + place * lineHeight }, { ...foundFont, fill: colours.warm }),
    ),
  ];
}

const dotAt = (x: number, y: number, isFilled: boolean): string =>
  isFilled
    ? `<circle cx="${x}" cy="${y}" r="10" fill="${colours.more}"/>`
    : `<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="${colours.faint}" stroke-width="3"/>`;
