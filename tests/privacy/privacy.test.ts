import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tables } from '#database/schema.ts';
import { memberTables, privacyIn } from '#privacy/privacy.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ memberMay: PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild });
});
afterEach(() => world.close());

const annId = '100000000000000001';
const phrase = 'the blue kettle incident';

/** Ann leaves something in every table that holds something of members. */
async function annLivesHere(): Promise<void> {
  const { ann, database } = world;
  await database.db.insertInto('members').values({ id: annId, language: 'en' }).execute();
  await ann.run('/settings zone zone:Europe/London');
  await ann.run('/lesson today');
  await ann.press('I’ve got it');
  await ann.press('Practise it');
  await database.db.insertInto('boards').values({ server_id: '2', member_id: annId, current: 1, ends_at: 1 }).execute();
  await database.db.insertInto('reminders').values({ member_id: annId, look_at: 1, day: 1, unanswered: 0 }).execute();
  await ann.fill({ answer: `I will never forget ${phrase}.`, rating: '3' });
  await ann.run('/tips setup');
  await ann.press('Write to me if it fails');
}

const everything = async (): Promise<string> => {
  const dumps = await Promise.all(Object.keys(tables).map((table) => world.rows(table as keyof typeof tables)));
  return JSON.stringify(dumps);
};

describe('what is kept about Ann', () => {
  test('she sees it in words, and every table that can hold something of her is in the test', async () => {
    await annLivesHere();
    for (const table of memberTables) expect(await world.rows(table), table).not.toEqual([]);
    await world.ann.run('/privacy see');
    expect(world.ann.reads()).toMatchSnapshot();
  });

  test('she gets all of it as a file, and nothing of anybody else', async () => {
    await annLivesHere();
    await world.ben.run('/lesson random');
    await world.ben.press('I’ve got it');
    await world.ann.run('/privacy export');
    const [file] = world.ann.files().filter(({ name }) => name === 'rebound-about-you.json');
    const exported = JSON.parse(file?.text ?? '') as Record<string, readonly object[]>;
    expect(Object.keys(exported).toSorted()).toEqual([...memberTables].toSorted());
    expect(file?.text).toContain(phrase);
    expect(exported['acts']).toHaveLength(2);
  });

  test('after she deletes it, her words are not in the database’s files either', async () => {
    await annLivesHere();
    await world.ann.run('/privacy delete');
    await world.ann.press('Yes, delete everything');
    const files = await world.files();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file.includes(phrase)).toBe(false);
      expect(file.includes(annId)).toBe(false);
    }
  });

  test('after she deletes it, no column of any table holds her id or her words; Ben’s things stay', async () => {
    await annLivesHere();
    await world.ben.run('/lesson random');
    await world.ben.press('I’ve got it');
    expect(await everything()).toContain(phrase);
    await world.ann.run('/privacy delete');
    await world.ann.press('Keep it');
    expect(await everything()).toContain(phrase);
    await world.ann.run('/privacy delete');
    await world.ann.press('Yes, delete everything');
    expect(world.ann.reads()).toContain('is gone');
    const left = await everything();
    expect(left).not.toContain(annId);
    expect(left).not.toContain(phrase);
    expect(await world.rows('acts')).toHaveLength(1);
    await world.ann.run('/privacy see');
    expect(world.ann.reads()).toContain('Nothing.');
  });
});

describeEachDatabase('Deleting', (open) => {
  test('takes everything of one member and nothing of another', async () => {
    const database = await open();
    const row = { kind: 'lesson', item: 'x', day: '2026-03-02', at: 1 };
    await database.db
      .insertInto('acts')
      .values([
        { ...row, member_id: '1' },
        { ...row, member_id: '2' },
      ])
      .execute();
    const { see, export: copy, delete: erase } = privacyIn(database);
    expect(await see('1')).toEqual([{ table: 'acts', count: 1 }]);
    expect((await copy('1')).acts).toEqual([{ ...row, member_id: '1' }]);
    await erase('1');
    expect(await see('1')).toEqual([]);
    expect(await see('2')).toHaveLength(1);
  });
});
