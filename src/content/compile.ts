import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '#text/text.ts';
import { ContentProblem, type Problem } from './problem.ts';
import { type Pack, readPack } from './read-pack.ts';
import { type Content, type Track, trackShape } from './shapes.ts';

const packName = /\.([a-z]{2})\.yaml$/;

/**
 * Reads and checks every pack under `folder`.
 *
 * @throws ContentProblem with all problems of all files
 */
export async function compileContent(folder: string): Promise<Content> {
  const entries = await readdir(join(folder, 'lessons'), { withFileTypes: true }).catch(() => []);
  if (entries.length === 0)
    throw new ContentProblem([{ file: 'data/lessons', line: 1, what: 'has no packs of lessons' }]);
  const inOrder = entries.toSorted((a, b) => a.name.localeCompare(b.name));
  const files = inOrder.filter((entry) => !entry.isDirectory()).map(({ name }) => `lessons/${name}`);
  const packs = await Promise.all(
    files.map(async (file) => readPack(`data/${file}`, await readFile(join(folder, file), 'utf8'), trackShape)),
  );
  const problems = [
    ...packs.flatMap((pack) => pack.problems),
    ...misnamed(inOrder.map(({ name }) => `data/lessons/${name}`)),
    ...languages.flatMap((language) => repeated(packsIn(packs, language))),
  ];
  if (problems.length > 0) throw new ContentProblem(problems);
  const inLanguage = (language: Language) => ({ tracks: tracksOf(packsIn(packs, language)) });
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) as Content;
}

type TrackPack = Pack<Track>;

const packsIn = (packs: readonly TrackPack[], language: Language) =>
  packs.filter(({ file }) => packName.exec(file)?.[1] === language);

const tracksOf = (packs: readonly TrackPack[]): readonly Track[] =>
  packs.flatMap(({ value }) => value ?? []).toSorted((a, b) => a.place - b.place);

function misnamed(files: readonly string[]): readonly Problem[] {
  const known = new Set<string | undefined>(languages);
  return files
    .filter((file) => !known.has(packName.exec(file)?.[1]))
    .map((file) => ({
      file,
      line: 1,
      what: `must be called <name>.<language>.yaml; languages: ${languages.join(', ')}`,
    }));
}

/** Ids and places that stand twice, in one file or in two. */
function repeated(packs: readonly TrackPack[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return packs.flatMap((pack) =>
    namesIn(pack).flatMap(({ name, path }) => {
      const line = pack.lineOf(path);
      const first = seen.get(name);
      seen.set(name, first ?? `${pack.file}:${line}`);
      return first === undefined ? [] : [{ file: pack.file, line, what: `${name} stands already at ${first}` }];
    }),
  );
}

function namesIn({ value }: TrackPack): readonly { readonly name: string; readonly path: readonly PropertyKey[] }[] {
  if (!value) return [];
  return [
    { name: `the track ${value.track}`, path: ['track'] },
    { name: `the place ${value.place}`, path: ['place'] },
    ...value.lessons.flatMap(({ id, title }, index) => [
      { name: `the lesson ${id}`, path: ['lessons', index, 'id'] },
      { name: `the title “${title}”`, path: ['lessons', index, 'title'] },
    ]),
  ];
}
