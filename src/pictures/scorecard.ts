import { shortened } from '#text/cut.ts';
import { colours, picture, words } from './svg.ts';

/** How a mock interview went: a row for each question, and no total. All words are in the member's language. */
export type ScorecardPicture = {
  readonly title: string;
  readonly rows: readonly {
    readonly question: string;
    /** The own rating, 1 to 4; none when it was not answered or not rated. */
    readonly rating: number | undefined;
    /** The same in words, with what else is to say. */
    readonly went: string;
    /** What the coach found in the answer. */
    readonly found: string | undefined;
  }[];
};

const width = 720;
const margin = 32;
const top = 96;
const rowHeight = 92;
/** What a line of the coach takes more. */
const foundHeight = 36;

/** The SVG of a scorecard. Ratings are dots and words, never colour alone. */
export function scorecard({ title, rows }: ScorecardPicture): string {
  const heights = rows.map(({ found }) => rowHeight + (found === undefined ? 0 : foundHeight));
  const tops = heights.map((_, index) => top + heights.slice(0, index).reduce((sum, one) => sum + one, 0));
  return picture(width, top + heights.reduce((sum, one) => sum + one, 0) + 16, [
    words(title, { x: margin, y: 58 }, { size: 32, bold: true }),
    ...rows.flatMap((row, index) => rowAt(row, index, tops[index] ?? top)),
  ]);
}

function rowAt(row: ScorecardPicture['rows'][number], index: number, y: number): readonly string[] {
  const { question, rating, went, found } = row;
  return [
    `<line x1="${margin}" y1="${y}" x2="${width - margin}" y2="${y}" stroke="${colours.faint}" stroke-width="2"/>`,
    words(`${index + 1}`, { x: margin, y: y + 38 }, { size: 26, bold: true, fill: colours.quiet }),
    words(shortened(question, 46), { x: margin + 44, y: y + 38 }, { size: 26 }),
    ...[0, 1, 2, 3].map((place) => dotAt(margin + 56 + place * 30, y + 64, rating !== undefined && place < rating)),
    words(went, { x: margin + 176, y: y + 73 }, { size: 24, fill: colours.quiet }),
    ...(found === undefined
      ? []
      : [words(shortened(found, 54), { x: margin + 44, y: y + 106 }, { size: 22, fill: colours.warm })]),
  ];
}

const dotAt = (x: number, y: number, isFilled: boolean): string =>
  isFilled
    ? `<circle cx="${x}" cy="${y}" r="10" fill="${colours.more}"/>`
    : `<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="${colours.faint}" stroke-width="3"/>`;
