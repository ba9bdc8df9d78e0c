// Reads one answer: what is in it, what is missing, and what a member may hear of that. Pure but for loading its weights.

import { readFile } from 'node:fs/promises';
import { isKind, type Kind } from '#content/kinds.ts';
import { isAimedAtBot, type Trouble, troubleIn } from './care.ts';
import { countsOf as countsIn, type Counts } from './counts.ts';
import { featuresOf, type Said } from './features.ts';
import { type Advice, applies, type Label, labels } from './labels.ts';
import { chanceOf, type Model, modelOf, type Placed, placed, weigh, type Weights } from './model.ts';
import { type Oddity, oddityOf } from './oddity.ts';
import { isPlain } from './plain-cases.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Found, findingsIn, type Strong, strengthIn } from './telling.ts';
import { addTopic, isOfTopic } from './topic.ts';

/** An answer to read. A kind that nobody knows is as good as none. */
export type Asked = { readonly question: string; readonly kind: string | undefined; readonly answer: string };

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

export type Coach = {
  assess(asked: Asked): Assessment;
  /** What somebody who writes this may need help with: of all that `assess` looks for, this alone. */
  troubleIn(answer: string): Trouble | undefined;
};

let loading: Promise<Coach> | undefined;

/** The coach; loads what it knows on the first call, in well under half a second. */
export function openCoach(): Promise<Coach> {
  loading ??= loadCoach().catch((error: unknown) => {
    loading = undefined; // the next answer tries again
    throw error;
  });
  return loading;
}

async function loadCoach(): Promise<Coach> {
  const weights = await readFile(new URL('weights.json', import.meta.url), 'utf8');
  return coachOf(modelOf(JSON.parse(weights) as Weights));
}

/** A coach that weighs as a model says. */
const coachOf = (model: Model): Coach => ({
  assess: (asked) => assess(asked, model),
  troubleIn: (answer) => troubleIn(plainOf(readingOf(answer.slice(0, longest)))),
});

const longest = 4_000;

function assess({ question, kind: named, answer }: Asked, model: Model): Assessment {
  const kind = isKind(named) ? named : undefined;
  const reading = readingOf(withoutQuestion(answer.slice(0, longest), question));
  const plain = plainOf(reading);
  const counts = countsIn(reading);
  const nothing = { counts, findings: [], overall: 1, advice: [] } as const;
  const trouble = troubleIn(plain);
  if (trouble) return { ...nothing, state: 'care', trouble, scores: noScores };
  const oddity = oddityOf({ question, reading });
  if (oddity === 'language' || oddity === 'emoji' || oddity === 'empty' || oddity === 'unreadable')
    return { ...nothing, state: oddity, scores: noScores };
  const features = featuresIn({ question, kind, reading }, model);
  const scores = scoresOf({ features, kind, plain }, model);
  const judged = { scores, ...rankedBy(features, model) };
  if (isAimedAtBot(plain)) return { ...nothing, ...judged, state: 'hostile' };
  if (oddity) return { ...nothing, ...judged, state: oddity };
  const strength = strengthIn(reading, scores, model);
  const findings = findingsIn({ reading, scores, kind, advice: judged.advice }, model);
  return { ...judged, counts, state: 'assessed', findings, ...(strength && { strength }) };
}

const plainOf = ({ sentences }: Reading): string => sentences.map((one) => one.plain).join('. ');

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

/** How far beyond the border a plain case is: from there on every finding is shown. */
const plainly = 6;

type Weighed = { readonly features: Placed; readonly kind: Kind | undefined; readonly plain: string };

function scoresOf({ features, kind, plain }: Weighed, model: Model): Assessment['scores'] {
  const score = (label: Label): number | null => {
    const ready = model.labels.get(label);
    if (!ready || !applies(label, kind)) return null;
    const weight = weigh(ready, features);
    return rounded(chanceOf(isPlain(label, { kind, plain }) ? Math.max(weight, plainly) : weight));
  };
  return Object.fromEntries(labels.map((label) => [label, score(label)])) as Assessment['scores'];
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

function rankedBy(features: Placed, model: Model): Pick<Assessment, 'overall' | 'advice'> {
  const weighed = [...model.advice].map(([advice, ready]) => ({ advice, weight: weigh(ready, features) }));
  const overall = Math.min(5, Math.max(1, Math.round(weigh(model.overall, features) * 100) / 100));
  return { overall, advice: weighed.toSorted((a, b) => b.weight - a.weight).map(({ advice }) => advice) };
}
