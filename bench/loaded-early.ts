// Which modules Rebound loads before it is ready, and which more until its first lesson is on the screen.

import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Stage, startBot } from './bots.ts';
import { showLesson } from './people.ts';
import { judge, printTable, say } from './report.ts';

/** What a first `/lesson today` gets by without: the playground, checking content, PostgreSQL, jobs, search, what a try changed. */
const unneeded: ReadonlySet<string> = new Set([
  'playground',
  'hono',
  '@hono/node-server',
  'yaml',
  'zod',
  'pg',
  'node-cron',
  'minisearch',
  'diff',
  'src/coach/coach.ts',
  'src/content/compile.ts',
  'src/database/postgres.ts',
]);

/** How many of the largest packages are shown. */
const shown = 12;

/** Starts Rebound once more, on a stage that it knows, and prints what it loads. Fails when it loads what nobody needs. */
export async function loadedEarly(stage: Stage): Promise<void> {
  const bot = startBot('Rebound', stage, { preload: 'module-log.ts' });
  await bot.ready();
  const early = await bot.ask('modules');
  await showLesson(stage.playground, 'a word that only the search can find: failure');
  const all = await bot.ask('modules');
  await bot.stop();
  const files = early.filter((url) => url.startsWith('file:'));
  say('', `Loaded before Rebound is ready: ${files.length} files. The largest packages:`);
  printTable(['', 'files', 'KiB'], largest(files));
  say(`Loaded later, for the first /lesson show: ${namesOf(all.slice(early.length)).join(', ') || 'nothing'}`);
  const tooEarly = namesOf(early).filter((name) => unneeded.has(name));
  if (tooEarly.length > 0) say(`Nobody needs so early: ${tooEarly.join(', ')}`);
  judge([{ what: 'Loaded before it is ready and not needed', value: tooEarly.length, limit: 0, unit: '' }]);
}

function largest(urls: readonly string[]): readonly (readonly string[])[] {
  const byPackage = Map.groupBy(urls, packageOf);
  const sizes = [...byPackage].map(([name, files]) => {
    const bytes = files.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
    return { name, files: files.length, bytes };
  });
  const sorted = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, shown);
  return sorted.map(({ name, files, bytes }) => [name, String(files), (bytes / 1024).toFixed(0)]);
}

const projectFile = /\/((?:src|commands|playground)\/.*)$/;

/** The package that a module belongs to; the project's own files are all one. */
const packageOf = (url: string): string =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? (projectFile.test(url) ? 'Rebound' : url);

/** Names to look up and to print: packages, and the project's own files and its playground by their paths. */
function namesOf(urls: readonly string[]): readonly string[] {
  const names = urls.map((url) => {
    const own = url.includes('/node_modules/') ? undefined : projectFile.exec(url)?.[1];
    return own?.startsWith('playground/') ? 'playground' : (own ?? packageOf(url));
  });
  return [...new Set(names)].filter((name) => !name.startsWith('node:'));
}
