import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '#content/compile.ts';
import { openContent } from '#content/content.ts';
import { levels, roles } from '#content/families.ts';
import { kinds } from '#content/kinds.ts';
import type { ContentProblem } from '#content/problem.ts';
import type { Question } from '#content/question-shape.ts';
import { freshFolder } from '#tests/support/databases.ts';
import { dataWith, goodPack } from './packs.ts';

const till: Question = {
  id: 'till-is-short',
  kind: 'situational',
  question: 'At closing time the till is ten short. What do you do?',
  asks: 'Are you honest when nobody looks, and do you know whom to tell?',
  signals: ['Counts once more', 'Tells somebody that night', 'Writes it down'],
  flags: ['Puts in ten of their own and says nothing.'],
  followUps: [
    { ask: 'And if it happens again tomorrow?', seeks: 'action' },
    { ask: 'When did that happen to you?', seeks: 'example' },
  ],
  hint: 'What would you do first, before you go home?',
  levels: ['first'],
  roles: ['any'],
  competencies: ['honesty'],
  lessons: ['arrive-early'],
};

async function problemsWith(...questions: readonly object[]): Promise<readonly string[]> {
  const folder = await dataWith({ 'a.en.yaml': goodPack });
  await mkdir(join(folder, 'questions'));
  await writeFile(join(folder, 'questions', 'all.en.yaml'), JSON.stringify({ questions }));
  try {
    await compileContent(folder);
    return [];
  } catch (error) {
    return (error as ContentProblem).problems
      .map(({ what }) => what)
      .filter((what) => !what.includes('at least 5 are needed'));
  }
}

describe('a question', () => {
  test('that has all its parts has no problems', async () => {
    expect(await problemsWith(till)).toEqual([]);
  });

  test.each([
    ['with few signals', { signals: ['Counts once more'] }, 'signals has too few items, at least 3 are needed'],
    ['of no kind', { kind: 'gossip' }, 'kind must be among: behavioural'],
    ['of a lesson that isn’t there', { lessons: ['fly'] }, 'the question till-is-short belongs to a lesson that isn’t'],
    ['for everybody and somebody', { roles: ['any', 'retail'] }, 'is for any role and names others'],
    [
      'with two follow-ups alike',
      { followUps: till.followUps.map((one) => ({ ...one, seeks: 'result' })) },
      'seek the same',
    ],
    [
      'in hard words',
      {
        asks: 'Demonstrable organisational accountability regarding irregularities',
        hint: 'Institutional communication?',
      },
      /takes \d+\.\d years of school to read, at most 9/,
    ],
    ['that is too long to say', { question: 'Why? '.repeat(40) }, 'characters, 150 fit the card'],
  ])('%s is named', async (_, change, told) => {
    const problems = await problemsWith({ ...till, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(told);
  });

  test('that is nearly another one, or has its id, is found', async () => {
    const again = { ...till, id: 'till-again', question: 'At closing time the till is twenty short. What do you do?' };
    expect(await problemsWith(till, again)).toContain(
      'the question till-again says nearly the same as the question till-is-short',
    );
    expect(await problemsWith(till, till)).toContainEqual(
      expect.stringContaining('the question till-is-short stands already at'),
    );
  });
});

test('the bank has 200 questions, of every kind, level and family of work', async () => {
  const { en } = await openContent({ data: 'data', compiled: join(await freshFolder(), 'content.json') });
  const { questions } = en;
  expect(questions.length).toBeGreaterThanOrEqual(200);
  for (const role of roles) {
    expect(questions.filter((one) => one.roles.includes(role)).length, role).toBeGreaterThanOrEqual(5);
  }
  for (const kind of kinds) {
    const general = questions.filter((one) => one.kind === kind && one.roles.includes('any'));
    expect(general.length, kind).toBeGreaterThanOrEqual(2);
  }
  for (const level of levels) {
    expect(questions.filter((one) => one.levels.includes(level)).length, level).toBeGreaterThan(questions.length / 3);
  }
});
