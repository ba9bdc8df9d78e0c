import { roles } from './families.ts';
import { lookalikes, type Place } from './lookalikes.ts';
import { readingGrade } from './plainness.ts';
import type { Problem } from './problem.ts';
import type { Question, QuestionPack } from './question-shape.ts';
import type { Pack } from './read-pack.ts';

/** The hardest reading of what is said about a question, in years of school. Technical work has longer words. */
const hardestGrade = 9;
const technical: ReadonlySet<string> = new Set(['software', 'data', 'product', 'accounting', 'nursing', 'management']);

/** Parts of their shingles that two questions may share, as an interviewer says them and with all that is said about them. */
const questionsAlike = 0.3;
const wholesAlike = 0.12;

/** A member who chooses a family of work meets at least so many questions of it. */
const fewestPerRole = 5;

type Placed = Place & { readonly question: Question };

/** What is wrong with the questions of one language beyond their shape. */
export function questionProblems(
  packs: readonly Pack<QuestionPack>[],
  lessons: ReadonlySet<string>,
): readonly Problem[] {
  const placed = packs.flatMap((pack) =>
    (pack.value?.questions ?? []).map((question, index) => ({
      question,
      file: pack.file,
      line: pack.lineOf(['questions', index]),
    })),
  );
  return [
    ...placed.flatMap((one) => problemsOf(one, lessons)),
    ...lookalikes(placed, { text: ({ question }) => question.question, name: nameOf, mostAlike: questionsAlike }),
    ...lookalikes(placed, { text: ({ question }) => wholeOf(question), name: nameOf, mostAlike: wholesAlike }),
    ...neglected(placed),
  ];
}

const nameOf = ({ question }: Placed): string => `the question ${question.id}`;

const wholeOf = ({ question, asks, signals, flags, followUps, hint }: Question): string =>
  [question, asks, ...signals, ...flags, ...followUps.map(({ ask }) => ask), hint].join('. ');

function problemsOf(one: Placed, lessons: ReadonlySet<string>): readonly Problem[] {
  const { question, file, line } = one;
  const grade = readingGrade(`${question.asks} ${question.hint}`);
  const isHard = grade > hardestGrade && !question.roles.some((role) => technical.has(role));
  const seeks = question.followUps.map((followUp) => followUp.seeks);
  const wrong = [
    ...(isHard
      ? [`takes ${grade.toFixed(1)} years of school to read, at most ${hardestGrade}: use shorter words and sentences`]
      : []),
    ...(question.roles.length > 1 && question.roles.includes('any') ? ['is for any role and names others'] : []),
    ...(new Set(seeks).size < seeks.length ? ['has two follow-ups that seek the same'] : []),
    ...question.lessons
      .filter((lesson) => !lessons.has(lesson))
      .map((lesson) => `belongs to a lesson that isn’t there: ${lesson}`),
  ];
  return wrong.map((what) => ({ file, line, what: `${nameOf(one)} ${what}` }));
}

/** Families of work with too few questions. A content without questions is a content all the same. */
function neglected(placed: readonly Placed[]): readonly Problem[] {
  const [first] = placed;
  if (!first) return [];
  return roles.flatMap((role) => {
    const count = placed.filter(({ question }) => question.roles.includes(role)).length;
    const what = `the questions of all packs have ${count} for ${role}, at least ${fewestPerRole} are needed`;
    return count < fewestPerRole ? [{ file: first.file, line: 1, what }] : [];
  });
}
