import type { Asked, Assessment, Coach } from '#coach/coach.ts';
import { careSaid, spoken } from '#coach/speak.ts';
import { labels } from '#coach/labels.ts';
import { translator } from '#text/translator.ts';

const t = translator('en', (words) => `/${words}`);

/** A line of the measuring interface: what the coach makes of one line of input, whatever that holds. */
export function findingLine(line: string, coach: Coach): string {
  const given = parsed(line);
  if (!given) return JSON.stringify({ id: null, ...nothing('unreadable') });
  const { id } = given;
  try {
    const assessment = coach.assess(askedIn(given));
    const { state, scores, overall, advice } = assessment;
    return JSON.stringify({ id: id ?? null, labels: scores, overall, advice, shown: shownOf(assessment), state });
  } catch {
    return JSON.stringify({ id: id ?? null, ...nothing('unreadable') });
  }
}

const nothing = (state: string) => ({
  labels: Object.fromEntries(labels.map((label) => [label, null])),
  overall: 1,
  advice: [],
  shown: [],
  state,
});

type Given = { readonly [name: string]: unknown };

function parsed(line: string): Given | undefined {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? (value as Given) : undefined;
  } catch {
    return undefined;
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const askedIn = ({ question, kind, answer }: Given): Asked => ({
  question: textIn(question),
  kind: textIn(kind),
  answer: textIn(answer),
});

/** Everything that a member would read of it. */
function shownOf(assessment: Assessment): readonly string[] {
  if (assessment.trouble) return careSaid(assessment.trouble, { zone: undefined, locale: undefined }, t);
  return spoken(assessment, t).paragraphs;
}
