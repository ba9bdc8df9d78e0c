import { type Language, languages } from '#text/text.ts';
import { type Name, packsIn, packsUnder, repeated, straysIn } from './packs.ts';
import { ContentProblem } from './problem.ts';
import { questionProblems } from './question-problems.ts';
import { type QuestionPack, questionsShape } from './question-shape.ts';
import { type Content, type TipPack, tipsShape, type Track, trackShape } from './shapes.ts';
import { tipProblems } from './tip-problems.ts';

/**
 * Reads and checks every pack under `folder`.
 *
 * @throws ContentProblem with all problems of all files
 */
export async function compileContent(folder: string): Promise<Content> {
  const lessons = await packsUnder(folder, 'lessons', trackShape);
  const tips = await packsUnder(folder, 'tips', tipsShape);
  const questions = await packsUnder(folder, 'questions', questionsShape);
  const strays = await straysIn(folder, ['lessons', 'tips', 'questions']);
  // Without lessons everything that leads to one is wrong, which would hide why.
  if (lessons.packs.length === 0) {
    const none = { file: 'data/lessons', line: 1, what: 'has no packs of lessons' };
    throw new ContentProblem([...strays, ...(lessons.problems.length > 0 ? lessons.problems : [none])]);
  }

  const known = new Set(lessons.packs.flatMap(({ value }) => value?.lessons.map(({ id }) => id) ?? []));
  const problems = [
    ...strays,
    ...lessons.problems,
    ...tips.problems,
    ...questions.problems,
    ...languages.flatMap((language) => [
      ...repeated(packsIn(lessons.packs, language), namesInTrack),
      ...repeated(packsIn(tips.packs, language), namesInTips),
      ...tipProblems(packsIn(tips.packs, language), known),
      ...repeated(packsIn(questions.packs, language), namesInQuestions),
      ...questionProblems(packsIn(questions.packs, language), known),
    ]),
  ];
  if (problems.length > 0) throw new ContentProblem(problems);

  const inLanguage = (language: Language): Content[Language] => ({
    tracks: packsIn(lessons.packs, language)
      .flatMap(({ value }) => value ?? [])
      .toSorted((a, b) => a.place - b.place),
    tips: packsIn(tips.packs, language).flatMap(({ value }) => value?.tips ?? []),
    questions: packsIn(questions.packs, language).flatMap(({ value }) => value?.questions ?? []),
  });
  return Object.fromEntries<Content[Language]>(
    languages.map((language) => [language, inLanguage(language)]),
  ) as Content;
}

const namesInTrack = ({ track, place, lessons }: Track): readonly Name[] => [
  { name: `the track ${track}`, path: ['track'] },
  { name: `the place ${place}`, path: ['place'] },
  ...lessons.flatMap(({ id, title }, index) => [
    { name: `the lesson ${id}`, path: ['lessons', index, 'id'] },
    { name: `the title “${title}”`, path: ['lessons', index, 'title'] },
  ]),
];

const namesInTips = ({ tips }: TipPack): readonly Name[] =>
  tips.map(({ id }, index) => ({ name: `the tip ${id}`, path: ['tips', index, 'id'] }));

const namesInQuestions = ({ questions }: QuestionPack): readonly Name[] =>
  questions.map(({ id }, index) => ({ name: `the question ${id}`, path: ['questions', index, 'id'] }));
