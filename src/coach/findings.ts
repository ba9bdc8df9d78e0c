// What the coach can say of an answer: each finding rests on one label, leads to one lesson and one change.

import type { Advice, Family, Label } from './labels.ts';

/** Something that would make an answer better. */
export type Finding = {
  readonly label: Label;
  /** Whether the label is met, or missing. */
  readonly side: 'present' | 'absent';
  readonly advice: Advice;
  readonly lesson: string;
  /** Kinds of question for which it matters; all when left out. */
  readonly families?: readonly Family[];
  /** What costs an answer most comes first; 1 is most. */
  readonly rank: number;
};

const story: readonly Family[] = ['story'];
const toDo: readonly Family[] = ['story', 'scenario'];

const findings = {
  'off-topic': {
    label: 'off_topic',
    side: 'present',
    advice: 'answer-the-question',
    lesson: 'take-your-time',
    rank: 1,
  },
  badmouthing: {
    label: 'badmouths_employer',
    side: 'present',
    advice: 'respect-past-employer',
    lesson: 'true-not-perfect',
    rank: 2,
  },
  arrogance: { label: 'arrogant', side: 'present', advice: 'be-humble', lesson: 'humble-and-confident', rank: 3 },
  presumption: {
    label: 'overconfident_presuming_job',
    side: 'present',
    advice: 'drop-presumption',
    lesson: 'keep-applying',
    rank: 4,
  },
  'humble-brag': {
    label: 'humble_brag_weakness',
    side: 'present',
    advice: 'real-weakness',
    lesson: 'know-your-weaknesses',
    rank: 5,
  },
  'too-short': { label: 'too_short', side: 'present', advice: 'say-more', lesson: 'tell-it-as-a-story', rank: 6 },
  rambling: { label: 'rambling', side: 'present', advice: 'cut-length', lesson: 'tell-it-as-a-story', rank: 7 },
  recitation: {
    label: 'resume_recitation',
    side: 'present',
    advice: 'go-beyond-resume',
    lesson: 'beyond-your-cv',
    rank: 8,
  },
  hedging: {
    label: 'underconfident_hedging',
    side: 'present',
    advice: 'be-direct',
    lesson: 'humble-and-confident',
    rank: 9,
  },
  'stock-phrases': {
    label: 'insincere_or_generic',
    side: 'present',
    advice: 'be-genuine',
    lesson: 'let-them-meet-you',
    rank: 10,
  },
  'no-question': {
    label: 'asks_good_question',
    side: 'absent',
    advice: 'ask-questions',
    lesson: 'ask-as-you-go',
    rank: 11,
  },
  'no-growth': {
    label: 'genuine_weakness_with_growth',
    side: 'absent',
    advice: 'show-growth',
    lesson: 'know-your-weaknesses',
    rank: 12,
  },
  'no-result': {
    label: 'star_result',
    side: 'absent',
    advice: 'add-result',
    lesson: 'tell-it-as-a-story',
    rank: 13,
    families: story,
  },
  'no-step': {
    label: 'star_action',
    side: 'absent',
    advice: 'be-specific',
    lesson: 'tell-it-as-a-story',
    rank: 14,
    families: toDo,
  },
  'own-part': {
    label: 'first_person_action',
    side: 'absent',
    advice: 'own-your-part',
    lesson: 'tell-it-as-a-story',
    rank: 15,
    families: toDo,
  },
  'no-example': {
    label: 'specific_example',
    side: 'absent',
    advice: 'be-specific',
    lesson: 'tell-it-as-a-story',
    rank: 16,
  },
  'no-aim': {
    label: 'star_task',
    side: 'absent',
    advice: 'be-specific',
    lesson: 'tell-it-as-a-story',
    rank: 17,
    families: story,
  },
  'no-number': {
    label: 'quantified_result',
    side: 'absent',
    advice: 'add-result',
    lesson: 'tell-it-as-a-story',
    rank: 18,
    families: story,
  },
} as const satisfies Readonly<Record<string, Finding>>;
export type FindingId = keyof typeof findings;

/** The same with the type that they share. */
export const findingsById: Readonly<Record<FindingId, Finding>> = findings;
export const findingIds = Object.keys(findings) as readonly FindingId[];

/** Something an answer does well; the first that is there is told. */
export const strengths = {
  result: 'star_result',
  number: 'quantified_result',
  learning: 'shows_learning',
  growth: 'genuine_weakness_with_growth',
  question: 'asks_good_question',
  'own-steps': 'first_person_action',
  example: 'specific_example',
  scene: 'star_situation',
} as const satisfies Readonly<Record<string, Label>>;
export type StrengthId = keyof typeof strengths;
export const strengthIds = Object.keys(strengths) as readonly StrengthId[];
