import { syllable } from 'syllable';

/** The words of a text, in lower case, without punctuation around them. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

/**
 * How many years of school in English a text takes to read.
 *
 * Formula: Flesch–Kincaid grade level (Kincaid et al. 1975), 0.39 × words/sentence + 11.8 × syllables/word − 15.59.
 */
export function readingGrade(text: string): number {
  const words = wordsOf(text);
  const sentences = text.split(/[.!?]+(?=\s|["”’']|$)/).filter((part) => wordsOf(part).length > 0);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

/** Words in one shingle: long enough that chance rarely repeats it, short enough to see through small changes. */
const shingleLength = 3;

/** All runs of three words in a text. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  const count = Math.max(0, words.length - shingleLength + 1);
  return new Set(Array.from({ length: count }, (_, start) => words.slice(start, start + shingleLength).join(' ')));
}

/** How much two texts share: the part of their shingles that both have (Jaccard), from 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((shingle) => b.has(shingle)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
