// Takes a typed answer apart: sentences that can be quoted, and words that can be counted.

/** A stretch of an answer that can be quoted: its words as typed, and the same for looking into. */
export type Sentence = {
  readonly typed: string;
  /** Lower case, plain apostrophes, single blanks. */
  readonly plain: string;
  readonly words: readonly string[];
};

/** An answer, ready to be looked into. */
export type Reading = {
  readonly typed: string;
  readonly sentences: readonly Sentence[];
  readonly words: readonly string[];
};

/** Longer stretches without an end are cut at the next word that can begin a clause, in words. */
const longest = 28;
const shortest = 8;

export function readingOf(typed: string): Reading {
  const sentences = cleaned(typed)
    .split(/\n+/)
    .flatMap((line) => line.replace(/^\s*(?:[-*•·–—>]+|\d{1,2}[.)])\s+/u, '').split(ends))
    .flatMap(clausesOf)
    .map(sentenceOf)
    .filter(({ words }) => words.length > 0);
  return { typed, sentences, words: sentences.flatMap(({ words }) => words) };
}

/** Where a sentence ends: a mark and a blank, but not after a short form or an initial. */
const ends = /(?<=[.!?…]["”’')\]]{0,3})(?<!\b(?:mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|approx|no)\.)\s+(?=\S)/iu;

/** Marks that stack on letters, turn the direction of text or can't be seen. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** The text without what nobody can see; stacked accents are taken off. */
export const cleaned = (typed: string): string =>
  typed
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, '')
    .replaceAll(/\p{M}{2,}/gu, '')
    .replaceAll(/(?<=[a-z])\p{M}/giu, '');

/** A run-on without marks, cut where a clause can begin. */
function clausesOf(sentence: string): readonly string[] {
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  if (words.length <= longest) return [sentence];
  const clauses: string[][] = [[]];
  words.forEach((word, at) => {
    const current = clauses.at(-1) ?? [];
    const mayBegin = starters.has(word.toLowerCase()) || /[;:–—]$/.test(words[at - 1] ?? '');
    const isDue = current.length >= shortest && words.length - at >= 4;
    if (isDue && mayBegin && (current.length >= 12 || /[,;:–—]$/.test(words[at - 1] ?? ''))) clauses.push([word]);
    else current.push(word);
  });
  return clauses.map((clause) => clause.join(' '));
}

const starters: ReadonlySet<string> = new Set(
  'so and but then because anyway after when which i we he she they it now since also while although however'.split(
    ' ',
  ),
);

function sentenceOf(typed: string): Sentence {
  const plain = plainOf(typed);
  return { typed: typed.trim(), plain, words: plain.match(wordShape) ?? [] };
}

const wordShape = /[\p{L}\p{N}]+(?:['.,][\p{L}\p{N}]+)*/gu;

const plainOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\b(do|did|does|wo|ca|would|could|should|is|was|were|are|have|has|had)nt\b/g, "$1n't")
    .replaceAll(/\bcann't\b/g, "can't")
    .replaceAll(/\bim\b/g, "i'm")
    .replaceAll(/\bive\b/g, "i've")
    .replaceAll(/\b(that|it|he|she|what|there)s\b(?= (?:a|the|not|just|my|all|no|how|why|what|it|been|got)\b)/g, "$1's")
    .replaceAll(/\b(u)\b/g, 'you')
    .replaceAll(/\bcuz\b|\bcos\b|\bcoz\b|\bbcuz\b/g, 'because')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A word without its commonest endings, so that "asked", "asks" and "asking" count as one. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const bare = word.replace(/'(?:s|ll|d|ve|re|m)$/, '');
  const cut = bare
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=..[^aeiou])(?:ed|ing|ly|er)$/, '')
    .replace(/(?<=..[aeiou][a-z]?)(?:ed|ing)$/, '')
    .replace(/(?<=[^aeiouls])([^aeiouls])\1$/, '$1');
  return cut.length >= 3 ? cut.replace(/e$/, '') : bare;
}
