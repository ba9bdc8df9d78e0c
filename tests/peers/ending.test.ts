// Everything that can end a session, before its agenda does: both are told, and whoever came is not left alone with it.

import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openForTest } from '#tests/support/databases.ts';
import { openPeerWorld, type PeerWorld } from '#tests/support/peer-world.ts';
import { asModerator, atFeedback, begun, idOf, newcomer, paired, roomCard } from './company.ts';

async function opened(): Promise<PeerWorld> {
  const world = await openPeerWorld();
  onTestFinished(async () => {
    await world.close();
    expect(world.playground.unknownRoutes).toEqual([]);
  });
  return world;
}

/** Who stands on the list, and what became of those who sat in sessions, by their names. */
async function kept(world: PeerWorld) {
  const { db } = await openForTest(world.databaseUrl);
  const names = new Map(['Ann', 'Ben'].map((name) => [idOf(world, name), name]));
  const seats = await db.selectFrom('peer_seats').select(['member_id', 'outcome']).execute();
  const waits = await db.selectFrom('peer_waits').select(['member_id', 'first']).execute();
  const acts = await db.selectFrom('acts').select(['member_id', 'kind']).execute();
  return {
    outcomes: Object.fromEntries(seats.map(({ member_id: id, outcome }) => [names.get(id) ?? id, outcome])),
    waits: waits.map(({ member_id: id, first }) => [names.get(id) ?? id, first]),
    acts: acts.map(({ member_id: id, kind }) => `${names.get(id)}: ${kind}`).toSorted(),
  };
}

describe('whoever does not come', () => {
  test('is out after ten minutes; whoever came is first on the list and is offered an interview alone', async () => {
    const world = await opened();
    const { ann } = await paired(world);
    await ann.press('I’m in');
    world.later({ minutes: 10 });
    await ann.sees('Your session is over');
    expect(roomCard(ann).replaceAll(/\d{15,}/g, 'ID')).toMatchSnapshot();
    expect(await kept(world)).toMatchObject({ outcomes: { Ann: 'cut', Ben: 'no-show' }, waits: [['Ann', 1]] });
    await ann.press('A mock interview alone');
    expect(ann.reads()).toContain('question 1 of');
    const cara = newcomer(world, 'Cara');
    await cara.run('/peer join');
    await world.playground.people.until(() => world.rooms().length === 2 || undefined, 20_000);
  });

  test('is told so in the room when neither came, and nobody stands on the list', async () => {
    const world = await opened();
    const { ann } = await paired(world);
    world.later({ minutes: 10 });
    await ann.sees('Your session is over');
    expect(roomCard(ann)).toContain('Not everybody came in time.');
    expect(await kept(world)).toMatchObject({ outcomes: { Ann: 'no-show', Ben: 'no-show' }, waits: [] });
  });

  test('because the bot was away is not told that they did not come', async () => {
    const world = await opened();
    const { ann } = await paired(world);
    await world.app.stop();
    world.later({ hours: 2 });
    await world.start();
    await ann.sees('Your session is over');
    expect(roomCard(ann)).toContain('The bot was away for too long.');
    expect((await kept(world)).outcomes).toEqual({ Ann: 'cut', Ben: 'cut' });
  });
});

describe('whoever presses Leave', () => {
  test('before both are in puts the other one first on the list', async () => {
    const world = await opened();
    const { ann, ben } = await paired(world);
    await ben.press('I’m in');
    await ann.press('Leave');
    await ben.sees('Your session is over');
    expect(roomCard(ben)).toContain('One of you left.');
    expect(roomCard(ben)).toContain(`<@${idOf(world, 'Ben')}>: you came, so you are **first on the list** again.`);
    expect(await kept(world)).toMatchObject({ outcomes: { Ann: 'left', Ben: 'cut' }, waits: [['Ben', 1]] });
  });

  test('in the middle is asked nothing; the other one reads that it ended, and counts their practice', async () => {
    const world = await opened();
    const { asker, candidate } = await atFeedback(world);
    await asker.press('Leave');
    await candidate.sees('Your session is over');
    expect(asker.form()).toBeUndefined();
    expect(roomCard(candidate)).toContain('One of you left. It counts as practice today.');
    expect(new Set(Object.values((await kept(world)).outcomes))).toEqual(new Set(['kept', 'left']));
    expect((await kept(world)).acts).toEqual(['Ann: session', 'Ben: session']);
    await candidate.press('My forms');
    expect(candidate.reads()).toContain('○');
  });

  test('before there was feedback is in a session that was too short to count', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    await candidate.press('Leave');
    await asker.sees('Your session is over');
    expect(roomCard(asker)).toContain('It was too short for feedback, so there are no forms.');
    expect((await kept(world)).acts).toEqual([]);
  });
});

