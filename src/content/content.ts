import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { languages } from '#text/text.ts';
import type { Content } from './shapes.ts';

export type { Question } from './question-shape.ts';
export type { Content, Lesson, Tip, Track } from './shapes.ts';

type Folders = {
  /** Where the packs are. */
  readonly data: string;
  /** A file that keeps the compiled content between starts. Reading YAML takes 80 times as long as reading it. */
  readonly compiled: string;
};

/** The code that checks content; when it changes, content is checked anew. */
const rulesFolder = import.meta.dirname;

/**
 * Opens the content: from the compiled file when neither the packs nor the rules changed since it was written, else by
 * checking and compiling the packs.
 *
 * @throws ContentProblem with every problem as file:line
 */
export async function openContent({ data, compiled }: Folders): Promise<Content> {
  const stamp = [languages.join(), await stampOf(rulesFolder), await stampOf(data)].join('\n');
  const kept = await readCompiled(compiled);
  if (kept?.stamp === stamp) return kept.content;
  const { compileContent } = await import('./compile.ts');
  const content = await compileContent(data);
  // A folder that can't be written only makes the next start slower.
  await keep(compiled, JSON.stringify({ stamp, content })).catch(() => undefined);
  return content;
}

type Kept = { readonly stamp: string; readonly content: Content };

/** What was compiled before; nothing when there is none or it can't be read. */
async function readCompiled(file: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Written aside and moved into place, so that a process that starts meanwhile never reads half a file. */
async function keep(file: string, compiled: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(aside, compiled);
  await rename(aside, file);
}

/** Names, sizes and times of all files of a folder. */
async function stampOf(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  const names = found.toSorted((a, b) => (a < b ? -1 : 1));
  const lines = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
  return lines.join('\n');
}
