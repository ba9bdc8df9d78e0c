import { lookalikes, type Place } from './lookalikes.ts';
import { readingGrade, wordsOf } from './plainness.ts';
import type { Problem } from './problem.ts';
import type { Pack } from './read-pack.ts';
import type { Tip, TipPack } from './shapes.ts';

/** A tip is short enough for a glance and long enough to say what to do. */
const fewestWords = 20;
const mostWords = 60;

/** The hardest reading, in years of school. */
const hardestGrade = 8;

/** Two tips that share more of their shingles than this say the same thing. */
const mostAlike = 0.2;

type Placed = Place & { readonly tip: Tip };

/** What is wrong with the tips of one language beyond their shape. */
export function tipProblems(packs: readonly Pack<TipPack>[], lessons: ReadonlySet<string>): readonly Problem[] {
  const placed = packs.flatMap((pack) =>
    (pack.value?.tips ?? []).map((tip, index) => ({ tip, file: pack.file, line: pack.lineOf(['tips', index]) })),
  );
  return [
    ...placed.flatMap((one) => problemsOf(one, lessons)),
    ...lookalikes(placed, { text: ({ tip }) => tip.text, name: nameOf, mostAlike }),
  ];
}

function problemsOf({ tip, file, line }: Placed, lessons: ReadonlySet<string>): readonly Problem[] {
  const words = wordsOf(tip.text).length;
  const grade = readingGrade(tip.text);
  const wrong = [
    ...(words < fewestWords || words > mostWords
      ? [`has ${words} words, ${fewestWords} to ${mostWords} are right`]
      : []),
    ...(grade > hardestGrade
      ? [`takes ${grade.toFixed(1)} years of school to read, at most ${hardestGrade}: use shorter words and sentences`]
      : []),
    ...(lessons.has(tip.lesson) ? [] : [`belongs to a lesson that isn’t there: ${tip.lesson}`]),
  ];
  return wrong.map((what) => ({ file, line, what: `the tip ${tip.id} ${what}` }));
}

const nameOf = ({ tip }: Placed): string => `the tip ${tip.id}`;
