import type { Lesson } from '#content/content.ts';
import { printed } from '#text/typography.ts';

/** Finds lessons by what a person types: part of a title, a topic, another word for it, with typos. */
export type LessonSearch = (typed: string) => readonly string[];

const wordsIn = ({ id, title, topics, aliases, idea }: Lesson) => ({
  id,
  title,
  topics: topics.join(' '),
  aliases: aliases.join(' '),
  idea,
});

/** English words that say nothing of what somebody looks for: in “i am nervous” only the last word does. */
const smallWords = new Set(
  'a about am an and are at be do for how i in is it me my of on or should that the to was we what why with you your'.split(
    ' ',
  ),
);

/** The telling words of what was typed; all of them when none tells anything. */
function tellingWords(typed: string): string {
  const words = typed.split(/[\s\p{P}]+/u).filter((word) => !smallWords.has(word.toLowerCase()));
  return words.some((word) => word !== '') ? words.join(' ') : typed;
}

const asTyped = (words: string): string => printed(words.trim().toLowerCase());

/**
 * Prepares the search over some lessons; what it needs is loaded only now, when somebody searches. It answers with ids,
 * best first; all in order when nothing was typed.
 */
export async function lessonSearch(lessons: readonly Lesson[]): Promise<LessonSearch> {
  const { default: MiniSearch } = await import('minisearch');
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
  const named = new Map(
    lessons.flatMap(({ id, title, aliases }) => [title, ...aliases].map((words) => [asTyped(words), id] as const)),
  );
  return (typed) => {
    if (typed.trim() === '') return ids;
    const called = named.get(asTyped(typed));
    const found = index.search(tellingWords(typed)).map(({ id }) => String(id));
    return called === undefined ? found : [called, ...found.filter((id) => id !== called)];
  };
}
