import { describe, expect, test } from 'vitest';
import { sourcesUnder } from './source.ts';

/** The law: each room imports only from rooms to its left. Rooms on one line don't know each other. */
const order = [
  ['text', 'database'],
  ['pictures'],
  ['bot'],
  ['content'],
  ['members', 'servers', 'coach'],
  ['streaks', 'recall'],
  ['practice'],
  ['lessons', 'mocks', 'tips', 'stories', 'interviews', 'debriefs'],
  ['peers'],
  ['privacy'],
  ['features'],
  ['commands'],
  ['schedule', 'discord'],
] as const;

/** Files of src/ itself that a room may import: leaves that every room may write to or be told by. */
const leaves: ReadonlySet<string> = new Set(['#src/log.ts']);

const rank = new Map<string, number>(order.flatMap((rooms, index) => rooms.map((room) => [room, index] as const)));
const roomOf = (path: string): string => /^(?:src\/)?([a-z]+)(?:\/|\.ts$)/.exec(path)?.[1] ?? '';
const roomIn = (imported: string): string => roomOf(imported.replace('#src/', 'src/').replace('#', 'src/'));

const bot = [...sourcesUnder('src'), ...sourcesUnder('commands')];
const rooms = bot.filter(({ path }) => /^(src\/[a-z]+\/|commands\/|src\/features\.ts)/.test(path));
const everything = [
  ...bot,
  ...sourcesUnder('playground'),
  ...sourcesUnder('tests'),
  ...sourcesUnder('bench'),
  ...sourcesUnder('scripts'),
];

const offences = (found: readonly (string | undefined)[]) => found.filter((one) => one !== undefined);

describe('the house', () => {
  test('every room has its place in the order', () => {
    expect(rooms.map(({ path }) => roomOf(path)).filter((room) => !rank.has(room))).toEqual([]);
    expect(rooms.length).toBeGreaterThan(30);
  });

  test('a room imports only rooms to its left; cards may draw the controls of any room', () => {
    const isDrawn = (path: string, imported: string) => path.endsWith('card.ts') && imported.endsWith('/routes.ts');
    const wrong = rooms.flatMap(({ path, imports }) =>
      imports
        .filter((imported) => imported.startsWith('#') && !leaves.has(imported) && roomIn(imported) !== roomOf(path))
        .filter((imported) => !isDrawn(path, imported))
        .filter((imported) => (rank.get(roomIn(imported)) ?? Infinity) >= (rank.get(roomOf(path)) ?? -1))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nobody climbs through a window: ../ is forbidden', () => {
    expect(
      everything.flatMap(({ path, imports }) =>
        imports.filter((name) => name.startsWith('..')).map((name) => `${path}: ${name}`),
      ),
    ).toEqual([]);
  });

  test('only discord/ touches discord.js, and it and bot/ know no feature', () => {
    const touching = bot.filter(
      ({ path, imports }) => imports.includes('discord.js') && !path.startsWith('src/discord/'),
    );
    expect(touching.map(({ path }) => path)).toEqual([]);
    const features = order
      .slice(
        order.findIndex((place) => place.some((room) => room === 'content')),
        -1,
      )
      .flat() as readonly string[];
    const knowing = bot.filter(
      ({ path, imports }) =>
        /^src\/(discord|bot)\//.test(path) && imports.some((name) => features.includes(roomIn(name))),
    );
    expect(knowing.map(({ path }) => path)).toEqual([]);
  });

  test('each package has its rooms', () => {
    const homes: Readonly<Record<string, RegExp>> = {
      '^@discordjs/builders$': /^src\/(bot|discord)\//,
      '^@discordjs/(?!builders)|^@sapphire/': /^src\/discord\//,
      '^(better-sqlite3|pg|kysely)$': /^src\/(database\/|[a-z]+\/store\.ts)/,
      '^(zod|yaml|syllable)$': /^src\/content\//,
      '^pino$': /^src\/log\.ts$/,
      '^@resvg/': /^src\/pictures\//,
      '^node-cron$': /^src\/schedule\//,
    };
    const strays = bot.flatMap(({ path, imports }) =>
      Object.entries(homes)
        .filter(([name, home]) => !home.test(path) && imports.some((imported) => new RegExp(name).test(imported)))
        .map(([name]) => `${path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('rules import nothing but rules, routes nothing but the vocabulary', () => {
    const wrong = bot.flatMap(({ path, imports }) =>
      offences(
        imports.map((name) => {
          const ok = path.endsWith('/rules.ts')
            ? name.endsWith('/rules.ts')
            : path.endsWith('/routes.ts')
              ? name === '#bot/route.ts'
              : true;
          return ok ? undefined : `${path} imports ${name}`;
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('the playground and the bot meet on the wire alone', () => {
    const wrong = sourcesUnder('playground').flatMap(({ path, imports }) =>
      offences(
        imports.map((name) =>
          name.startsWith('#') && !name.startsWith('#playground/') ? `${path} imports ${name}` : undefined,
        ),
      ),
    );
    expect(wrong).toEqual([]);
    const visitors = bot.filter(({ imports }) => imports.some((name) => name.startsWith('#playground/')));
    expect(visitors.map(({ path }) => path)).toEqual(['src/run.ts']);
  });

  test('only config reads the environment', () => {
    const readers = bot.filter(({ text }) => /process\.env|from '(node:)?process'|'dotenv'/.test(text));
    expect(readers.map(({ path }) => path)).toEqual(['src/config.ts']);
  });

  test('rules know neither clock nor chance, and other rooms take both as arguments', () => {
    const clocks = /Date\.now\b|new Date\b|Temporal\.Now|Math\.random|randomInt|randomBytes/;
    const guilty = bot.filter(({ text }) => clocks.test(text)).map(({ path }) => path);
    // The composition root hands them out; the database opens before there is anything to hand out.
    const may = ['src/run.ts', 'src/clock.ts', 'src/database/open.ts'];
    expect(guilty.filter((path) => !may.includes(path))).toEqual([]);
  });

  test('files stay small and are called after what is in them', () => {
    expect(everything.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([]);
    const vague = /(^|\/)(utils?|helpers?|common|managers?|base|misc|shared)(\.ts|\/)/;
    expect(everything.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
    expect(everything.filter(({ path }) => !/^[a-z0-9./-]+$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('no test is skipped, focused or without the real parts', () => {
    const forbidden =
      /\.(skip|only|todo|fails|skipIf|runIf)\(|\b(skip|todo|fails): true|\bvi\.mock\(|\bx(it|test|describe)\(/;
    const tests = sourcesUnder('tests').filter(({ path }) => path !== 'tests/rules/house.test.ts');
    expect(tests.filter(({ text }) => forbidden.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
