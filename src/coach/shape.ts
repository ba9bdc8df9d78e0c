// What an answer looks like from afar: length, persons, tense, repetition, how much of the question is in it.

import { type Reading, stem } from './reading.ts';

type Asked = { readonly question: string; readonly reading: Reading };

/** Measures of the whole answer, by name; each about 0 to 4. */
export function shapeOf({ question, reading }: Asked): readonly (readonly [string, number])[] {
  const { sentences, words, typed } = reading;
  const count = words.length;
  const per = (found: number): number => Math.min(4, (found * 10) / Math.max(10, count));
  const of = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length;
  const first = of(/^(?:i|i'm|i've|i'd|i'll|me|my|mine|myself)$/);
  const we = of(/^(?:we|we're|we'd|we've|us|our|ours)$/);
  const measures: (readonly [string, number])[] = [
    ['long', Math.log2(1 + count) / 2],
    ['long2', (Math.log2(1 + count) / 4) ** 2],
    ...[5, 10, 18, 28, 40, 60].map((most) => [`under${most}`, count < most ? 1 : 0] as const),
    ...[90, 130, 180].map((least) => [`over${least}`, count > least ? 1 : 0] as const),
    ['sentences', Math.log2(1 + sentences.length)],
    ['perSentence', Math.log2(1 + count / Math.max(1, sentences.length)) / 2],
    ['first', per(first)],
    ['we', per(we)],
    ['onlyWe', we > 1 && first === 0 ? 1 : 0],
    ['weMore', we > first ? 1 : 0],
    ['noFirst', first === 0 ? 1 : 0],
    ['third', per(of(/^(?:he|she|they|him|her|them|his|their)$/))],
    ['you', per(of(/^(?:you|your|yours|you're)$/))],
    ['pastEnds', per(of(/..ed$/))],
    ['was', per(of(/^(?:was|were|had|did)$/))],
    ['would', per(of(/^(?:would|i'd|could|should|i'll|will|we'd)$/))],
    ['digits', Math.log2(1 + of(/\d/))],
    ['years', Math.min(4, of(/^(?:19|20)\d\d$/))],
    ['names', Math.log2(1 + namesIn(reading).length)],
    ['asksMarks', Math.min(4, (typed.match(/\?/g) ?? []).length)],
    ['shouts', Math.min(4, (typed.match(/!/g) ?? []).length)],
    ['commas', per((typed.match(/,/g) ?? []).length)],
    ['quotes', /["“][^"”]{4,}["”]/.test(typed) ? 1 : 0],
    ['lines', Math.min(4, typed.split('\n').length - 1)],
    ['headings', Math.min(4, (typed.match(/(?:^|[.\n] ?)(?:situation|task|action|result)s?\s*[:–-]/gim) ?? []).length)],
    ['lower', typed === typed.toLowerCase() ? 1 : 0],
    ['longWords', per(of(/^[a-z]{10,}$/))],
    ['variety', count < 20 ? 1 : new Set(words.slice(0, 100).map(stem)).size / Math.min(100, count)],
    ['repeats', Math.min(4, repeatsIn(words))],
    ['spread', spreadOf(reading)],
    ['echo', echoOf(question, reading)],
    ['noEcho', echoOf(question, reading) === 0 ? 1 : 0],
  ];
  return measures.filter(([, value]) => value !== 0);
}

/** Names: words with a capital inside a sentence. */
function namesIn({ sentences }: Reading): readonly string[] {
  return sentences.flatMap(({ typed }) =>
    (typed.slice(1).match(/(?<=[\p{Ll},] )(?!I\b)\p{Lu}\p{Ll}{2,}/gu) ?? []).filter((name) => !months.test(name)),
  );
}
const months = /^(?:January|February|March|April|June|July|August|September|October|November|December|\w+day)$/;

/** Runs of three words that come again. */
function repeatsIn(words: readonly string[]): number {
  const seen = new Set<string>();
  let again = 0;
  for (let at = 2; at < words.length; at += 1) {
    const run = `${words[at - 2]} ${words[at - 1]} ${words[at]}`;
    if (seen.has(run)) again += 1;
    seen.add(run);
  }
  return again;
}

const small: ReadonlySet<string> = new Set(
  'a about an and any are as at be been but by can could did do does for from had has have how i if in is it its me my of on or our so some tell than that the them there they this time to us was we were what when where which who why will with would you your describe give example situation please'.split(
    ' ',
  ),
);
const weighty = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !small.has(word) && word.length > 2).map(stem);

/** How little the second half goes on with the words of the first, 0 to 1. */
function spreadOf({ words }: Reading): number {
  if (words.length < 40) return 0;
  const half = Math.floor(words.length / 2);
  const before = new Set(weighty(words.slice(0, half)));
  const after = weighty(words.slice(half));
  return after.filter((word) => !before.has(word)).length / Math.max(1, after.length);
}

/** How much of the question's own words the answer takes up, 0 to 1. */
function echoOf(question: string, { words }: Reading): number {
  const asked = new Set(weighty(question.toLowerCase().match(/[a-z']+/g) ?? []));
  if (asked.size === 0) return 0;
  const said = new Set(words.map(stem));
  return [...asked].filter((word) => said.has(word)).length / asked.size;
}
