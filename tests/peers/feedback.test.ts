// What the two say about each other: kept as soon as it is sent, sealed until both are done or a day is over.

import { describe, expect, onTestFinished, test } from 'vitest';
import { openForTest } from '#tests/support/databases.ts';
import type { Person } from '#tests/support/people.ts';
import { openPeerWorld, type PeerWorld } from '#tests/support/peer-world.ts';
import { atFeedback, fillAll, idOf, roomCard } from './company.ts';

async function opened(): Promise<PeerWorld> {
  const world = await openPeerWorld();
  onTestFinished(async () => {
    await world.close();
    expect(world.playground.unknownRoutes).toEqual([]);
  });
  return world;
}

const three = { s0: '3', s1: '2', s2: '3', s3: '1', s4: '4' };
const heard = 'You said: I rang her back myself';
const nextTime = 'Begin with the ending';

/** A session that ended in the feedback of the first half, with the forms of that half open. */
async function ended(world: PeerWorld) {
  const all = await atFeedback(world);
  await all.asker.press('Leave');
  await all.candidate.sees('Your session is over');
  return all;
}

/** What a copy of everything that is kept of somebody says. */
async function exportOf(person: Person): Promise<string> {
  await person.run('/privacy export');
  return person.files().at(-1)?.text ?? '';
}

/** The person outside the room, who types commands. */
const outside = (world: PeerWorld, person: Person, ann: Person): Person => (person === ann ? world.ann : world.ben);

async function deletesEverything(person: Person): Promise<void> {
  await person.run('/privacy delete');
  await person.choose('What shall be deleted?', 'Everything');
  await person.press('Yes, delete everything');
  expect(person.reads()).toContain('is gone');
}

describe('what somebody says about their partner', () => {
  test('is sealed until both are done: not in the room, nor by button, nor in a copy of everything', async () => {
    const world = await opened();
    const { ann, asker, candidate } = await ended(world);
    await fillAll(asker, { heard, nextTime });
    const learner = outside(world, candidate, ann);
    await learner.run('/peer status');
    expect(learner.reads()).toContain('2 forms are still open');
    await learner.run('/peer history');
    expect(learner.reads()).toContain('Nothing yet.');
    expect(await exportOf(learner)).not.toContain(heard);
    await fillAll(candidate, { heard, nextTime });
    await candidate.sees('there to read');
    await candidate.press('Read mine');
    expect(candidate.reads()).toMatchSnapshot();
    expect(await exportOf(learner)).toContain(heard);
    expect(await exportOf(outside(world, asker, ann))).not.toContain(heard);
    await learner.run('/peer history');
    expect(learner.reads()).toContain('How partners found your answers in one session');
  });

  test('is shown after 24 hours though the other one filled nothing', async () => {
    const world = await opened();
    const { asker, candidate } = await ended(world);
    await fillAll(asker, { heard, nextTime });
    world.later({ hours: 23 });
    await asker.press('My forms');
    expect(roomCard(candidate)).toContain('Your session is over');
    world.later({ hours: 1 });
    await candidate.sees('there to read');
    await candidate.press('Read mine');
    expect(candidate.reads()).toContain('Begin with the ending');
    await asker.press('Read mine');
    expect(asker.reads()).toContain('Your partner filled no form this time.');
  });

  test('can be sent again until it is shown, never after', async () => {
    const world = await opened();
    const { asker, candidate } = await ended(world);
    await asker.press('My forms');
    await asker.press('In your words');
    await asker.fill({ heard: 'First words', nextTime });
    await asker.press('In your words');
    expect(asker.prefilled('heard')).toBe('First words');
    await asker.fill({ heard, nextTime });
    await asker.press('In your words');
    world.later({ hours: 24 });
    await candidate.sees('there to read');
    await asker.fill({ heard: 'Too late', nextTime });
    expect(asker.reads()).toContain('The forms of this session are closed');
    await candidate.press('Read mine');
    expect(candidate.reads()).toContain('I rang her back myself');
    expect(candidate.reads()).not.toMatch(/First words|Too late/);
  });

  test('is asked for only where they have something to say: each has their own forms', async () => {
    const world = await opened();
    const { asker, candidate } = await ended(world);
    await asker.press('My forms');
    expect(asker.reads()).toContain('[*How were the answers?] [*In your words]');
    await candidate.press('My forms');
    expect(candidate.reads()).toContain('[*How were my own answers?] [*How was the interviewer?]');
    const { message, customId } = asker.control('In your words');
    await expect(candidate.pressId(message, customId)).rejects.toThrow('it is for someone else');
  });

  test.each([
    ['marks', '*'],
    ['line breaks', '\n'],
    ['letters', 'b'],
  ])('can be read even when it is all %s, as long as the forms allow', async (_what, mark) => {
    const world = await opened();
    const { asker, candidate } = await ended(world);
    const longest = `a${mark.repeat(498)}z`;
    await fillAll(asker, { heard: longest, nextTime: longest });
    await fillAll(candidate, { heard, nextTime });
    await candidate.sees('there to read');
    await candidate.press('Read mine');
    expect(candidate.reads()).toContain('What your partner said');
    expect(candidate.reads()).toContain('What may help');
  });

  test('is shown to its last letter', async () => {
    const world = await opened();
    const { asker, candidate } = await ended(world);
    await fillAll(asker, { heard: `${'b'.repeat(486)} my last words`, nextTime });
    await fillAll(candidate, { heard, nextTime });
    await candidate.sees('there to read');
    await candidate.press('Read mine');
    expect(candidate.reads()).toContain('my last words');
  });
});

