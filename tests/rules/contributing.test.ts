import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SlashCommand } from '#bot/command.ts';
import { definitionOf } from '#discord/definition.ts';
import type { Features } from '#src/features.ts';
import { translator } from '#text/translator.ts';
import { filesUnder, sourcesUnder, textOf } from './source.ts';

const guide = textOf('CONTRIBUTING.md');

test('the files and folders that CONTRIBUTING names exist, and no room is missing from its map', () => {
  const named = [...guide.matchAll(/`((?:src|commands|data|tests|playground|bench|docs)\/[a-z0-9/.-]*)`/g)].map(
    ([, path = '']) => path,
  );
  const all = ['src', 'commands', 'data', 'tests', 'playground', 'bench', 'docs'].flatMap((folder) =>
    filesUnder(folder, /./),
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !all.some((file) => file === path || file.startsWith(path)))).toEqual([]);
  const rooms = new Set(
    filesUnder('src', /\.ts$/)
      .filter((path) => path.split('/').length > 2)
      .map((path) => `\`src/${path.split('/')[1]}/\``),
  );
  expect([...rooms].filter((room) => !guide.includes(room))).toEqual([]);
});

test('the words that CONTRIBUTING explains are those of the code', () => {
  const [, section = ''] = /## The words\n(.*?)\n## /s.exec(guide) ?? [];
  const terms = [...section.matchAll(/\*\*([a-z ]+)\*\*/g)].flatMap(([, term = '']) => term.split(' '));
  const code = [...sourcesUnder('src'), ...sourcesUnder('commands')].map(({ text }) => text).join('\n');
  expect(terms).toEqual(expect.arrayContaining(['mock', 'tip', 'subscription', 'delivery', 'answer', 'role', 'level']));
  expect(terms.filter((term) => !new RegExp(`\\b${term}s?\\b`, 'i').test(code))).toEqual([]);
});

test('the smallest command of the guide works as it stands there', async () => {
  const [, code = ''] = /```ts\n(.*?)```/s.exec(guide) ?? [];
  const folder = mkdtempSync(resolve('var-guide-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(resolve(folder, 'hello.ts'), code.replaceAll("'./", "'#commands/"));
  const { hello } = (await import(resolve(folder, 'hello.ts'))) as { hello: SlashCommand<Features> };
  expect(definitionOf(hello)).toMatchObject({ name: 'hello', description: expect.any(String) as string });
  const turn = { caller: { id: '100000000000000001' }, t: translator('en', (words) => words) };
  const reply = await hello.actions['']?.run(turn as never);
  expect(JSON.stringify(reply)).toContain('<@100000000000000001>');
});
