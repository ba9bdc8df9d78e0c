// Which findings come first, and which say the same as another.

import type { Kind } from '#content/kinds.ts';
import { countsOf } from './features.ts';
import { type FindingId, findingsById } from './findings.ts';
import { type Advice, familyOf, type Label } from './labels.ts';
import type { Category } from './lexicon.ts';
import type { Reading } from './reading.ts';

type Judged = {
  readonly scores: Readonly<Record<Label, number | null>>;
  /** What would help most first. */
  readonly advice: readonly Advice[];
  readonly kind: Kind | undefined;
};

/** What is told: the weightiest first, each change once, nothing that another makes needless. */
export function ranked(sure: readonly FindingId[], judged: Judged): readonly FindingId[] {
  const place = (id: FindingId): number =>
    findingsById[id].rank + 2 * Math.max(0, judged.advice.indexOf(findingsById[id].advice));
  const inOrder = sure.filter((id) => !isNeedless(id, sure, judged)).toSorted((a, b) => place(a) - place(b));
  const told = new Set<Advice>();
  return inOrder.filter((id) => {
    const { advice } = findingsById[id];
    return !told.has(advice) && told.add(advice).has(advice);
  });
}

/** What speaks against a finding: where one of these lists is met, the model alone is not believed. */
const against: { readonly [F in FindingId]?: readonly Category[] } = {
  'no-example': ['time', 'scene', 'number'],
  'own-part': ['iDid', 'iDo', 'iWould'],
};

/** Whether something in the answer speaks against a finding, however sure the model is. */
export const isContradicted = (id: FindingId, { sentences }: Reading): boolean =>
  against[id]?.some((list) => sentences.some((sentence) => (countsOf(sentence)[list] ?? 0) > 0)) ?? false;

/** Where one thing is said, another goes without saying. */
const coveredBy: { readonly [F in FindingId]?: readonly FindingId[] } = {
  'no-example': ['too-short', 'no-step', 'stock-phrases', 'recitation', 'off-topic', 'no-question'],
  'no-step': ['too-short', 'off-topic'],
  'no-aim': ['too-short', 'no-step', 'off-topic', 'no-result'],
  'no-result': ['too-short', 'off-topic'],
  'no-number': ['no-result', 'too-short', 'no-step', 'off-topic'],
  'own-part': ['too-short', 'no-step', 'off-topic'],
  'no-growth': ['humble-brag', 'off-topic'],
  'too-short': ['rambling', 'off-topic'],
};

/** Where one is asked when one can come, dates and hours are the answer, and few words do. */
const notOfHours: ReadonlySet<FindingId> = new Set<FindingId>(['recitation', 'too-short', 'no-example', 'own-part']);

/** Whether a finding would add nothing beside the others that are sure. */
export function isNeedless(
  id: FindingId,
  sure: readonly FindingId[],
  { scores, kind }: Omit<Judged, 'advice'>,
): boolean {
  if (coveredBy[id]?.some((other) => sure.includes(other)) ?? false) return true;
  if (kind === 'availability') return notOfHours.has(id);
  // A number is worth asking for only where there is a result; not every question must be asked something back.
  if (id === 'no-number') return (scores.star_result ?? 0) < 0.5;
  if (id === 'no-question') return kind !== 'your-questions';
  if (id === 'no-example') return kind === 'salary' || kind === 'closing' || familyOf(kind) === 'scenario';
  return false;
}
