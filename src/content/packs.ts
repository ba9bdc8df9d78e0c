import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Language, languages } from '#text/text.ts';
import type { Problem } from './problem.ts';
import { type Pack, readPack } from './read-pack.ts';

const packName = /\.([a-z]{2})\.yaml$/;

/** The packs of one folder of `data/`, and what is wrong with them so far. */
export type Packs<T> = { readonly packs: readonly Pack<T>[]; readonly problems: readonly Problem[] };

/** Reads all packs in a folder of `data/` against a shape. A folder that isn't there has none; one that is there has some. */
export async function packsUnder<T>(data: string, folder: string, shape: z.ZodType<T>): Promise<Packs<T>> {
  const entries = await entriesOf(join(data, folder));
  if (entries === undefined) return { packs: [], problems: [] };
  if (entries.length === 0) {
    return { packs: [], problems: [{ file: `data/${folder}`, line: 1, what: `has no packs of ${folder}` }] };
  }
  const inOrder = entries.toSorted((a, b) => a.name.localeCompare(b.name));
  const files = inOrder.filter((entry) => !entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  const packs = await Promise.all(
    files.map(async (file) => readPack(`data/${file}`, await readFile(join(data, file), 'utf8'), shape)),
  );
  const wrong = misnamed(inOrder.map(({ name }) => `data/${folder}/${name}`));
  return { packs, problems: [...packs.flatMap((pack) => pack.problems), ...wrong] };
}

/** The packs that are written in a language. */
export const packsIn = <T>(packs: readonly Pack<T>[], language: Language): readonly Pack<T>[] =>
  packs.filter(({ file }) => packName.exec(file)?.[1] === language);

/** What stands in `data/` as if it were content, and is not read. Other files there, such as notes, are nobody's mistake. */
export async function straysIn(data: string, folders: readonly string[]): Promise<readonly Problem[]> {
  const entries = [...((await entriesOf(data)) ?? [])].toSorted((a, b) => a.name.localeCompare(b.name));
  const isStray = (entry: Dirent) =>
    entry.isDirectory()
      ? !folders.includes(entry.name)
      : entry.isFile() && (folders.includes(entry.name) || /\.ya?ml$/.test(entry.name));
  return entries
    .filter((entry) => !entry.name.startsWith('.') && isStray(entry))
    .map(({ name }) => ({
      file: `data/${name}`,
      line: 1,
      what: `is not read; there are the folders ${folders.join(', ')}`,
    }));
}

/** What stands in a folder; nothing at all where there is no folder. */
async function entriesOf(folder: string): Promise<readonly Dirent[] | undefined> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

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

/** What must not stand twice: how a complaint calls it, and where it stands in its pack. */
export type Name = { readonly name: string; readonly path: readonly PropertyKey[] };

/** Names that stand twice, in one pack or in two. */
export function repeated<T>(packs: readonly Pack<T>[], namesIn: (value: T) => readonly Name[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return packs.flatMap((pack) =>
    (pack.value ? namesIn(pack.value) : []).flatMap(({ name, path }) => {
      const line = pack.lineOf(path);
      const first = seen.get(name);
      seen.set(name, first ?? `${pack.file}:${line}`);
      return first === undefined ? [] : [{ file: pack.file, line, what: `${name} stands already at ${first}` }];
    }),
  );
}
