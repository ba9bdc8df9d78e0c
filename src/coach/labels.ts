import type { Kind } from '#content/kinds.ts';

/** What the coach looks for in an answer. What each means stands in docs/coach.md. */
export const labels = [
  'star_situation',
  'star_task',
  'star_action',
  'star_result',
  'quantified_result',
  'specific_example',
  'first_person_action',
  'arrogant',
  'overconfident_presuming_job',
  'underconfident_hedging',
  'humble_brag_weakness',
  'genuine_weakness_with_growth',
  'badmouths_employer',
  'resume_recitation',
  'asks_good_question',
  'insincere_or_generic',
  'shows_learning',
  'rambling',
  'too_short',
  'off_topic',
] as const;
export type Label = (typeof labels)[number];

/** The one change that would help most. */
export const advices = [
  'add-result',
  'be-specific',
  'own-your-part',
  'cut-length',
  'say-more',
  'be-humble',
  'drop-presumption',
  'be-direct',
  'real-weakness',
  'show-growth',
  'respect-past-employer',
  'go-beyond-resume',
  'ask-questions',
  'be-genuine',
  'answer-the-question',
  'keep-it-up',
] as const;
export type Advice = (typeof advices)[number];

/** What sort of answer a kind of question calls for. */
export type Family = 'story' | 'scenario' | 'weakness' | 'asking' | 'plain';

const families: { readonly [K in Kind]?: Family } = {
  behavioural: 'story',
  failure: 'story',
  conflict: 'story',
  situational: 'scenario',
  weakness: 'weakness',
  'why-us': 'asking',
  'your-questions': 'asking',
  closing: 'asking',
};

export const familyOf = (kind: Kind | undefined): Family => (kind && families[kind]) ?? 'plain';

const where: { readonly [L in Label]?: readonly Family[] } = {
  star_situation: ['story', 'scenario'],
  star_task: ['story', 'scenario'],
  star_action: ['story', 'scenario'],
  star_result: ['story', 'scenario'],
  humble_brag_weakness: ['weakness'],
  genuine_weakness_with_growth: ['weakness'],
  asks_good_question: ['asking'],
};

/** Whether a label has a meaning for answers to this kind of question. */
export const applies = (label: Label, kind: Kind | undefined): boolean =>
  where[label]?.includes(familyOf(kind)) ?? true;
