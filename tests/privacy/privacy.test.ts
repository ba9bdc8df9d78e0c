import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tables } from '#database/schema.ts';
import { memberTables, privacyIn } from '#privacy/privacy.ts';
import { seededDice } from '#tests/support/dice.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({
    memberMay: PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild,
    dice: seededDice(),
  });
});
afterEach(() => world.close());

const annId = '100000000000000001';
const benId = '100000000000000002';
const phrase = 'the blue kettle incident';
const saidOfBen = 'You counted the boxes twice';

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
  await ann.run('/mock start count:1');
  await ann.press('Skip');
  await ann.run('/tips setup');
  await ann.press('Write to me if it fails');
  await annMetBen();
}

/** Ann sat in a session with Ben, waits for another one, and never wants to meet him again. */
async function annMetBen(): Promise<void> {
  const { ann, database } = world;
  const [server_id, session_id, at] = ['200000000000000001', 'sessionone', 1];
  const wish = { server_id, role: null, level: null, languages: 'en', length: 'short' };
  const wait = { since: at, ready_at: at, until: monday.epochMilliseconds + 3_600_000, first: 0 };
  const seat = { ...wish, session_id, waited_ms: 0, accepted_at: at, outcome: 'kept', at };
  const note = { session_id, scales: '32314', next_time: null, at, shown_at: at };
  await database.db
    .insertInto('peer_waits')
    .values({ ...wish, ...wait, member_id: annId })
    .execute();
  await database.db
    .insertInto('peer_seats')
    .values([
      { ...seat, seat: 0, member_id: annId },
      { ...seat, seat: 1, member_id: benId },
    ])
    .execute();
  await database.db
    .insertInto('peer_notes')
    .values([
      { ...note, seat: 1, form: 'words-0', about_id: annId, heard: `You told me of ${phrase}` },
      { ...note, seat: 0, form: 'words-1', about_id: benId, heard: saidOfBen },
    ])
    .execute();
  await ann.run(`/peer never-match member:${benId}`);
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

  test('she gets five copies in a minute, and the next one after it', async () => {
    const { ann, clock } = world;
    await annLivesHere();
    const copies = () => ann.files().filter(({ name }) => name === 'rebound-about-you.json').length;
    for (let asked = 0; asked < 6; asked += 1) await ann.run('/privacy export');
    expect(copies()).toBe(5);
    expect(ann.reads()).toContain('several copies within a minute');
    clock.now = monday.add({ seconds: 61 });
    await ann.run('/privacy export');
    expect(copies()).toBe(6);
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
    expect(file?.text).not.toContain(benId);
    expect(file?.text).not.toContain(saidOfBen);
    expect(exported['acts']).toHaveLength(2);
    expect(exported['peer_notes']).toHaveLength(1);
  });

  test('after she deletes it, her words are not in the database’s files either', async () => {
    await annLivesHere();
    await world.ann.run('/privacy delete');
    await world.ann.choose('What shall be deleted?', 'Everything');
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
    await world.ann.choose('What shall be deleted?', 'Everything');
    await world.ann.press('Keep it');
    expect(await everything()).toContain(phrase);
    await world.ann.run('/privacy delete');
    await world.ann.choose('What shall be deleted?', 'Everything');
    await world.ann.press('Yes, delete everything');
    expect(world.ann.reads()).toContain('is gone');
    const left = await everything();
    expect(left).not.toContain(annId);
    expect(left).not.toContain(phrase);
    expect(left).toContain(saidOfBen);
    expect(await world.rows('acts')).toHaveLength(1);
    await world.ann.run('/privacy see');
    expect(world.ann.reads()).toContain('Nothing.');
  });
});

test('what Ben said about her stays out of sight and out of her copy until it is shown to her', async () => {
  await annLivesHere();
  await world.database.db.updateTable('peer_notes').set({ shown_at: null }).execute();
  await world.ann.run('/privacy see');
  expect(world.ann.reads()).not.toContain('What partners said about you');
  await world.ann.run('/privacy export');
  expect(world.ann.files().at(-1)?.text).not.toContain(`You told me of ${phrase}`);
  await world.database.db.updateTable('peer_notes').set({ shown_at: 1 }).execute();
  await world.ann.run('/privacy export');
  expect(world.ann.files().at(-1)?.text).toContain(`You told me of ${phrase}`);
});

