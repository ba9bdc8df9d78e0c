// Reads one answer: what is in it, what is missing, and what a member may hear of that. Pure but for loading its weights.

import { readFile } from 'node:fs/promises';
import { isKind, type Kind } from '#content/kinds.ts';
import { isAimedAtBot, type Trouble, troubleIn } from './care.ts';
import { countsOf as countsIn, type Counts } from './counts.ts';
import { featuresOf, type Said } from './features.ts';
import { type FindingId, findingIds, findingsById, strengthIds, type StrengthId, strengths } from './findings.ts';
import type { Category } from './lexicon.ts';
import { type Advice, applies, familyOf, type Label, labels } from './labels.ts';
import { chanceOf, type Model, modelOf, type Placed, placed, weigh, type Weights } from './model.ts';
import { type Oddity, oddityOf } from './oddity.ts';
import { endOf, heaviest, partOf, sentenceBefore } from './quote.ts';
import { ranked } from './ranking.ts';
import { type Reading, readingOf } from './reading.ts';
import { silenced } from './silenced.ts';
import { addTopic, isOfTopic } from './topic.ts';

/** An answer to read. A kind that nobody knows is as good as none. */
export type Asked = { readonly question: string; readonly kind: string | undefined; readonly answer: string };

/** What the coach can say about something: whether it is in these words, or should come after them. */
export type Found = {
  readonly id: FindingId;
  readonly quote: string;
  readonly place: 'here' | 'after';
};
export type Strong = { readonly id: StrengthId; readonly quote: string };

export type Assessment = {
  readonly state: 'assessed' | 'care' | 'hostile' | Oddity;
  readonly trouble?: Trouble;
  /** 0 to 1, with the border at 0.5; null where a label has no meaning, or nothing can be judged. */
  readonly scores: Readonly<Record<Label, number | null>>;
  /** 1 to 5; ranks advice, and is shown to nobody. */
  readonly overall: number;
  readonly advice: readonly Advice[];
  readonly strength?: Strong;
  /** At most three, what matters most first. */
  readonly findings: readonly Found[];
  readonly counts: Counts;
};

export type Coach = { assess(asked: Asked): Assessment };

/** How many findings a member reads at most. */
const mostFindings = 3;

let loading: Promise<Coach> | undefined;

/** The coach; loads what it knows on the first call, in well under half a second. */
export const openCoach = (): Promise<Coach> => (loading ??= loadCoach());

async function loadCoach(): Promise<Coach> {
  const weights = await readFile(new URL('weights.json', import.meta.url), 'utf8');
  return coachOf(modelOf(JSON.parse(weights) as Weights));
}

/** A coach that weighs as a model says. */
const coachOf = (model: Model): Coach => ({ assess: (asked) => assess(asked, model) });

const longest = 4_000;

function assess({ question, kind: named, answer }: Asked, model: Model): Assessment {
  const kind = isKind(named) ? named : undefined;
  const reading = readingOf(withoutQuestion(answer.slice(0, longest), question));
  const plain = reading.sentences.map((one) => one.plain).join('. ');
  const counts = countsIn(reading);
  const nothing = { counts, findings: [], overall: 1, advice: [] } as const;
  const trouble = troubleIn(plain);
  if (trouble) return { ...nothing, state: 'care', trouble, scores: noScores };
  const oddity = oddityOf({ question, reading });
  if (oddity === 'language' || oddity === 'emoji' || oddity === 'empty' || oddity === 'unreadable')
    return { ...nothing, state: oddity, scores: noScores };
  const features = featuresIn({ question, kind, reading }, model);
  const scores = scoresOf(features, kind, model);
  const judged = { scores, ...rankedBy(features, model) };
  if (isAimedAtBot(plain)) return { ...nothing, ...judged, state: 'hostile' };
  if (oddity) return { ...nothing, ...judged, state: oddity };
  const strength = strengthIn(reading, scores, model);
  const findings = findingsIn({ reading, scores, kind, advice: judged.advice }, model);
  return { ...judged, counts, state: 'assessed', findings, ...(strength && { strength }) };
}

/** Features of an answer, with how well it fits its kind of question. */
function featuresIn(said: Said, model: Model): Placed {
  const features = featuresOf(said);
  const topic = placed(new Map([...features].filter(([name]) => isOfTopic(name))), model);
  const sounds = [...model.kinds].map(([kind, ready]) => ({ kind, weight: weigh(ready, topic) }));
  addTopic(features, sounds, said.kind);
  return placed(features, model);
}

/** The answer alone, where the question was pasted in front of it. */
function withoutQuestion(answer: string, question: string): string {
  const asked = question.trim();
  const rest = answer.trimStart();
  if (asked.length < 15 || !rest.toLowerCase().startsWith(asked.toLowerCase())) return answer;
  const alone = rest.slice(asked.length);
  return /\p{L}{2}/u.test(alone) ? alone.replace(/^["”'\s:–—-]+/u, '') : answer;
}

const noScores = Object.fromEntries(labels.map((label) => [label, null])) as Assessment['scores'];

function scoresOf(features: Placed, kind: Kind | undefined, model: Model): Assessment['scores'] {
  const score = (label: Label): number | null => {
    const ready = model.labels.get(label);
    return ready && applies(label, kind) ? rounded(chanceOf(weigh(ready, features))) : null;
  };
  return Object.fromEntries(labels.map((label) => [label, score(label)])) as Assessment['scores'];
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

function rankedBy(features: Placed, model: Model): Pick<Assessment, 'overall' | 'advice'> {
  const weighed = [...model.advice].map(([advice, ready]) => ({ advice, weight: weigh(ready, features) }));
  const overall = Math.min(5, Math.max(1, Math.round(weigh(model.overall, features) * 100) / 100));
  return { overall, advice: weighed.toSorted((a, b) => b.weight - a.weight).map(({ advice }) => advice) };
}

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

function strengthIn(reading: Reading, scores: Assessment['scores'], model: Model): Strong | undefined {
  for (const id of strengthIds) {
    const label = strengths[id];
    const score = scores[label];
    const from = model.show[`+${id}`];
    const ready = model.labels.get(label);
    if (score === null || from === undefined || !ready || distance(score, 'present') < from) continue;
    const by = { ready, places: model.places };
    const sentence = heaviest(reading, by, shownBy[id]);
    if (sentence) return { id, quote: partOf(sentence, by) };
  }
  return undefined;
}

type Judged = Pick<Assessment, 'scores' | 'advice'> & { readonly reading: Reading; readonly kind: Kind | undefined };

function findingsIn({ reading, scores, kind, advice }: Judged, model: Model): readonly Found[] {
  const sure = findingIds.filter((id) => {
    const { label, side, families } = findingsById[id];
    const score = scores[label];
    const from = model.show[id];
    if (score === null || from === undefined || silenced.has(id)) return false;
    if (families && !families.includes(familyOf(kind))) return false;
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
  const sentence = isAbout ? heaviest(reading, by) : sentenceBefore(id, reading);
  if (!sentence) return [];
  return isAbout
    ? [{ id, quote: partOf(sentence, by), place: 'here' }]
    : [{ id, quote: endOf(sentence), place: id === 'off-topic' ? 'here' : 'after' }];
}