describe('somebody who deletes everything', () => {
  test('leaves what they said about their partner, and nothing that leads to them', async () => {
    const world = await opened();
    const { ann, asker, candidate } = await ended(world);
    await fillAll(asker, { heard, nextTime });
    await fillAll(candidate, { heard, nextTime });
    await candidate.sees('there to read');
    await deletesEverything(outside(world, asker, ann));
    await candidate.press('Read mine');
    expect(candidate.reads()).toContain('I rang her back myself');
    const id = idOf(world, asker === ann ? 'Ann' : 'Ben');
    const { db } = await openForTest(world.databaseUrl);
    const tables = ['peer_notes', 'peer_seats', 'peer_sessions', 'peer_questions', 'never_matches', 'acts'] as const;
    for (const table of tables)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(id);
    expect(await exportOf(outside(world, candidate, ann))).not.toContain(id);
    expect(await exportOf(outside(world, candidate, ann))).toContain(heard);
    await asker.press('Read mine');
    expect(asker.reads()).toContain('That belongs to the two who are in this session.');
  });

  test('while it is sealed leaves it for its day: then it is shown', async () => {
    const world = await opened();
    const { ann, asker, candidate } = await ended(world);
    await fillAll(asker, { heard, nextTime });
    await deletesEverything(outside(world, asker, ann));
    const learner = outside(world, candidate, ann);
    expect(await exportOf(learner)).not.toContain(heard);
    world.later({ hours: 24 });
    await candidate.sees('there to read');
    await candidate.press('Read mine');
    expect(candidate.reads()).toContain('I rang her back myself');
  });

  test('takes what was said about them along', async () => {
    const world = await opened();
    const { ann, asker, candidate } = await ended(world);
    await fillAll(asker, { heard, nextTime });
    await fillAll(candidate, { heard, nextTime });
    await candidate.sees('there to read');
    await deletesEverything(outside(world, candidate, ann));
    const { db } = await openForTest(world.databaseUrl);
    expect(JSON.stringify(await db.selectFrom('peer_notes').selectAll().execute())).not.toContain(heard);
    await asker.press('Read mine');
    expect(asker.reads()).toContain('What your partner said');
  });
});

test('a form that was opened before somebody else’s session is nobody else’s to fill', async () => {
  const world = await opened();
  const { asker } = await ended(world);
  await asker.press('My forms');
  const hana = world.inRoom(world.hana);
  await hana.press('My forms');
  expect(hana.reads()).toContain('That belongs to the two who are in this session.');
  expect(hana.form()).toBeUndefined();
  await asker.press('How were the answers?');
  await asker.fill(three);
  expect(asker.reads()).toContain('✓');
});