describe('Ann deletes a part', () => {
  const left = async () => {
    const counts = await Promise.all(
      memberTables.map(async (table) => [table, (await world.rows(table)).length] as const),
    );
    return new Map(counts);
  };

  test('one kind goes, and nothing else', async () => {
    await annLivesHere();
    const before = await left();
    await world.ann.run('/privacy delete');
    await world.ann.choose('What shall be deleted?', 'What you practised, and your streak');
    expect(world.ann.reads()).toContain('What you practised, and your streak: shall it go?');
    expect(await left()).toEqual(before);
    await world.ann.press('Yes, delete it');
    expect(world.ann.reads()).toContain('Done, it’s gone.');
    for (const [table, count] of await left())
      expect(count, table).toBe(['acts', 'streaks', 'practice_days', 'boards'].includes(table) ? 0 : before.get(table));
  });

  test('one answer goes, chosen by its first words', async () => {
    await annLivesHere();
    await world.ann.run('/lesson show lesson:keep-going');
    await world.ann.press('Practise it');
    await world.ann.fill({ answer: 'I wrote thirty letters.', rating: '2' });
    await world.ann.run('/privacy delete');
    await world.ann.choose('What shall be deleted?', 'One answer');
    await world.ann.choose('What shall be deleted?', `I will never forget ${phrase}.`);
    await world.ann.press('Yes, delete it');
    expect(await world.rows('answers')).toMatchObject([{ body: 'I wrote thirty letters.' }]);
  });

  test('nobody deletes an answer of somebody else', async () => {
    await annLivesHere();
    const [answer] = (await world.rows('answers')) as readonly { id: string }[];
    await world.ben.run('/lesson today');
    const message = world.ben.control('Practise it').message;
    await world.ben.pressId(message, `privacy.delete:${annId}:answer:${answer?.id}`);
    await world.ben.pressId(message, `privacy.delete:100000000000000002:answer:${answer?.id}`);
    expect(await world.rows('answers')).toHaveLength(1);
  });
});

describe('a server that the bot left', () => {
  const server = '200000000000000001';

  test('is forgotten 30 days later, with what members had there; an outage forgets nothing', async () => {
    await annLivesHere();
    await world.notice({ kind: 'server-joined', server });
    await world.database.db
      .insertInto('boards')
      .values({ server_id: server, member_id: annId, current: 1, ends_at: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await world.notice({ kind: 'server-unavailable', server });
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 40 }));
    expect(await world.rows('servers')).toHaveLength(1);
    await world.notice({ kind: 'server-left', server });
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 29 }));
    expect(await world.rows('servers')).toHaveLength(1);
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 31 }));
    const serverTables = Object.entries(tables).filter(([, { owner }]) => owner === 'server');
    expect(serverTables.length).toBeGreaterThan(2);
    for (const [table] of serverTables) expect(await world.rows(table as keyof typeof tables), table).toEqual([]);
    expect(await world.rows('boards')).not.toContainEqual(expect.objectContaining({ server_id: server }));
    expect(await world.rows('tip_contacts')).toEqual([]);
    expect(await world.rows('peer_waits')).toEqual([]);
    expect(await world.rows('peer_notes')).not.toEqual([]);
    expect(await world.rows('answers')).not.toEqual([]);
  });

  test('that took the bot back in time keeps everything', async () => {
    await world.notice({ kind: 'server-joined', server });
    await world.notice({ kind: 'server-left', server });
    await world.notice({ kind: 'server-joined', server });
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 31 }));
    expect(await world.rows('servers')).toHaveLength(1);
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
    expect((await copy('1', monday)).acts).toEqual([{ ...row, member_id: '1' }]);
    await erase('1', { what: 'everything' });
    expect(await see('1')).toEqual([]);
    expect(await see('2')).toHaveLength(1);
  });
});
