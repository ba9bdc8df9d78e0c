import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import type { ChatOptions } from '#tests/support/in-process.ts';
import type { World } from '#tests/support/world.ts';
import {
  annId,
  benId,
  moderators,
  openQuietServer,
  practice,
  reportBits,
  roomBits,
  said,
  server,
  standing,
  turnOn,
} from './quiet-server.ts';

async function opened(options: ChatOptions = {}): Promise<World> {
  const world = await openQuietServer({ dice: seededDice(), ...options });
  onTestFinished(world.close);
  return world;
}

const isOn = async (world: World): Promise<boolean> =>
  ((await world.rows('peer_places')) as readonly { is_on: number }[])[0]?.is_on === 1;

describe('a host who sets peer sessions up', () => {
  test('is led from nothing to a server where members can join', async () => {
    const world = await opened();
    const { hana, ben } = world;
    await hana.run('/server setup');
    expect(hana.reads()).toMatchSnapshot('before anything is chosen');
    await ben.run('/peer join');
    expect(ben.reads()).toContain('There are no peer sessions on this server yet.');
    await hana.press('Turn on');
    expect(hana.reads()).toContain('Something that is needed is still missing');
    await hana.choose('1. Where rooms open', practice);
    await hana.choose('2. Where reports go', moderators);
    expect(hana.readsAll().join()).toContain('They are off.');
    await hana.press('Turn on');
    expect(await isOn(world)).toBe(true);
    await hana.run('/server setup');
    expect(hana.reads()).toMatchSnapshot('when it is on');
    await ben.run('/peer join');
    expect(ben.reads()).toContain('You are on the list');
  });

  test('chooses who may join and who is never paired, and takes both back', async () => {
    const world = await opened();
    const { hana } = world;
    await turnOn(world);
    expect(hana.reads()).toContain('minors with adults too');
    await hana.choose('3. Who may join', '500000000000000001');
    await hana.choose('4. Who is never paired', '500000000000000002', '500000000000000003');
    await hana.run('/server setup');
    expect(hana.reads()).toContain('Who may join: members with <@&500000000000000001>');
    expect(hana.reads()).toContain('Never paired: <@&500000000000000002>, <@&500000000000000003>');
    expect(hana.reads()).not.toContain('minors');
    await hana.press('Everybody may join');
    await hana.press('Nobody is kept apart');
    await hana.run('/server setup');
    expect(hana.reads()).toContain('Who may join: everybody');
    expect(hana.reads()).toContain('Never paired: nobody');
  });

  test('reads each permission that is missing, where, and can’t turn sessions on without it', async () => {
    const world = await opened();
    const { hana } = world;
    await turnOn(world);
    await hana.press('Turn off');
    const needed = [
      [practice, roomBits, 'Create Private Threads', Bits.CreatePrivateThreads],
      [practice, roomBits, 'Send Messages in Threads', Bits.SendMessagesInThreads],
      [practice, roomBits, 'Read Message History', Bits.ReadMessageHistory],
      [practice, roomBits, 'View Channel', Bits.ViewChannel],
      [moderators, reportBits, 'Send Messages', Bits.SendMessages],
      [moderators, reportBits, 'View Channel', Bits.ViewChannel],
    ] as const;
    for (const [channel, bits, name, bit] of needed) {
      const before = world.outbox.standings.get(channel);
      world.outbox.standings.set(channel, standing(bits & ~bit, ...(before?.seenBy ?? [])));
      await hana.run('/server setup');
      const named = [...hana.reads().matchAll(/I need \*\*(.+?)\*\* in <#(\d+)>/g)].map(([, what, where]) => [
        what,
        where,
      ]);
      expect(named).toEqual([[name, channel]]);
      await hana.press('Turn on');
      expect(await isOn(world), name).toBe(false);
      world.outbox.standings.set(channel, before);
    }
    await hana.run('/server setup');
    expect(hana.reads()).not.toContain('I need');
    await hana.press('Turn on');
    expect(await isOn(world)).toBe(true);
  });

  test('is told of a channel that the bot can’t see, or that those who may join can’t see', async () => {
    const world = await opened();
    const { hana, outbox } = world;
    await turnOn(world);
    outbox.standings.set(practice, undefined);
    await hana.run('/server setup');
    expect(hana.reads()).toContain(`I can’t see <#${practice}>`);
    outbox.standings.set(practice, standing(roomBits, '500000000000000001'));
    await hana.run('/server setup');
    expect(hana.reads()).toContain(`Those who may join can’t see <#${practice}>`);
    await hana.choose('3. Who may join', '500000000000000002');
    expect(await isOn(world)).toBe(false);
    await hana.run('/server setup');
    expect(hana.reads()).toContain('Those who may join can’t see');
    await hana.choose('3. Who may join', '500000000000000001');
    await hana.run('/server setup');
    expect(hana.reads()).not.toContain('Those who may join can’t see');
  });

  test('can’t send reports to a channel that everybody reads: not even the wish is kept', async () => {
    const world = await opened();
    const { hana, outbox } = world;
    await turnOn(world);
    const everybodys = '300000000000000007';
    outbox.standings.set(everybodys, standing(reportBits, server));
    await hana.choose('2. Where reports go', everybodys);
    expect(hana.reads()).toContain('Everybody can see that channel');
    expect(await world.rows('peer_places')).toMatchObject([{ moderation_id: moderators, is_on: 1 }]);
    outbox.standings.set(moderators, standing(reportBits, server));
    await hana.run('/server setup');
    expect(hana.reads()).toContain('Everybody can see that channel');
    await hana.press('Turn off');
    await hana.press('Turn on');
    expect(await isOn(world)).toBe(false);
  });

  test('sends a test report, once for each press, or reads that it did not arrive', async () => {
    const world = await opened();
    const { hana, outbox } = world;
    await turnOn(world);
    await hana.press('Test a report');
    expect(hana.readsAll().join()).toContain('The test message is there.');
    expect(said(world, moderators)).toEqual([
      'This is a test. What members report from peer sessions will appear here.',
    ]);
    outbox.weather(moderators, 'forbidden');
    await hana.press('Test a report');
    expect(hana.readsAll().join()).toContain('The test message could not be posted.');
    expect(said(world, moderators)).toHaveLength(1);
  });

  test('turns sessions off: nobody joins, and what was chosen is kept for another day', async () => {
    const world = await opened();
    const { hana, ann } = world;
    await turnOn(world);
    await hana.press('Turn off');
    await ann.run('/peer join');
    expect(ann.reads()).toContain('There are no peer sessions on this server yet.');
    await hana.press('Turn on');
    await ann.run('/peer join');
    expect(ann.reads()).toContain('You are on the list');
  });
});

