import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileContent } from '#content/compile.ts';
import { likeness, readingGrade, shinglesOf, wordsOf } from '#content/plainness.ts';
import type { ContentProblem } from '#content/problem.ts';
import { dataWith, goodPack } from './packs.ts';

const plain =
  'Pick one job advert. Say aloud, in two short lines, why you want that work and what you can do on the first day. Then say it again, a little slower.';

const tip = (id: string, text: string, more: Readonly<Record<string, string>> = {}): string => {
  const parts = {
    id,
    text: JSON.stringify(text),
    topics: '[answers]',
    roles: '[any]',
    lesson: 'arrive-early',
    ...more,
  };
  return Object.entries(parts)
    .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}`)
    .join('\n');
};

async function problemsWith(...tips: readonly string[]): Promise<readonly string[]> {
  const folder = await dataWith({ 'a.en.yaml': goodPack });
  await mkdir(join(folder, 'tips'));
  await writeFile(join(folder, 'tips', 'all.en.yaml'), `tips:\n${tips.join('\n')}\n`);
  try {
    const { en } = await compileContent(folder);
    expect(en.tips).toHaveLength(tips.length);
    return [];
  } catch (error) {
    return (error as ContentProblem).problems.map(({ file, line, what }) => `${file}:${line} ${what}`);
  }
}

describe('a tip', () => {
  test('that is plain, short and new has no problems', async () => {
    expect(await problemsWith(tip('say-why', plain))).toEqual([]);
  });

  test.each([
    ['of few words', tip('a', 'Say it aloud.'), 'data/tips/all.en.yaml:2 the tip a has 3 words, 20 to 60 are right'],
    [
      'in hard words',
      tip(
        'a',
        'Demonstrate transferable organisational competencies, articulating quantifiable accomplishments comprehensively throughout interdisciplinary conversations regarding collaborative responsibilities, institutional communication, professional development opportunities and administrative accountability.',
      ),
      /takes \d+\.\d years of school to read, at most 8/,
    ],
    [
      'of a lesson that isn’t there',
      tip('a', plain, { lesson: 'fly-high' }),
      'data/tips/all.en.yaml:2 the tip a belongs to a lesson that isn’t there: fly-high',
    ],
    [
      'about something hosts can’t choose',
      tip('a', plain, { topics: '[luck]' }),
      /tips\[1\]\.topics\[1\] must be among: answers/,
    ],
    [
      'for a role nobody has',
      tip('a', plain, { roles: '[astronaut]' }),
      /tips\[1\]\.roles\[1\] must be among: any, retail/,
    ],
  ])('%s is named with its line', async (_, written, told) => {
    const problems = await problemsWith(written);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(told);
  });

  test('that says nearly the same as another, or has its id, is found', async () => {
    const again = plain.replace('a little slower', 'but slower');
    expect(await problemsWith(tip('one', plain), tip('two', again))).toEqual([
      'data/tips/all.en.yaml:7 the tip two says nearly the same as the tip one',
    ]);
    expect(await problemsWith(tip('one', plain), tip('one', plain.split(' ').toReversed().join(' ')))).toContainEqual(
      expect.stringContaining('the tip one stands already at data/tips/all.en.yaml:2'),
    );
  });
});

describe('how plain a text is', () => {
  test('is measured by the length of words and sentences', () => {
    expect(readingGrade('The cat sat on the mat.')).toBeLessThan(1);
    // 11.3 by hand; syllables are counted by rule here, so a word or two may be off.
    const platypus = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
    expect(Math.abs(readingGrade(platypus) - 11.3)).toBeLessThan(2);
    expect(readingGrade('One. Two. Three.')).toBeLessThan(
      readingGrade('One, two, three, and then a great many more of them.'),
    );
  });

  test('words lose what stands around them, likeness is between nothing and everything', () => {
    expect(wordsOf('“I’d like to,” she said – twice!')).toEqual(['i’d', 'like', 'to', 'she', 'said', 'twice']);
    expect(likeness(shinglesOf(plain), shinglesOf(plain))).toBe(1);
    expect(likeness(shinglesOf(plain), shinglesOf('Something else entirely stands in this one here.'))).toBe(0);
    expect(likeness(shinglesOf(''), shinglesOf(''))).toBe(0);
  });
});
