// The bot leads: who may press what, once however often it is pressed, and steps that end by themselves.

import { describe, expect, onTestFinished, test } from 'vitest';
import { openPeerWorld, type PeerWorld } from '#tests/support/peer-world.ts';
import { asModerator, atFeedback, begun, idOf, paired, roomCard, rolesOf } from './company.ts';

async function opened(): Promise<PeerWorld> {
  const world = await openPeerWorld();
  onTestFinished(async () => {
    await world.close();
    expect(world.playground.unknownRoutes).toEqual([]);
  });
  return world;
}

/** The second that a card names as its step's end. */
const endOn = (card: string): number => Number(/<t:(\d+):R>/.exec(card)?.[1]);

describe('the two who were brought together', () => {
  test('are both mentioned in the room, whose name carries the session’s code, and read the rules first', async () => {
    const world = await opened();
    const { ann } = await paired(world);
    const [room] = world.rooms();
    expect(room?.name).toMatch(/^Mock interview \S{10}$/);
    const first = [...(world.playground.state.messages.get(room?.id ?? '')?.values() ?? [])][0];
    expect(JSON.stringify(first?.pings)).toContain(idOf(world, 'Ann'));
    expect(JSON.stringify(first?.pings)).toContain(idOf(world, 'Ben'));
    for (const rule of ['Nobody here can offer you a job', 'can read this room', '*Leave*', 'never says who it was'])
      expect(ann.reads()).toContain(rule);
  });

  test('begin when both have accepted, not when one of them presses twice', async () => {
    const world = await opened();
    const { ann, ben } = await paired(world);
    await Promise.all([ann.press('I’m in'), ann.press('I’m in')]);
    expect(roomCard(ann)).toContain(`<@${idOf(world, 'Ann')}> is in.`);
    expect(roomCard(ann)).not.toContain(`<@${idOf(world, 'Ben')}> is in.`);
    await ben.press('I’m in');
    await ann.sees('Questions, first half');
  });

  test('who join again meanwhile are shown to their room', async () => {
    const world = await opened();
    await paired(world);
    await world.ann.run('/peer join');
    expect(world.ann.reads()).toContain(`You have a session: <#${world.rooms()[0]?.id}>`);
    await world.ann.run('/peer status');
    expect(world.ann.reads()).toContain(`You have a session: <#${world.rooms()[0]?.id}>`);
    await world.ann.run('/peer leave');
    expect(world.ann.reads()).toContain('You were not on a list');
  });
});

describe('whoever interviews', () => {
  test('goes through the questions with the card in the room, and both see which one is on', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    for (const number of [2, 3]) {
      const { message, customId } = asker.control('Next question');
      await asker.pressId(message, customId);
      await candidate.sees(`Question ${number}`);
      expect(roomCard(candidate)).toContain(`Question ${number}`);
    }
  });

  test('goes through them with the private sheet, and the card in the room follows', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    await asker.press('My sheet');
    expect(asker.reads()).toContain('Write down what they actually said');
    const first = /“(.*)”/.exec(asker.reads())?.[1];
    await asker.press('Next question');
    await candidate.sees('Question 2');
    expect(/“(.*)”/.exec(asker.reads())?.[1]).not.toBe(first);
    for (let number = 3; number <= 6; number += 1) await asker.press('Next question');
    await candidate.sees('Question 6');
    expect(asker.reads()).toContain('This is the last one on your sheet.');
  });

  test('who presses Next question twice in a hurry passes over no question', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    const { message, customId } = asker.control('Next question');
    await Promise.all([asker.pressId(message, customId), asker.pressId(message, customId)]);
    await candidate.sees('Question 2');
    expect(roomCard(candidate)).not.toContain('Question 3');
    await asker.press('My sheet');
    expect(asker.reads()).toContain('Question 2');
  });

  test('who presses +5 minutes twice in a hurry takes five minutes, and ten at the most', async () => {
    const world = await opened();
    const { asker } = await begun(world);
    const before = endOn(roomCard(asker));
    const { message, customId } = asker.control('+5 minutes');
    await Promise.all([asker.pressId(message, customId), asker.pressId(message, customId)]);
    expect(endOn(roomCard(asker)) - before).toBe(300);
    await asker.press('+5 minutes');
    expect(endOn(roomCard(asker)) - before).toBe(600);
    expect(roomCard(asker)).toContain('[+5 minutes (off)]');
  });

  test('alone sees the sheet and moves the questions on; the other one’s press gets a kind no', async () => {
    const world = await opened();
    const { candidate } = await begun(world);
    const card = roomCard(candidate);
    for (const label of ['My sheet', 'Next question', 'Retry', '+5 minutes']) {
      await candidate.press(label);
      expect(candidate.reads(), label).toContain('That is for whoever interviews at the moment.');
      expect(candidate.reads(), label).toContain('(only you)');
    }
    expect(roomCard(candidate)).toBe(card);
  });

  test('can give the last minutes more time too, or is not offered it', async () => {
    const world = await opened();
    const { ann, ben } = await paired(world, ' length:full');
    await ann.press('I’m in');
    await ben.press('I’m in');
    await ann.sees('Say hello');
    for (const minutes of [3, 15, 5, 2, 15, 5, 2]) {
      const cards = ann.readsAll().length;
      world.later({ minutes });
      await world.playground.people.until(() => ann.readsAll().length > cards || undefined, 20_000);
    }
    await ann.sees('To finish');
    if (!roomCard(ann).includes('[+5 minutes]')) return;
    const before = endOn(roomCard(ann));
    await ann.press('+5 minutes');
    await ben.press('+5 minutes');
    expect(endOn(roomCard(ann)) - before).toBeGreaterThanOrEqual(300);
  });
});

