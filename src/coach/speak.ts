// An assessment in words, for a card: short markdown, with a member's own words made harmless.

import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Trouble } from './care.ts';
import type { Assessment } from './coach.ts';
import type { Counts } from './counts.ts';
import { type FindingId, findingsById } from './findings.ts';
import { checked, countryOf } from './help-lines.ts';
import type { Found } from './telling.ts';
import { texts } from './texts.ts';

/** What a member reads of an assessment: paragraphs of markdown, and the lessons that go with them. */
export type Spoken = { readonly paragraphs: readonly string[]; readonly lessons: readonly string[] };

/** What can be said of nearly any answer, and is true of this one. */
function strengthOfShape({ words, softeners, together, own }: Counts, t: Translator): string {
  if (words < fewWords) return t(texts.started, { count: words });
  if (softeners === 0) return t(texts.straight);
  if (together > 0 && own > 0) return t(texts.bothPersons);
  return words >= 30 && words <= spokenPerMinute ? t(texts.fits) : t(texts.started, { count: words });
}

/** How fast people speak, in words a minute. */
const spokenPerMinute = 140;

/** Few words can show neither much good nor much bad. */
const fewWords = 12;

export function spoken(assessment: Assessment, t: Translator): Spoken {
  const { state, findings, strength, counts } = assessment;
  if (state === 'care') return { paragraphs: [], lessons: [] };
  if (state !== 'assessed') return { paragraphs: [t(oddityTexts[state])], lessons: [] };
  const turn = counts.words;
  const good = strength
    ? t(texts.works, { ...strength, quote: inert(strength.quote), turn })
    : strengthOfShape(counts, t);
  const open =
    findings.length > 0
      ? findings.map((found, place) => foundSaid(found, { before: findings[place - 1], turn: turn + place }, t))
      : [counts.words < fewWords ? t(texts.cantTellShort) : t(texts.nothingToFix, { turn })];
  return {
    paragraphs: [good, ...open, `-# ${t(texts.cantTell)}`],
    lessons: [...new Set(findings.map(({ id }) => findingsById[id].lesson))],
  };
}

const oddityTexts = {
  empty: texts.empty,
  emoji: texts.emoji,
  language: texts.language,
  code: texts.code,
  link: texts.link,
  question: texts.question,
  resume: texts.resume,
  headings: texts.headings,
  command: texts.command,
  repeated: texts.repeated,
  unreadable: texts.unreadable,
  hostile: texts.hostile,
} as const;

type Among = { readonly before: Found | undefined; readonly turn: number };

/** A finding with its quotation; the same words are not quoted twice in a row. */
function foundSaid({ id, quote, place }: Found, { before, turn }: Among, t: Translator): string {
  if (before?.quote === quote) return t(texts.again, { id, turn });
  return t(place === 'here' ? texts.here : texts.after, { id, quote: inert(quote), turn });
}

/** What findings are called, for a list. */
export const findingName = (id: FindingId, t: Translator): string => t(texts.name, { id });

/** Which findings of an earlier try went away; nothing when none did. */
export function goneSaid(before: Assessment, now: Assessment, t: Translator): string | undefined {
  if (before.state !== 'assessed' || now.state !== 'assessed') return undefined;
  const gone = before.findings.filter(({ id }) => isMended(id, now));
  if (gone.length === 0) return undefined;
  const names = gone.map(({ id }) => {
    const name = findingName(id, t);
    return findingsById[id].side === 'present' ? t(texts.goneOne, { name }) : t(texts.cameOne, { name });
  });
  return t(texts.gone, { names: names.join(', ') });
}

/** Not only untold because something else matters more. */
function isMended(id: FindingId, { findings, scores }: Assessment): boolean {
  const { label, side } = findingsById[id];
  const score = scores[label] ?? 0.5;
  return !findings.some((one) => one.id === id) && (side === 'present' ? score < 0.5 : score > 0.5);
}

/** Counts in words, each with what it can mean either way. */
export function countsSaid({ words, own, together, fillers, numbers }: Counts, t: Translator): readonly string[] {
  const seconds = Math.max(5, Math.round(((words / spokenPerMinute) * 60) / 5) * 5);
  const length = {
    unit: seconds < 60 ? 'second' : 'minute',
    value: seconds < 60 ? seconds : Math.round(seconds / 30) / 2,
  };
  const minutes = new Intl.NumberFormat(t.language, { style: 'unit', unit: length.unit, unitDisplay: 'long' });
  return [
    `### ${t(texts.countsTitle)}`,
    t(texts.countsWords, { count: words, minutes: minutes.format(length.value) }),
    t(texts.countsPersons, { own, together }),
    t(texts.countsFillers, { count: fillers }),
    t(texts.countsNumbers, { count: numbers }),
  ];
}

type Whereabouts = { readonly zone: string | undefined; readonly locale: string | undefined };

/** Warm words and where to find help. */
export function careSaid(trouble: Trouble, at: Whereabouts, t: Translator): readonly string[] {
  const country = countryOf(at);
  const warm = { 'self-harm': texts.careSelfHarm, abuse: texts.careAbuse, danger: texts.careDanger }[trouble];
  return [
    t(warm),
    [
      t(texts.careNow),
      ...(country ? [t(texts.careHere, { country: country.name, lines: country.lines[trouble] })] : []),
      t(texts.careElsewhere),
    ].join('\n'),
    t(texts.careNotKept),
    ...(country ? [t(texts.careDated, { checked })] : []),
  ];
}
