import type { Language } from '#text/text.ts';
import type { Content } from './content.ts';

/** A question to practise on, with what to hold an answer against. */
export type Exercise = {
  readonly question: string;
  /** A strong answer to it, by somebody else. */
  readonly strong: string;
  /** What a good answer has, each as an “I …” sentence. */
  readonly checklist: readonly string[];
};

/** The exercise of a lesson; nothing when there is no such lesson. */
export const lessonExercise = (content: Content, language: Language, lesson: string): Exercise | undefined =>
  content[language].tracks.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson)?.practice;