describe('a server whose channel is deleted', () => {
  test.each([
    ['for rooms', practice],
    ['for reports', moderators],
  ])('has no sessions any more until a host chooses another one %s', async (_what, channel) => {
    const world = await opened();
    await turnOn(world);
    await world.notice({ kind: 'channel-gone', server, channel: '300000000000000009' });
    expect(await isOn(world)).toBe(true);
    await world.notice({ kind: 'channel-gone', server, channel });
    expect(await isOn(world)).toBe(false);
    world.outbox.standings.set(channel, undefined);
    await world.hana.run('/server setup');
    expect(world.hana.reads()).toContain(`I can’t see <#${channel}>`);
    await world.ann.run('/peer join');
    expect(world.ann.reads()).toContain('There are no peer sessions on this server yet.');
  });
});

describe('somebody who may not manage the server', () => {
  test('can’t use the commands', async () => {
    const { ben } = await opened();
    for (const command of ['/server setup', `/server suspend member:${annId}`, `/server unsuspend member:${annId}`]) {
      await ben.run(command);
      expect(ben.reads(), command).toContain('Manage Server');
    }
  });

  test('can’t use a panel of their own that was left open from when they could', async () => {
    const hosts = ['Hana', 'Ben'];
    const world = await opened({ hosts });
    const { ben } = world;
    await ben.run('/server setup');
    await ben.choose('1. Where rooms open', practice);
    await ben.choose('2. Where reports go', moderators);
    const before = await world.rows('peer_places');
    hosts.pop();
    for (const press of ['Turn on', 'Test a report']) {
      await ben.press(press);
      expect(ben.reads(), press).toContain('Manage Server');
    }
    for (const list of ['1. Where rooms open', '2. Where reports go', '3. Who may join']) {
      await ben.choose(list, '300000000000000009');
      expect(ben.reads(), list).toContain('Manage Server');
    }
    expect(await world.rows('peer_places')).toEqual(before);
    expect(said(world, moderators)).toEqual([]);
  });

  test('can’t press on a host’s panel', async () => {
    const world = await opened();
    await turnOn(world);
    const { message, customId } = world.hana.control('Turn off');
    await world.ben.pressId(message, customId);
    expect(await isOn(world)).toBe(true);
  });
});

describe('a member whom a host suspends', () => {
  test('is off the list, can’t join, reads why in kind words, and may come back', async () => {
    const world = await opened();
    const { hana, ann } = world;
    await turnOn(world);
    await ann.run('/peer join');
    await hana.run(`/server suspend member:${annId}`);
    expect(hana.reads()).toContain(`<@${annId}> takes no part in peer sessions here any more`);
    expect(await world.rows('peer_waits')).toEqual([]);
    await ann.run('/peer join');
    expect(ann.reads()).toContain('have taken you out of its peer sessions');
    await hana.run(`/server suspend member:${annId}`);
    await hana.run(`/server unsuspend member:${annId}`);
    expect(hana.reads()).toContain(`<@${annId}> may join peer sessions here again.`);
    await ann.run('/peer join');
    expect(ann.reads()).toContain('You are on the list');
    await hana.run(`/server unsuspend member:${annId}`);
    expect(hana.reads()).toContain('was not suspended here');
  });

  test('stays suspended when they delete everything', async () => {
    const world = await opened();
    const { hana, ann } = world;
    await turnOn(world);
    await hana.run(`/server suspend member:${annId}`);
    expect(JSON.stringify(await world.rows('peer_suspensions'))).not.toContain(annId);
    await ann.run(`/peer never-match member:${benId}`);
    await ann.run('/privacy delete');
    await ann.choose('What shall be deleted?', 'Everything');
    await ann.press('Yes, delete everything');
    expect(ann.reads()).toContain('is gone');
    await ann.run('/peer join');
    expect(ann.reads()).toContain('have taken you out of its peer sessions');
  });

  test('sits in no session any more; their partner is told that it ended, and may look again', async () => {
    const world = await opened();
    const { hana, ann, ben } = world;
    await turnOn(world);
    await ann.run('/peer join');
    await ben.run('/peer join');
    await world.bring();
    const [room = ''] = world.outbox.rooms.keys();
    expect(said(world, room).at(-1)).toContain('you can practise together');
    await hana.run(`/server suspend member:${annId}`);
    await world.bring();
    const last = said(world, room).at(-1);
    expect(last).toContain('Your session is over');
    expect(last).toContain('The session can’t go on.');
    expect(last).toContain(`<@${benId}>`);
    expect(last).not.toMatch(/suspend/i);
    await ben.run('/peer join');
    expect(ben.reads()).toContain('You are on the list');
    expect(await world.rows('peer_seats')).toMatchObject([{ outcome: 'cut' }, { outcome: 'left' }]);
  });
});
