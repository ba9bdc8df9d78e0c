import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileContent } from '#content/compile.ts';
import { ContentProblem } from '#content/problem.ts';
import { freshFolder } from '#tests/support/databases.ts';

/** A pack of two lessons without any problem; each line stands where `lineOf` finds it. */
export const goodPack = `track: first-steps
place: 1
title: First steps
about: Two lessons to begin with.
lessons:
${lessonCalled('arrive-early', 'Arrive early')}
${lessonCalled('bring-water', 'Bring water')}
`;

function lessonCalled(id: string, title: string): string {
  return `  - id: ${id}
    title: ${title}
    topics: [time]
    aliases: [${id} one, ${id} two]
    idea: Say it plainly.
    why: It is easy to believe.
    do: [Do this, Do that]
    dont: [Not this, Not that]
    example:
      question: Why?
      weak: No idea.
      strong: Because.
      try: Say it aloud.
    practice:
      question: Tell me.
      kind: motivation
      strong: Gladly.
      checklist: [I say what, I say why, I say how]
    recall:
      question: What was it?
      answer: This.`;
}

/** The good pack with one thing replaced; fails when there is nothing to replace. */
export function packWith(old: string | RegExp, put: string): string {
  const has = typeof old === 'string' ? goodPack.includes(old) : old.test(goodPack);
  if (!has) throw new Error(`the good pack has no ${String(old)}`);
  return goodPack.replace(old, put);
}

/** The number of the first line that holds these words. */
export const lineOf = (pack: string, words: string): number => pack.slice(0, pack.indexOf(words)).split('\n').length;

/** A data folder with these packs of lessons, deleted after the test. */
export async function dataWith(packs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await freshFolder();
  await mkdir(join(folder, 'lessons'));
  await Promise.all(Object.entries(packs).map(([name, yaml]) => writeFile(join(folder, 'lessons', name), yaml)));
  return folder;
}

/** Everything that is wrong with these packs, as `file:line what`. */
export async function problemsOf(packs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await compileContent(await dataWith(packs));
    return [];
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error;
    return error.problems.map(({ file, line, what }) => `${file}:${line} ${what}`);
  }
}
