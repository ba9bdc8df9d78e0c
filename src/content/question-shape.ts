import { z } from 'zod';
import { competencies, levels, roles } from './families.ts';
import { oneOf, parts, said, slug, some } from './fields.ts';
import { kinds } from './kinds.ts';

/** What a follow-up brings out, where the answer lacks it. */
const sought = [
  'situation',
  'task',
  'action',
  'result',
  'number',
  'example',
  'own-part',
  'learning',
  'reason',
] as const;

const question = parts(
  {
    id: slug,
    kind: oneOf(kinds),
    /** As an interviewer says it. */
    question: said(150),
    /** What it is really asking. */
    asks: said(160),
    /** What a good answer has; the subject of each is the answer. */
    signals: some(said(70), [3, 5]),
    /** What makes an interviewer worry. */
    flags: some(said(90), [1, 3]),
    followUps: some(parts({ ask: said(130), seeks: oneOf(sought) }, 'a follow-up: ask and seeks'), [2, 3]),
    hint: said(160),
    levels: some(oneOf(levels), [1, 3]),
    roles: some(oneOf(['any', ...roles]), [1, 4]),
    competencies: some(oneOf(competencies), [1, 3]),
    lessons: some(slug, [1, 2]),
  },
  'a question with its parts',
);

/** A pack of interview questions, one file. */
export const questionsShape = parts(
  { questions: z.array(question, { error: 'must be a list' }).min(1, 'is empty') },
  'a list of questions',
);

/** One interview question, with all that the person asked and the person asking need for it. */
export type Question = Readonly<z.infer<typeof question>>;
export type QuestionPack = { readonly questions: readonly Question[] };
