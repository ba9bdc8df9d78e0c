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

/** Where an exercise comes from, and which one it is there. */
export type ExerciseId = { readonly source: 'lesson' | 'tip'; readonly item: string };

const lessonIn = (content: Content, language: Language, lesson: string) =>
  content[language].tracks.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson);

/** An exercise; nothing when there is none (any more). A tip is practised with the question of its lesson. */
export function exerciseIn(content: Content, language: Language, { source, item }: ExerciseId): Exercise | undefined {
  const lesson = source === 'tip' ? content[language].tips.find(({ id }) => id === item)?.lesson : item;
  return lesson === undefined ? undefined : lessonIn(content, language, lesson)?.practice;
}

/** What a lesson is called. Content is checked: a tip's lesson is there. */
export const lessonTitle = (content: Content, language: Language, lesson: string): string =>
  lessonIn(content, language, lesson)?.title ?? lesson;