describe('a room', () => {
  const closings = {
    deleted: (world: PeerWorld) => world.playground.world.deleteChannel(world.rooms()[0]?.id ?? ''),
    archived: (world: PeerWorld) =>
      asModerator(world, { method: 'PATCH', path: `/channels/${world.rooms()[0]?.id}`, body: { archived: true } }),
  };

  test.each(['deleted', 'archived'] as const)(
    'that is %s ends the session; both are told directly, once',
    async (how) => {
      const world = await opened();
      await begun(world);
      await closings[how](world);
      for (const person of [world.ann, world.ben]) {
        await person.at('dm').sees('The room was closed, or I can’t write in it any more.');
        expect(person.at('dm').readsAll()).toHaveLength(1);
        await person.run('/peer join');
        expect(person.reads()).not.toContain('You have a session');
      }
    },
  );

  test('on a server that the bot was taken from is over at once; both are told directly', async () => {
    const world = await opened();
    await begun(world);
    world.playground.world.removeBot('The Practice Room');
    await world.ann.at('dm').sees('The room was closed, or I can’t write in it any more.');
    // Ben brought no app along, so Discord lets nobody write to him from there.
    expect((await kept(world)).outcomes).toEqual({ Ann: 'cut', Ben: 'cut' });
  });

  test('that is deleted after feedback leaves the forms open; what was said is there to read a day later', async () => {
    const world = await opened();
    const { asker } = await atFeedback(world);
    const [annDirectly, benDirectly] = [world.ann.at('dm'), world.ben.at('dm')];
    await asker.press('My forms');
    await asker.press('In your words');
    await asker.fill({ heard: 'The customer who came back', nextTime: 'Say what you did first' });
    closings.deleted(world);
    await annDirectly.sees('Your forms stay open');
    await benDirectly.sees('It counts as practice today.');
    await world.ann.run('/peer status');
    expect(world.ann.reads()).toContain('still open from your last session');
    world.later({ hours: 24 });
    await world.app.stop();
    await world.start();
    const read = await Promise.all(
      [world.ann, world.ben].map(async (person) => {
        await person.run('/peer status');
        await person.press('Read mine');
        return person.reads();
      }),
    );
    expect(read.join()).toContain('The customer who came back');
    for (const person of [annDirectly, benDirectly]) {
      const openWords = person.readsAll().filter((one) => one.includes('Your forms stay open'));
      expect(openWords, 'told a second time that forms stay open which are closed').toHaveLength(1);
    }
  });

  test('that the bot may not write in any more ends the session at the step; both are told directly', async () => {
    const world = await opened();
    await begun(world);
    const practice = world.playground.world.channel('interview-practice');
    world.playground.world.setOverwrites(
      practice.id,
      practice.overwrites.map((one) => ({ ...one, allow: 0n, deny: Bits.SendMessagesInThreads })),
    );
    world.later({ minutes: 13 });
    for (const person of [world.ann, world.ben]) await person.at('dm').sees('I can’t write in it any more');
    await world.app.stop();
    expect(world.ann.at('dm').readsAll()).toHaveLength(1);
    await world.start();
  });
});

describe('a member who', () => {
  test('left the server is noticed at the step; the other one may look for somebody else', async () => {
    const world = await opened();
    const { ben } = await begun(world);
    world.playground.world.leave('The Practice Room', idOf(world, 'Ann'));
    world.later({ minutes: 13 });
    await ben.sees('Your session is over');
    expect(roomCard(ben)).toContain('One of you is not in the room any more.');
    expect((await kept(world)).outcomes).toEqual({ Ann: 'left', Ben: 'cut' });
    await ben.press('A mock interview alone');
    expect(ben.reads()).toContain('question 1 of');
  });

  test('went out of the room is noticed at the step, and their feedback stays possible', async () => {
    const world = await opened();
    const { asker, candidate } = await atFeedback(world);
    const path = `/channels/${world.rooms()[0]?.id}/thread-members/${idOf(world, 'Ann')}`;
    await asModerator(world, { method: 'DELETE', path });
    world.later({ minutes: 5 });
    await world.inRoom(world.ben).sees('Your session is over');
    await world.ann.run('/peer status');
    expect(world.ann.reads()).toContain('still open from your last session');
    expect([asker, candidate]).toHaveLength(2);
  });

  test('deletes all their data in the middle is forgotten; the other one’s session ends at the step', async () => {
    const world = await opened();
    const { ann, ben } = await begun(world);
    await world.ann.run('/privacy delete');
    await world.ann.choose('What shall be deleted?', 'Everything');
    expect(world.ann.reads()).toContain('What you said about partners in peer sessions belongs to them');
    await world.ann.press('Yes, delete everything');
    await ann.press('Pause');
    expect(ann.reads()).toContain('That belongs to the two who are in this session.');
    await ben.press('Pause');
    await ben.press('Go on');
    world.later({ minutes: 13 });
    await ben.sees('Your session is over');
    expect((await kept(world)).outcomes).toEqual({ Ben: 'cut' });
    await ben.run('/peer join languages:English');
    await world.ann.run('/peer join languages:English');
    await world.playground.people.until(() => world.rooms().length === 2 || undefined, 20_000);
  });

  test('deletes all their data before both are in does not come; the other one hears of it', async () => {
    const world = await opened();
    const { ben } = await paired(world);
    await ben.press('I’m in');
    await world.ann.run('/privacy delete');
    await world.ann.choose('What shall be deleted?', 'Everything');
    await world.ann.press('Yes, delete everything');
    world.later({ minutes: 10 });
    await ben.sees('Your session is over');
    expect(await kept(world)).toMatchObject({ outcomes: { Ben: 'cut' }, waits: [['Ben', 1]] });
  });

  test('was away with the bot for more than an hour finds the session over, with kind words', async () => {
    const world = await opened();
    const { ann } = await begun(world);
    await world.app.stop();
    world.later({ minutes: 13 + 61 });
    await world.start();
    await ann.sees('Your session is over');
    expect(roomCard(ann)).toContain('The bot was away for too long. Sorry about that.');
    expect((await kept(world)).outcomes).toEqual({ Ann: 'cut', Ben: 'cut' });
  });

  test('was away with the bot for some minutes goes on where the agenda is', async () => {
    const world = await opened();
    const { ann } = await begun(world);
    await world.app.stop();
    world.later({ minutes: 20 });
    await world.start();
    await ann.sees('Feedback, first half');
    expect((await kept(world)).outcomes).toEqual({ Ann: null, Ben: null });
  });
});
