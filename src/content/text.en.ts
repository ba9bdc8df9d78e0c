import type { Level, Role } from './families.ts';
import type { Kind } from './kinds.ts';

export const roleNames = {
  retail: 'Shops and retail',
  hospitality: 'Cafés, restaurants and hotels',
  warehouse: 'Warehouse',
  delivery: 'Delivery and driving',
  cleaning: 'Cleaning',
  care: 'Care work',
  childcare: 'Childcare',
  office: 'Reception and office',
  support: 'Customer support',
  sales: 'Sales',
  teaching: 'Teaching',
  nursing: 'Nursing',
  trades: 'Trades',
  security: 'Security',
  seasonal: 'Seasonal work and events',
  'first-job': 'My first job',
  internship: 'Internship',
  software: 'Software',
  data: 'Data',
  product: 'Product and projects',
  accounting: 'Accounting',
  management: 'Management',
} satisfies Record<Role, string>;

export const levelNames = {
  first: 'My first job, or nearly',
  some: 'Some experience',
  senior: 'A lot of experience',
} satisfies Record<Level, string>;

export const kindNames = {
  behavioural: 'Things you have done',
  weakness: 'Weaknesses',
  strength: 'Strengths',
  motivation: 'Why this work',
  'why-us': 'Why this employer',
  'tell-me-about-yourself': 'About yourself',
  situational: 'What would you do if …',
  'your-questions': 'Your questions to them',
  failure: 'Mistakes and failures',
  conflict: 'Trouble with people',
  salary: 'Pay',
  'technical-explain': 'Explain it to me',
  closing: 'The end of the interview',
  availability: 'Hours and getting there',
} satisfies Record<Kind, string>;
