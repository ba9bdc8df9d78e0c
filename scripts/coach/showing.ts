// From which score on a finding may be shown: right often enough among the answers where it really would be told.

import { type FindingId, findingIds, findingsById, type StrengthId, strengthIds, strengths } from '#coach/findings.ts';
import { familyOf, type Label } from '#coach/labels.ts';
import { chanceOf } from '#coach/model.ts';
import { isContradicted, isNeedless } from '#coach/ranking.ts';
import { readingOf } from '#coach/reading.ts';
import { borderFor, type Guess, scoreOf } from './measure.ts';
import type { Sample } from './samples.ts';

/** How sure what is told must have been, of writers that were left out, if that still finds this part of what is there. */
const tries = [
  { precision: 0.95, recall: 0.3 },
  { precision: 0.92, recall: 0.15 },
  { precision: 0.9, recall: 0.05 },
];
/** Fewer answers than this prove nothing. */
const fewest = 8;

/** What models say of an answer whose writer they don't know: beyond or below the border of each label. */
export type Blind = { readonly sample: Sample; readonly beyond: ReadonlyMap<Label, number> };

/** Borders by finding; one that is never sure enough is left out. */
export function showingOf(all: readonly Blind[], say: (line: string) => void): Record<string, number> {
  const from = new Map<FindingId, number>();
  // What covers others comes before what it covers.
  for (const id of inOrder) {
    const told = all.filter((one) => couldBeTold(id, one, from));
    const guesses = told.map((one) => guessOf(id, one));
    const border = borderOf(id, guesses, say);
    if (border !== undefined) from.set(id, border);
  }
  const good = strengthIds.map((id) => [`+${id}`, strengthBorder(id, all, say)] as const);
  return Object.fromEntries([...from, ...good].filter((entry) => entry[1] !== undefined) as [string, number][]);
}

/** Findings in an order in which each comes after those that make it needless. */
const inOrder: readonly FindingId[] = [
  ...findingIds.filter((id) => !id.startsWith('no-') && !['own-part', 'too-short'].includes(id)),
  'too-short',
  'no-question',
  'no-growth',
  'no-step',
  'no-result',
  'own-part',
  'no-aim',
  'no-number',
  'no-example',
];

function guessOf(id: FindingId, { sample, beyond }: Blind): Guess {
  const { label, side } = findingsById[id];
  const score = beyond.get(label) ?? 0;
  const truth = sample.labels[label] === 1;
  return side === 'present' ? { score, truth } : { score: -score, truth: !truth };
}

/** Whether a finding has a meaning for an answer, and nothing that is sure makes it needless. */
function couldBeTold(id: FindingId, blind: Blind, from: ReadonlyMap<FindingId, number>): boolean {
  const { sample, beyond } = blind;
  const { label, families } = findingsById[id];
  if (sample.labels[label] === null || (families && !families.includes(familyOf(sample.kind)))) return false;
  if (isContradicted(id, readingOf(sample.answer))) return false;
  const sure = [...from].filter(([other, border]) => {
    const { label: its, families: where } = findingsById[other];
    if (sample.labels[its] === null || (where && !where.includes(familyOf(sample.kind)))) return false;
    return guessOf(other, blind).score >= border;
  });
  const scores = Object.fromEntries([...beyond].map(([one, score]) => [one, chanceOf(score)])) as Record<Label, number>;
  return !isNeedless(
    id,
    sure.map(([other]) => other),
    { scores, kind: sample.kind },
  );
}

const strengthBorder = (id: StrengthId, all: readonly Blind[], say: (line: string) => void): number | undefined => {
  const label = strengths[id];
  const guesses = all
    .filter(({ sample }) => sample.labels[label] !== null)
    .map(({ sample, beyond }) => ({ score: beyond.get(label) ?? 0, truth: sample.labels[label] === 1 }));
  return borderOf(`+${id}`, guesses, say);
};

function borderOf(id: string, guesses: readonly Guess[], say: (line: string) => void): number | undefined {
  for (const { precision, recall } of tries) {
    const border = borderFor(guesses, { precision, said: fewest });
    const from = border === undefined ? undefined : Math.round(Math.max(0, border) * 1_000) / 1_000;
    const found = from === undefined ? undefined : scoreOf(guesses, from);
    if (!found || found.recall < recall) continue;
    say(`  ${id} from ${from}: P ${found.precision.toFixed(2)} R ${found.recall.toFixed(2)} of ${guesses.length}`);
    return from;
  }
  say(`  ${id} is never shown`);
  return undefined;
}
