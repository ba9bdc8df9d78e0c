// Word lists: what people say when an answer has, or lacks, what interviewers listen for. Each is a pattern over a plain
// sentence (lower case); lists about what is told are in story-words.ts, those about how it sounds in tone-words.ts, those about other people in
// blame-words.ts.

import { blameWords } from './blame-words.ts';
import { storyWords } from './story-words.ts';
import { toneWords } from './tone-words.ts';

/** A list as one pattern. Its phrases stand between the edges of words. */
const pattern = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

const compile = <K extends string>(lists: Readonly<Record<K, readonly string[]>>) =>
  Object.fromEntries(Object.entries<readonly string[]>(lists).map(([name, list]) => [name, pattern(list)])) as {
    readonly [N in K]: RegExp;
  };

/** All lists by name. */
const lexicon = { ...compile(storyWords), ...compile(toneWords), ...compile(blameWords) };
export type Category = keyof typeof lexicon;
export const categories = Object.keys(lexicon) as readonly Category[];

/** How often a list is met in a plain sentence. */
export function hits(category: Category, plain: string): number {
  const found = lexicon[category];
  found.lastIndex = 0;
  let count = 0;
  while (found.test(plain)) count += 1;
  return count;
}
