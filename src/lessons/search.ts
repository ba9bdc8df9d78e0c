import type { Lesson } from '#content/content.ts';
import { printed } from '#text/typography.ts';

/** Finds lessons by what a person types: part of a title, a topic, another word for it, with typos. It answers with ids. */
export type LessonSearch = {
  /** Best first; all in order when nothing was typed. */
  all(typed: string): readonly string[];
  best(typed: string): string | undefined;
};

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
  const words = splitWords(typed).filter((word) => !smallWords.has(word));
  return words.some((word) => word !== '') ? words.join(' ') : typed;
}

const asTyped = (words: string): string => printed(words.trim().toLowerCase());

const splitWords = (words: string): readonly string[] => words.toLowerCase().split(/[\s\p{P}]+/u);

/** Every word that lessons are found by. */
const vocabularyOf = (lessons: readonly Lesson[]): ReadonlySet<string> =>
  new Set(
    lessons.flatMap(({ title, topics, aliases, idea }) => [title, ...topics, ...aliases, idea].flatMap(splitWords)),
  );

/** A word of many things as that of one. */
const singular = (word: string): string => word.replace(/(?<=ss)es$|(?<=[^s]{3})s$/u, '');

/** Prepares the search over some lessons; what it needs is loaded only now, when somebody searches. */
export async function lessonSearch(lessons: readonly Lesson[]): Promise<LessonSearch> {
  const { default: MiniSearch } = await import('minisearch');
  const vocabulary = vocabularyOf(lessons);
  const isWordSoFar = (term: string): boolean => vocabulary.values().some((word) => word.startsWith(term));
  const index = new MiniSearch<Lesson>({
    fields: ['title', 'topics', 'aliases', 'idea'],
    extractField: (lesson, name) => wordsIn(lesson)[name as keyof ReturnType<typeof wordsIn>],
    searchOptions: {
      // Whoever looks for weaknesses wants the lesson on a weakness, too.
      processTerm: (typed) => {
        const word = typed.toLowerCase();
        const one = singular(word);
        return one !== word && vocabulary.has(one) ? [word, one] : word;
      },
      boost: { title: 4, topics: 3, aliases: 3 },
      prefix: true,
      // One slip in a word of four letters, two in a word of eight; to look for slips takes ten times as long.
      fuzzy: (term) => (term.length < 4 || isWordSoFar(term) ? false : term.length < 8 ? 1 : 2),
    },
  });
  index.addAll(lessons);
  const ids = lessons.map(({ id }) => id);
  const named = new Map(
    lessons.flatMap(({ id, title, aliases }) => [title, ...aliases].map((words) => [asTyped(words), id] as const)),
  );
  const fitting = (typed: string): readonly string[] => index.search(tellingWords(typed)).map(({ id }) => String(id));
  return {
    all: (typed) => {
      if (typed.trim() === '') return ids;
      const called = named.get(asTyped(typed));
      const found = fitting(typed);
      return called === undefined ? found : [called, ...found.filter((id) => id !== called)];
    },
    best: (typed) => (typed.trim() === '' ? ids[0] : (named.get(asTyped(typed)) ?? fitting(typed)[0])),
  };
}
