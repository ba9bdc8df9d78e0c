import type { Language } from '#text/text.ts';
import type { Content, Question } from './content.ts';
import type { Kind } from './kinds.ts';

/** A question to practise on, with what to hold an answer against. */
export type Exercise = {
  readonly question: string;
  readonly kind: Kind;
  /** A strong answer to it, by somebody else. Questions of mock interviews have none. */
  readonly strong?: string;
  /** What a good answer has. */
  readonly checklist: readonly string[];
};

/**
 * Where an exercise comes from, and which one it is there. A follow-up has the id of its question, and is no exercise by
 * itself.
 */
export type ExerciseId = { readonly source: 'lesson' | 'tip' | 'question' | 'follow-up'; readonly item: string };

const lessonIn = (content: Content, language: Language, lesson: string) =>
  content[language].tracks.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson);

/** An exercise; nothing when there is none (any more). A tip is practised with the question of its lesson. */
export function exerciseIn(content: Content, language: Language, { source, item }: ExerciseId): Exercise | undefined {
  if (source === 'follow-up') return undefined;
  if (source === 'question') {
    const asked = questionIn(content, language, item);
    return asked && { question: asked.question, kind: asked.kind, checklist: asked.signals };
  }
  const lesson = source === 'tip' ? content[language].tips.find(({ id }) => id === item)?.lesson : item;
  return lesson === undefined ? undefined : lessonIn(content, language, lesson)?.practice;
}

/** An interview question; nothing when there is none (any more). */
export const questionIn = (content: Content, language: Language, question: string): Question | undefined =>
  byId(content[language].questions).get(question);

const known = new WeakMap<readonly Question[], ReadonlyMap<string, Question>>();

function byId(questions: readonly Question[]): ReadonlyMap<string, Question> {
  const found = known.get(questions) ?? new Map(questions.map((one) => [one.id, one]));
  known.set(questions, found);
  return found;
}

/** What a lesson is called. Content is checked: a tip's lesson is there. */
export const lessonTitle = (content: Content, language: Language, lesson: string): string =>
  lessonIn(content, language, lesson)?.title ?? lesson;
