import { colours, picture, type Place, words } from './svg.ts';

/** A year of practice: how much on which day, with words in the member's language. */
export type HeatMap = {
  /** `YYYY-MM-DD`, the last day shown. */
  readonly today: string;
  /** Practice acts by day. */
  readonly counts: ReadonlyMap<string, number>;
  /** Days without practice that did not end the streak. */
  readonly bridged: ReadonlySet<string>;
  /** Numbers above the map, three at most. */
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly says: {
    /** Twelve short names, January first. */
    readonly months: readonly string[];
    /** Seven short names, Monday first. */
    readonly weekdays: readonly string[];
    readonly less: string;
    readonly more: string;
    readonly bridged: string;
    readonly today: string;
  };
};

const width = 720;
const margin = 24;
const left = 76;
const step = 22.7;
const weeks = 53;
/** The year stands in two rows, so that its days are large enough for a phone. */
const weeksPerRow = 27;
const rowHeight = 7 * step + 44;
const top = 128;
const height = top + 2 * rowHeight + 52;

/** The SVG of the last twelve months. Days differ in size and shape, not in colour alone. */
export function heatMap(map: HeatMap): string {
  const last = Temporal.PlainDate.from(map.today);
  const first = last.subtract({ days: last.dayOfWeek - 1 + (weeks - 1) * 7 });
  const days = Array.from({ length: last.since(first).days + 1 }, (_, index) => first.add({ days: index }));
  return picture(width, height, [
    ...map.figures.slice(0, 3).map(figureAt),
    ...[0, 1].flatMap((row) => weekdayNames(map, row)),
    ...days.map((day, index) => dayAt(map, day, index)),
    ...days.flatMap((day, index) => monthAt(map, day, index)),
    ...legend(map),
  ]);
}

function figureAt({ value, label }: HeatMap['figures'][number], index: number): string {
  const x = margin + 8 + index * 230;
  return (
    words(value, { x, y: 62 }, { size: 44, bold: true }) + words(label, { x, y: 96 }, { size: 22, fill: colours.quiet })
  );
}

/** Where the day stands: its column and row of the whole year, as the middle of its cell. */
function placeOf(index: number): Place {
  const week = Math.floor(index / 7);
  const row = week < weeksPerRow ? 0 : 1;
  return {
    x: left + (week - row * weeksPerRow) * step + step / 2,
    y: top + row * rowHeight + 30 + (index % 7) * step + step / 2,
  };
}

function dayAt({ counts, bridged, today }: HeatMap, day: Temporal.PlainDate, index: number): string {
  const { x, y } = placeOf(index);
  const name = day.toString();
  const mark = markOf(counts.get(name) ?? 0, bridged.has(name), { x, y });
  return name === today
    ? `${mark}<rect x="${x - 11}" y="${y - 11}" width="22" height="22" rx="6" fill="none" stroke="${colours.warm}" stroke-width="3"/>`
    : mark;
}

function markOf(count: number, isBridged: boolean, { x, y }: Place): string {
  if (count === 0 && isBridged)
    return `<circle cx="${x}" cy="${y}" r="6" fill="none" stroke="${colours.some}" stroke-width="2.5"/>`;
  if (count === 0) return `<rect x="${x - 2.5}" y="${y - 2.5}" width="5" height="5" rx="1.5" fill="${colours.faint}"/>`;
  const [size, fill] = count === 1 ? [11, colours.some] : count <= 3 ? [15, colours.more] : [18, colours.most];
  return `<rect x="${x - size / 2}" y="${y - size / 2}" width="${size}" height="${size}" rx="4" fill="${fill}"/>`;
}

/** Every other name, beside its row. */
const weekdayNames = ({ says }: HeatMap, row: number): readonly string[] =>
  [0, 2, 4, 6].map((weekday) =>
    words(
      says.weekdays[weekday] ?? '',
      { x: left - 8, y: placeOf(row * weeksPerRow * 7 + weekday).y + 7 },
      {
        size: 19,
        fill: colours.quiet,
        anchor: 'end',
      },
    ),
  );

/** A month's name stands above the week that its first day is in. */
function monthAt({ says }: HeatMap, day: Temporal.PlainDate, index: number): readonly string[] {
  if (day.day !== 1) return [];
  const { x, y } = placeOf(index - (index % 7));
  return [words(says.months[day.month - 1] ?? '', { x: x - step / 2, y: y - 20 }, { size: 20, fill: colours.quiet })];
}

function legend({ says }: HeatMap): readonly string[] {
  const y = height - 30;
  const levels = [0, 1, 3, 4].map((count, index) => markOf(count, false, { x: 132 + index * 26, y: y - 7 }));
  const quiet = { size: 20, fill: colours.quiet } as const;
  return [
    words(says.less, { x: 116, y }, { ...quiet, anchor: 'end' }),
    ...levels,
    words(says.more, { x: 230, y }, quiet),
    markOf(0, true, { x: 340, y: y - 7 }),
    words(says.bridged, { x: 358, y }, quiet),
    `<rect x="562" y="${y - 18}" width="22" height="22" rx="6" fill="none" stroke="${colours.warm}" stroke-width="3"/>`,
    words(says.today, { x: 594, y }, quiet),
  ];
}
