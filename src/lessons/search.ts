import type { Lesson } from '#content/content.ts';
import MiniSearch from 'minisearch';

/** Finds lessons by what a person types: part of a title, a topic, another word for it, with typos. */
export type LessonSearch = (typed: string) => readonly string[];

const wordsIn = ({ id, title, topics, aliases, idea }: Lesson) => ({
  id,
  title,
  topics: topics.join(' '),
  aliases: aliases.join(' '),
  idea,
});

/** Prepares the search over some lessons. It answers with ids, best first; all in order when nothing was typed. */
export function lessonSearch(lessons: readonly Lesson[]): LessonSearch {
  const index = new MiniSearch<Lesson>({
    fields: ['title', 'topics', 'aliases', 'idea'],
    extractField: (lesson, name) => wordsIn(lesson)[name as keyof ReturnType<typeof wordsIn>],
    searchOptions: {
      boost: { title: 4, topics: 3, aliases: 3 },
      prefix: true,
      // One slip in a word of four letters, two in a word of eight.
      fuzzy: (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2),
    },
  });
  index.addAll(lessons);
  const ids = lessons.map(({ id }) => id);
  return (typed) => (typed.trim() === '' ? ids : index.search(typed).map(({ id }) => String(id)));
}
