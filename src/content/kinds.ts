/** What a question is after. */
export const kinds = [
  'behavioural',
  'weakness',
  'strength',
  'motivation',
  'why-us',
  'tell-me-about-yourself',
  'situational',
  'your-questions',
  'failure',
  'conflict',
  'salary',
  'technical-explain',
  'closing',
  'availability',
] as const;
export type Kind = (typeof kinds)[number];

export const isKind = (named: string | undefined): named is Kind =>
  (kinds as readonly (string | undefined)[]).includes(named);
