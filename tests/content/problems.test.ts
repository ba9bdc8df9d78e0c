import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '#content/compile.ts';
import { ContentProblem } from '#content/problem.ts';
import { freshFolder } from '#tests/support/databases.ts';
import { dataWith, goodPack, lineOf, packWith, problemsOf } from './packs.ts';

const name = 'first.en.yaml';
const file = `data/lessons/${name}`;
const secondPack = packWith('first-steps', 'second-steps')
  .replace('place: 1', 'place: 2')
  .replaceAll('arrive-early', 'go-home')
  .replace('Arrive early', 'Go home')
  .replaceAll('bring-water', 'sleep-well')
  .replace('Bring water', 'Sleep well');

describe('a good pack', () => {
  test('has no problems and comes with its lessons in order', async () => {
    const { en } = await compileContent(await dataWith({ 'a.en.yaml': secondPack, 'b.en.yaml': goodPack }));
    expect(en.tracks.map(({ track, lessons }) => [track, ...lessons.map(({ id }) => id)])).toEqual([
      ['first-steps', 'arrive-early', 'bring-water'],
      ['second-steps', 'go-home', 'sleep-well'],
    ]);
  });

  test('may have spaces and folded lines around its texts', async () => {
    const { en } = await compileContent(
      await dataWith({ [name]: packWith('idea: Say it plainly.', 'idea: >-\n      Say it\n      plainly.   ') }),
    );
    expect(en.tracks[0]?.lessons[0]?.idea).toBe('Say it plainly.');
  });
});

describe('the author of a pack is told where it is wrong and what:', () => {
  const cases: readonly (readonly [what: string, old: string | RegExp, put: string, where: string, told: string])[] = [
    ['an empty text', 'idea: Say it plainly.', "idea: ''", "idea: ''", 'lessons[1].idea is empty'],
    ['a text of spaces', 'idea: Say it plainly.', "idea: '  '", "idea: '  '", 'lessons[1].idea is empty'],
    [
      'a text that is too long',
      'why: It is easy to believe.',
      `why: ${'w'.repeat(161)}`,
      'why: www',
      'lessons[1].why has 161 characters, 160 fit the card',
    ],
    ['a number for a text', 'title: First steps', 'title: 12', 'title: 12', 'title must be a text'],
    ['an unknown key', 'why: It is', 'wy: It is', 'wy: It is', 'lessons[1] has an unknown key: wy'],
    [
      'an unknown key inside',
      'weak: No idea.',
      'weak: No idea.\n      week: No.',
      'week: No.',
      'lessons[1].example has an unknown key: week',
    ],
    ['an unknown key at the top', 'place: 1', 'place: 1\ncolour: red', 'colour: red', 'has an unknown key: colour'],
    [
      'an id in capitals',
      'id: arrive-early',
      'id: Arrive-Early',
      'id: Arrive-Early',
      'lessons[1].id must be lower-case words joined by hyphens',
    ],
    [
      'an id that is too long',
      'id: arrive-early',
      `id: ${'a'.repeat(33)}`,
      'id: aaa',
      'lessons[1].id has more than 32 characters',
    ],
    [
      'too few aliases',
      'aliases: [arrive-early one, arrive-early two]',
      'aliases: [one]',
      'aliases: [one]',
      'lessons[1].aliases has too few items, at least 2 are needed',
    ],
    [
      'too many topics',
      'topics: [time]',
      'topics: [a, b, c, d, e]',
      'topics: [a, b',
      'lessons[1].topics has too many items, at most 4 fit',
    ],
    [
      'the same topic twice',
      'topics: [time]',
      'topics: [time, time]',
      'topics: [time, time]',
      'lessons[1].topics says the same thing twice',
    ],
    ['a text for a list', 'do: [Do this, Do that]', 'do: Do this', 'do: Do this', 'lessons[1].do must be a list'],
    [
      'a long item of a list',
      'do: [Do this, Do that]',
      `do:\n      - Do this\n      - ${'d'.repeat(61)}`,
      '- ddd',
      'lessons[1].do[2] has 61 characters, 60 fit the card',
    ],
    [
      'a kind that does not exist',
      'kind: motivation',
      'kind: motivating',
      'kind: motivating',
      'lessons[1].practice.kind must be among: behavioural, ',
    ],
    [
      'an example that is no example',
      /example:\n(?: {6}.*\n)+/,
      'example: none\n',
      'example: none',
      'lessons[1].example must be an example: question, weak, strong and try',
    ],
    ['no place', 'place: 1', 'place: 0', 'place: 0', 'place must be a whole number from 1'],
    ['a place between two', 'place: 1', 'place: 1.5', 'place: 1.5', 'place must be a whole number'],
    ['no lessons', /lessons:\n[^]*/, 'lessons: []\n', 'lessons: []', 'lessons is empty'],
  ];

  test.each(cases.map(([what, ...rest]) => [what, rest] as const))('%s', async (_, [old, put, where, told]) => {
    const pack = packWith(old, put);
    const place = `${file}:${lineOf(pack, where)}`;
    expect((await problemsOf({ [name]: pack })).map((line) => line.slice(0, place.length + 1 + told.length))).toContain(
      `${place} ${told}`,
    );
  });

  test('a key that is missing, at the part it is missing from', async () => {
    const pack = packWith('      weak: No idea.\n', '');
    expect(await problemsOf({ [name]: pack })).toEqual([
      `${file}:${lineOf(pack, 'question: Why?')} lessons[1].example.weak must be a text`,
    ]);
    expect(await problemsOf({ [name]: packWith(/title: First steps\n/, '') })).toEqual([
      `${file}:1 title must be a text`,
    ]);
  });

  test('a broken line, and nothing else of that file', async () => {
    const pack = packWith('title: Arrive early', 'title: "Arrive early');
    const problems = await problemsOf({ [name]: pack });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^data\/lessons\/first\.en\.yaml:\d+ \S/);
  });

  test('a key that stands twice', async () => {
    const pack = packWith('why: It is easy to believe.', 'why: It is easy to believe.\n    idea: Say it twice.');
    expect(await problemsOf({ [name]: pack })).toEqual([
      `${file}:${lineOf(pack, 'idea: Say it twice.')} Map keys must be unique`,
    ]);
  });

  test.each([
    ['an empty file', ''],
    ['a file of comments', '# to be written\n'],
    ['a list', '- one\n- two\n'],
    ['a text', 'just words\n'],
  ])('%s where a track should be', async (_, yaml) => {
    const problems = await problemsOf({ [name]: yaml });
    expect(problems).toEqual([`${file}:1 must be a track with its lessons`]);
  });

  test('a file whose name tells no language', async () => {
    const problems = await problemsOf({ 'first.yaml': goodPack, 'first.xx.yaml': secondPack, 'notes.txt': goodPack });
    expect(
      problems.filter((line) => line.includes('must be called <name>.<language>.yaml; languages: en')),
    ).toHaveLength(3);
  });

  test('a folder among the packs', async () => {
    const folder = await dataWith({ [name]: goodPack });
    await mkdir(join(folder, 'lessons', 'drafts'));
    await expect(compileContent(folder)).rejects.toThrow('data/lessons/drafts:1 must be called <name>.<language>.yaml');
  });
});

