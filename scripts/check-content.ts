import { compileContent } from '#content/compile.ts';
import { ContentProblem } from '#content/problem.ts';

// For authors: says everything that is wrong in data/, or how much there is.
try {
  const content = await compileContent('data');
  const lessons = content.en.tracks.flatMap(({ lessons: all }) => all);
  process.stdout.write(
    `Content is fine: ${content.en.tracks.length} track(s), ${lessons.length} lessons, ${content.en.tips.length} tips, ${content.en.questions.length} questions.\n`,
  );
} catch (error) {
  if (!(error instanceof ContentProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
