/** The families of work that content speaks of. */
export const roles = [
  'retail',
  'hospitality',
  'warehouse',
  'delivery',
  'cleaning',
  'care',
  'childcare',
  'office',
  'support',
  'sales',
  'teaching',
  'nursing',
  'trades',
  'security',
  'seasonal',
  'first-job',
  'internship',
  'software',
  'data',
  'product',
  'accounting',
  'management',
] as const;
export type Role = (typeof roles)[number];

/** What tips are about; hosts choose among these. */
export const tipTopics = [
  'answers',
  'stories',
  'questions',
  'confidence',
  'weaknesses',
  'teamwork',
  'preparation',
  'nerves',
  'first-job',
  'safety',
  'follow-up',
  'rejection',
] as const;

/** How much of a working life is behind somebody. */
export const levels = ['first', 'some', 'senior'] as const;
export type Level = (typeof levels)[number];

/** What a question lets somebody show. */
export const competencies = [
  'communication',
  'teamwork',
  'customer-care',
  'reliability',
  'problem-solving',
  'learning',
  'initiative',
  'leadership',
  'conflict',
  'honesty',
  'organisation',
  'safety',
  'technical',
  'resilience',
  'motivation',
  'numbers',
] as const;
