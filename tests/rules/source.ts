import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

/** A source file of the project: its path from the root, its text, and what it imports at run time or for types. */
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

/** All files with an ending under a folder, as paths from the root. */
export const filesUnder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted((a, b) => a.localeCompare(b));

/** The text of a file, by its path from the root. */
export const textOf = (path: string): string => readFileSync(resolve(root, path), 'utf8');

/** The TypeScript files under a folder. */
export const sourcesUnder = (folder: string): readonly Source[] =>
  filesUnder(folder, /\.ts$/).map((path) => {
    const text = textOf(path);
    const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
    return { path, text, imports: [...found].map(([, name = '']) => name) };
  });