describe('the folder of all packs', () => {
  test('has no folder with a misspelt name, no empty one, and no pack beside the folders', async () => {
    const folder = await dataWith({ [name]: goodPack });
    await mkdir(join(folder, 'question'));
    await mkdir(join(folder, 'tips'));
    await writeFile(join(folder, 'first.en.yaml'), goodPack);
    await writeFile(join(folder, 'questions'), goodPack);
    await writeFile(join(folder, 'notes.md'), 'For authors');
    await expect(compileContent(folder)).rejects.toThrow(
      [
        'has 4 problems. Mend it and start again:',
        '  data/first.en.yaml:1 is not read; there are the folders lessons, tips, questions',
        '  data/question:1 is not read; there are the folders lessons, tips, questions',
        '  data/questions:1 is not read; there are the folders lessons, tips, questions',
        '  data/tips:1 has no packs of tips',
      ].join('\n'),
    );
  });

  test('misspelt where the lessons should be, is told beside their lack', async () => {
    const folder = await dataWith({ [name]: goodPack });
    await rename(join(folder, 'lessons'), join(folder, 'lesons'));
    await expect(compileContent(folder)).rejects.toThrow(
      /data\/lesons:1 is not read.*\n.*data\/lessons:1 has no packs/,
    );
  });
});

describe('what may stand only once', () => {
  test('is missed in one file', async () => {
    const pack = packWith('id: bring-water', 'id: arrive-early').replace('title: Bring water', 'title: Arrive early');
    const again = pack.indexOf('id: arrive-early', pack.indexOf('id: arrive-early') + 1);
    const line = pack.slice(0, again).split('\n').length;
    expect(await problemsOf({ [name]: pack })).toEqual([
      `${file}:${line} the lesson arrive-early stands already at ${file}:6`,
      `${file}:${line + 1} the title “Arrive early” stands already at ${file}:7`,
    ]);
  });

  test('is missed in two files', async () => {
    const problems = await problemsOf({ [name]: goodPack, 'second.en.yaml': goodPack });
    expect(problems).toHaveLength(6);
    expect(problems[0]).toBe(`data/lessons/second.en.yaml:1 the track first-steps stands already at ${file}:1`);
    expect(problems.join('\n')).toMatch(/:2 the place 1 stands already.*\n.*:6 the lesson arrive-early stands already/);
  });
});

describe('all problems', () => {
  test('of all files are told at once', async () => {
    const broken = packWith('place: 1', 'place: one')
      .replace('kind: motivation', 'kind: x')
      .replace('id: bring-water', 'id: Water');
    const problems = await problemsOf({ [name]: broken, 'second.en.yaml': 'track: [', 'third.yaml': secondPack });
    expect(new Set(problems.map((line) => line.split(':')[0]))).toEqual(
      new Set([file, 'data/lessons/second.en.yaml', 'data/lessons/third.yaml']),
    );
    expect(problems.filter((line) => line.startsWith(file))).toHaveLength(3);
  });

  test('make one message for the author', () => {
    const one = { file: 'data/a.yaml', line: 3, what: 'is empty' };
    expect(new ContentProblem([one]).message).toBe(
      'The content in data/ has a problem. Mend it and start again:\n  data/a.yaml:3 is empty',
    );
    expect(new ContentProblem([one, { ...one, line: 4 }]).message).toContain('has 2 problems.');
  });

  test('begin with having no packs at all', async () => {
    const empty = await freshFolder();
    await expect(compileContent(empty)).rejects.toThrow('data/lessons:1 has no packs of lessons');
    await mkdir(join(empty, 'lessons'));
    await expect(compileContent(empty)).rejects.toThrow('data/lessons:1 has no packs of lessons');
  });
});
