// What is told of an answer: a strength, and at most three findings, each with a quotation.

import type { Kind } from '#content/kinds.ts';
import { type FindingId, findingIds, findingsById, strengthIds, type StrengthId, strengths } from './findings.ts';
import { type Advice, familyOf, type Label } from './labels.ts';
import type { Category } from './lexicon.ts';
import type { Model } from './model.ts';
import { isPlain } from './plain-cases.ts';
import { endOf, heaviest, partOf, sentenceBefore } from './quote.ts';
import { isContradicted, ranked } from './ranking.ts';
import type { Reading } from './reading.ts';
import { silenced } from './silenced.ts';

/** What the coach can say about something: whether it is in these words, or should come after them. */
export type Found = {
  readonly id: FindingId;
  readonly quote: string;
  readonly place: 'here' | 'after';
};
export type Strong = { readonly id: StrengthId; readonly quote: string };

type Scores = Readonly<Record<Label, number | null>>;

/** How many findings a member reads at most. */
const mostFindings = 3;

/** How sure one must be, as a distance from the border. */
const distance = (score: number, side: 'present' | 'absent'): number => {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, score));
  const weight = Math.log(inside / (1 - inside));
  return side === 'present' ? weight : -weight;
};

/** Lists of which a sentence must have something to show a strength. */
const shownBy: Readonly<Record<StrengthId, readonly Category[]>> = {
  result: ['result', 'amount'],
  number: ['amount'],
  learning: ['learnt', 'growing'],
  growth: ['growing', 'learnt'],
  question: ['asks'],
  'own-steps': ['iDid', 'iDo', 'iWould', 'bareDid'],
  example: ['time', 'scene', 'number', 'detail'],
  scene: ['scene', 'time'],
};

/** What comes at the end of an answer: "broke" is a result there, and a problem at its beginning. */
const late: ReadonlySet<StrengthId> = new Set<StrengthId>(['result', 'number', 'learning']);

const secondHalfOf = (reading: Reading): Reading => ({
  ...reading,
  sentences: reading.sentences.slice(Math.floor(reading.sentences.length / 2)),
});

export function strengthIn(reading: Reading, scores: Scores, model: Model): Strong | undefined {
  for (const id of strengthIds) {
    const label = strengths[id];
    const score = scores[label];
    const from = model.show[`+${id}`];
    const ready = model.labels.get(label);
    if (score === null || from === undefined || !ready || distance(score, 'present') < from) continue;
    const by = { ready, places: model.places };
    const sentence = heaviest(late.has(id) ? secondHalfOf(reading) : reading, by, shownBy[id]);
    if (sentence) return { id, quote: partOf(sentence, by) };
  }
  return undefined;
}

type Judged = {
  readonly scores: Scores;
  readonly advice: readonly Advice[];
  readonly reading: Reading;
  readonly kind: Kind | undefined;
};

export function findingsIn({ reading, scores, kind, advice }: Judged, model: Model): readonly Found[] {
  const sure = findingIds.filter((id) => {
    const { label, side, families } = findingsById[id];
    const score = scores[label];
    const from = model.show[id];
    if (score === null || from === undefined || silenced.has(id)) return false;
    if ((families && !families.includes(familyOf(kind))) || isContradicted(id, reading)) return false;
    return distance(score, side) >= from;
  });
  return ranked(sure, { scores, advice, kind })
    .slice(0, mostFindings)
    .flatMap((id) => foundIn(id, reading, model));
}

function foundIn(id: FindingId, reading: Reading, model: Model): readonly Found[] {
  const { label, side } = findingsById[id];
  const ready = model.labels.get(label);
  if (!ready) return [];
  const isAbout = side === 'present' && id !== 'too-short' && id !== 'off-topic';
  const by = { ready, places: model.places };
  const plainOne = isAbout
    ? reading.sentences.find(({ plain }) => isPlain(label, { kind: undefined, plain }))
    : undefined;
  const sentence = plainOne ?? (isAbout ? heaviest(reading, by) : sentenceBefore(id, reading));
  if (!sentence) return [];
  return isAbout
    ? [{ id, quote: partOf(sentence, by), place: 'here' }]
    : [{ id, quote: endOf(sentence), place: id === 'off-topic' ? 'here' : 'after' }];
}
