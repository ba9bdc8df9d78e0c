import { pathToFileURL } from 'node:url';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '#bot/command.ts';
import type { Route } from '#bot/route.ts';
import { commands } from '#commands/index.ts';
import { tables } from '#database/schema.ts';
import { variables } from '#src/config.ts';
import { handlers } from '#src/features.ts';
import { invitePermissions } from '#src/invite.ts';
import { languages, type Text } from '#text/text.ts';
import { filesUnder, sourcesUnder, textOf } from './source.ts';

type Module = Readonly<Record<string, unknown>>;
const load = async (paths: readonly string[]): Promise<readonly Module[]> =>
  Promise.all(paths.map(async (path) => (await import(pathToFileURL(path).href)) as Module));

const code = [...sourcesUnder('src'), ...sourcesUnder('commands')];
const slash = commands.filter((command) => command.kind === 'slash');
const words = slash.flatMap(wordsOf);

const isRoute = (value: unknown): value is Route<unknown> =>
  typeof value === 'object' && value !== null && 'id' in value && 'read' in value;

describe('lists with one home', () => {
  test('each command file is in the list of commands', async () => {
    const files = filesUnder('commands', /\.ts$/).filter(
      (path) => !/(index|vocabulary|texts|text\.[a-z]{2})\.ts$/.test(path),
    );
    expect(files.map((path) => path.replace(/^commands\/|\.ts$/g, ''))).toEqual(
      commands.map(({ name }) => name.toLowerCase().replaceAll(' ', '-')).toSorted(),
    );
  });

  test('each route has exactly one handler of each kind, and each handler a route', async () => {
    const files = filesUnder('src', /routes\.ts$/);
    const modules = await load(files);
    const routes = modules
      .flatMap((module) => Object.values(module))
      .flatMap((group) => Object.values(group as object))
      .filter(isRoute);
    expect(files.length).toBeGreaterThan(0);
    expect(handlers.map(({ route }) => route.name).toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  test('each room with presses gives them to the list of handlers', async () => {
    const modules = await load(filesUnder('src', /presses\.ts$/));
    expect(modules.flatMap((module) => Object.values(module).flat()).length).toBe(handlers.length);
  });

  test('each text is said somewhere, and in every language', async () => {
    const files = [...filesUnder('src', /^texts\.ts$/), 'commands/texts.ts'];
    const rooms = await Promise.all(
      files.map(async (file) => {
        const [module] = await load([file]);
        const texts = Object.values(module?.['texts'] as Readonly<Record<string, Text>>);
        const folder = file.replace('texts.ts', '');
        const door = `#${folder.replace('src/', '')}texts.ts`;
        const sayers = code.filter(
          ({ path, imports }) => imports.includes(door) || (path.startsWith(folder) && imports.includes('./texts.ts')),
        );
        return { texts, said: sayers.map(({ text }) => text).join('\n') };
      }),
    );
    const texts = rooms.flatMap((room) => room.texts);
    expect(files.length).toBeGreaterThan(2);
    const silent = rooms.flatMap(({ texts: own, said }) =>
      own.filter(({ key }) => !new RegExp(`exts\\.${key.split('.')[1]}\\b`).test(said)),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
    expect(
      texts.filter(({ said }) => languages.some((language) => said[language] === undefined)).map(({ key }) => key),
    ).toEqual([]);
  });

  test('commands that texts mention exist', () => {
    const texts = [...sourcesUnder('src'), ...sourcesUnder('commands')].filter(({ path }) =>
      /text\.[a-z]{2}\.ts$/.test(path),
    );
    const mentioned = texts.flatMap(({ text }) => [...text.matchAll(/<\/([a-z -]+)>/g)].map(([, name = '']) => name));
    expect(mentioned.length).toBeGreaterThan(0);
    expect(mentioned.filter((name) => !words.includes(name))).toEqual([]);
  });

  test('.env.example names every variable with its example, and no other', () => {
    const lines = textOf('.env.example').split('\n');
    const given = lines.filter((line) => /^#?[A-Z_]+=/.test(line)).map((line) => line.replace(/^#/, ''));
    expect(given).toEqual(Object.entries(variables).map(([name, { example }]) => `${name}=${example}`));
    for (const { about } of Object.values(variables)) expect(textOf('.env.example')).toContain(about);
  });

  test('the README’s tables are those of the code: commands, variables, permissions', () => {
    const readme = textOf('README.md');
    const rowsUnder = (heading: string) => {
      const [, part = ''] = readme.split(`## ${heading}\n`);
      const rows = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
      return rows.map((row) =>
        row
          .split('|')
          .slice(1, 3)
          .map((cell) => cell.trim().replaceAll('`', '')),
      );
    };
    const about = slash.flatMap(({ name, actions }) =>
      Object.entries(actions).map(([word, action]) => [
        `/${word === '' ? name : `${name} ${word}`}`,
        String(action.about.said.en),
      ]),
    );
    expect(rowsUnder('Commands')).toEqual(about);
    expect(rowsUnder('Settings')).toEqual(Object.entries(variables).map(([name, variable]) => [name, variable.about]));
    expect(rowsUnder('Permissions')).toEqual(invitePermissions.map(({ label, why }) => [label, why]));
    expect(invitePermissions.every(({ permission }) => permission in PermissionFlagsBits)).toBe(true);
  });

  test('the page on privacy names every table, and the commands it names exist', () => {
    const page = textOf('docs/privacy.md');
    const named = [...page.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name = '']) => name);
    expect(named.toSorted()).toEqual(Object.keys(tables).toSorted());
    const mentioned = [...page.matchAll(/`\/([a-z -]+)`/g)].map(([, name = '']) => name);
    expect(mentioned.length).toBeGreaterThan(3);
    expect(mentioned.filter((name) => !words.includes(name))).toEqual([]);
  });

  test('package.json names every room', () => {
    const { imports } = JSON.parse(textOf('package.json')) as { imports: Readonly<Record<string, string>> };
    const folders = new Set(
      filesUnder('src', /\.ts$/)
        .filter((path) => path.split('/').length > 2)
        .map((path) => path.split('/')[1] ?? ''),
    );
    for (const room of folders) expect(imports[`#${room}/*`]).toBe(`./src/${room}/*`);
  });
});
