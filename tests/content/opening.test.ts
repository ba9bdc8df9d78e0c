import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Content, openContent } from '#content/content.ts';
import { freshFolder } from '#tests/support/databases.ts';
import { dataWith, goodPack, packWith } from './packs.ts';

const name = 'first.en.yaml';

/** Content folders with the good pack, and what opening them gives: the first lesson's title. */
async function shelf() {
  const data = await dataWith({ [name]: goodPack });
  const compiled = join(await freshFolder(), 'var', 'content.json');
  const open = async () => (await openContent({ data, compiled })).en.tracks[0]?.lessons[0]?.title;
  return { compiled, open, pack: join(data, 'lessons', name), data };
}

/** Writes another title into the compiled file, as a mark that it was used. */
async function mark(compiled: string): Promise<void> {
  const kept = await readFile(compiled, 'utf8');
  await writeFile(compiled, kept.replace('Arrive early', 'From the compiled file'));
}

describe('content', () => {
  test('comes from the packs the first time and from the compiled file after that', async () => {
    const { compiled, open } = await shelf();
    expect(await open()).toBe('Arrive early');
    await mark(compiled);
    expect(await open()).toBe('From the compiled file');
  });

  test('is compiled anew when a pack was changed, though its length stayed the same', async () => {
    const { compiled, open, pack } = await shelf();
    await open();
    await mark(compiled);
    await writeFile(pack, packWith('Arrive early', 'Arrive eerly'));
    await utimes(pack, new Date(), new Date(Date.now() + 5_000));
    expect(await open()).toBe('Arrive eerly');
  });

  test('is compiled anew when a pack was added or taken away', async () => {
    const { open, data, compiled } = await shelf();
    await open();
    await mark(compiled);
    await writeFile(join(data, 'notes.md'), 'For authors');
    expect(await open()).toBe('Arrive early');
  });

  test.each([
    ['is garbage', 'garbage'],
    ['is empty', ''],
    ['is nothing', 'null'],
    ['is a number', '7'],
    ['was cut off', '{"stamp":"'],
    ['is of an older bot', '{"stamp":"old","content":{}}'],
  ])('is compiled anew when the compiled file %s', async (_, written) => {
    const { compiled, open } = await shelf();
    await open();
    await writeFile(compiled, written);
    expect(await open()).toBe('Arrive early');
  });

  test('is never kept while something is wrong with it', async () => {
    const { compiled, open, pack } = await shelf();
    await writeFile(pack, packWith('place: 1', 'place: one'));
    await expect(open()).rejects.toThrow('first.en.yaml:2 place must be');
    await expect(readFile(compiled)).rejects.toThrow('ENOENT');
    await expect(open()).rejects.toThrow('first.en.yaml:2 place must be');
  });

  test('can be opened by two processes at once', async () => {
    const { open } = await shelf();
    expect(await Promise.all([open(), open(), open()])).toEqual(['Arrive early', 'Arrive early', 'Arrive early']);
  });
});

describe('the content in data/', () => {
  test('has no problems, and is the same from the compiled file', async () => {
    const compiled = join(await freshFolder(), 'content.json');
    const fromPacks: Content = await openContent({ data: 'data', compiled });
    const fromFile = await openContent({ data: 'data', compiled });
    expect(fromFile).toEqual(fromPacks);
    const [track] = fromPacks.en.tracks;
    expect(track?.lessons.map(({ id }) => id)).toEqual([
      'humble-and-confident',
      'know-your-weaknesses',
      'ask-as-you-go',
      'beyond-your-cv',
      'ask-for-feedback',
      'what-a-no-can-spare-you',
      'let-them-meet-you',
      'true-not-perfect',
      'keep-applying',
      'keep-going',
    ]);
  });
});
