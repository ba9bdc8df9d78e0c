/** Something wrong in a content file, for its author. Lines count from 1. */
export type Problem = { readonly file: string; readonly line: number; readonly what: string };

/** `data/lessons/x.en.yaml:12 the title is empty` */
const problemLine = ({ file, line, what }: Problem): string => `${file}:${line} ${what}`;

/** Content that can't be used, with every problem found. */
export class ContentProblem extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `The content in data/ has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}. Mend it and start again:\n` +
        problems.map((problem) => `  ${problemLine(problem)}`).join('\n'),
    );
    this.name = 'ContentProblem';
    this.problems = problems;
  }
}