describe('both', () => {
  test('can swap before a second question was asked: the other one begins, with questions of their own', async () => {
    const world = await opened();
    const { ann, ben, asker, candidate } = await begun(world);
    await asker.press('My sheet');
    await candidate.press('Swap');
    await world.playground.people.until(() => rolesOf(world, { ann, ben }).asker === candidate || undefined, 20_000);
    await candidate.press('My sheet');
    expect(candidate.reads()).toContain('Question 1');
    await asker.press('My sheet');
    expect(asker.reads()).toContain('That is for whoever interviews at the moment.');
  });

  test('can pause: the step has the same time left afterwards', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    const before = endOn(roomCard(asker));
    world.later({ minutes: 3 });
    await candidate.press('Pause');
    expect(roomCard(asker)).toContain('10 minutes are left of this step');
    world.later({ minutes: 20 });
    await asker.press('Go on');
    expect(endOn(roomCard(candidate)) - before).toBe(20 * 60);
  });

  test('see a pause end by itself after half an hour', async () => {
    const world = await opened();
    const { ann, candidate } = await begun(world);
    const before = endOn(roomCard(ann));
    await candidate.press('Pause');
    world.later({ minutes: 30 });
    await world.playground.people.until(() => !roomCard(ann).includes('A pause.') || undefined);
    expect(endOn(roomCard(ann)) - before).toBe(30 * 60);
    world.later({ minutes: 13 });
    await ann.sees('Feedback, first half');
  });

  test('get five more minutes of the step when that is pressed in a pause', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    const before = endOn(roomCard(asker));
    await candidate.press('Pause');
    if (!roomCard(asker).includes('[+5 minutes]')) return;
    await asker.press('+5 minutes');
    await candidate.press('Go on');
    expect(endOn(roomCard(asker)) - before).toBe(5 * 60);
  });

  test('read kindly that a card is from an earlier step', async () => {
    const world = await opened();
    const { asker, candidate } = await begun(world);
    const old = [asker.control('Next question'), candidate.control('Pause'), candidate.control('Swap')] as const;
    world.later({ minutes: 13 });
    await asker.sees('Feedback, first half');
    const card = roomCard(asker);
    for (const [person, { message, customId }] of [
      [asker, old[0]],
      [candidate, old[1]],
      [candidate, old[2]],
    ] as const) {
      await asModerator(world, {
        method: 'PATCH',
        path: `/channels/${world.rooms()[0]?.id}/messages/${message}`,
        body: withButton(customId),
      });
      await person.pressId(message, customId);
      expect(person.reads()).toContain('That card is from an earlier step');
    }
    expect(roomCard(asker)).toBe(card);
  });

  test('can end it at any time, after a question whether they mean it', async () => {
    const world = await opened();
    const { ann, ben } = await atFeedback(world);
    await ben.press('End');
    expect(ben.reads()).toContain('End it for both of you?');
    expect(roomCard(ann)).toContain('Feedback');
    await ben.press('End it');
    await ann.sees('Your session is over');
    expect(roomCard(ann)).toContain('One of you ended it. It counts as practice today.');
  });
});

/** A card with one button, as somebody's screen may still show it. */
const withButton = (custom_id: string) => ({
  flags: 1 << 15,
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id }] }],
});

test('a moderator who looks in can press nothing', async () => {
  const world = await opened();
  const { ann } = await begun(world);
  const card = roomCard(ann);
  const hana = world.inRoom(world.hana);
  for (const label of ['My sheet', 'Pause', 'Swap', 'End', 'Leave', 'Report', '+5 minutes']) {
    await hana.press(label);
    expect(hana.reads(), label).toContain('That belongs to the two who are in this session.');
  }
  expect(roomCard(ann)).toBe(card);
});
