// Before a session: who may join, waiting, not waiting any more.

import { describe, expect, onTestFinished, test } from 'vitest';
import { keptAnswer } from '#tests/support/kept-answer.ts';
import { ann as annIncoming, asks, inServer } from '#tests/support/incoming.ts';
import type { ChatOptions } from '#tests/support/in-process.ts';
import { seededDice } from '#tests/support/dice.ts';
import type { World } from '#tests/support/world.ts';
import { annId, benId, openQuietServer, practice, said, server, turnOn } from './quiet-server.ts';

async function opened(options: ChatOptions = {}): Promise<World> {
  const world = await openQuietServer({ dice: seededDice(), ...options });
  onTestFinished(world.close);
  await turnOn(world);
  return world;
}

const later = async (world: World, minutes: number): Promise<void> => {
  world.clock.now = world.clock.now.add({ minutes });
  await world.bring();
};

const seats = async (world: World) => (await world.rows('peer_seats')) as readonly { member_id: string }[];
const waits = async (world: World) => (await world.rows('peer_waits')) as readonly { member_id: string }[];

/** Sessions of two who never came back, as they may stand from earlier weeks. */
async function metBefore(
  world: World,
  member: string,
  story: { readonly waited: readonly number[]; readonly outcome: string },
) {
  for (const [index, minutes] of story.waited.entries()) {
    const at = world.clock.now.subtract({ hours: 24 * (20 + index) }).epochMilliseconds;
    const wish = { role: null, level: null, languages: 'en', length: 'short', accepted_at: at, at, server_id: server };
    const both = [
      { ...wish, seat: 0, member_id: `61${index}`.padEnd(18, '0'), waited_ms: 0, outcome: 'kept' },
      { ...wish, seat: 1, member_id: member, waited_ms: minutes * 60_000, outcome: story.outcome },
    ];
    const rows = both.map((seat) => ({ ...seat, session_id: `session-${index}` }));
    await world.database.db.insertInto('peer_seats').values(rows).execute();
  }
}

describe('where sessions are off', () => {
  test('a member reads it kindly, with a way on; a host reads how to turn them on', async () => {
    const world = await openQuietServer();
    onTestFinished(world.close);
    for (const person of [world.ben, world.hana]) {
      await person.run('/peer join');
      expect(person.reads()).toContain('/mock start');
    }
    expect(world.ben.reads()).toContain('A host can turn them on with /server setup');
    expect(world.hana.reads()).toContain('You look after this server: /server setup shows what is needed');
    expect(world.ben.reads()).not.toContain('You look after this server');
  });
});

describe('roles', () => {
  test('only members with the role for joining may join, and read which one it is', async () => {
    const memberRoles: string[] = [];
    const world = await opened({ memberRoles });
    await world.hana.choose('3. Who may join', '500000000000000001');
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('peer sessions are for members with <@&500000000000000001>');
    memberRoles.push('500000000000000001');
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('You are on the list');
  });

  test('a member with a role that is kept apart is paired with nobody', async () => {
    const memberRoles = ['500000000000000002'];
    const world = await opened({ memberRoles });
    await world.hana.choose('4. Who is never paired', '500000000000000002');
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('hosts don’t let people be paired');
    expect(await waits(world)).toEqual([]);
    memberRoles.pop();
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('You are on the list');
  });
});

describe('a member who joins', () => {
  test('reads what is looked for, until when, how they will know, and who can read the room', async () => {
    const world = await opened();
    await world.ann.run('/peer join role:retail level:some languages:Spanish, English length:full');
    expect(world.ann.reads()).toMatchSnapshot();
  });

  test('twice keeps their place in line, and changes what they look for', async () => {
    const world = await opened();
    await world.ann.run('/peer join role:retail');
    const [before] = await world.rows('peer_waits');
    await later(world, 5);
    await world.ann.run('/peer join role:office');
    expect(world.ann.reads()).toContain('Reception and office');
    expect(await world.rows('peer_waits')).toEqual([{ ...before, role: 'office' }]);
  });

  test('types languages by name, by code, in any language they know, and is told what is none', async () => {
    const world = await opened();
    const typed: Readonly<Record<string, string>> = {
      'english, SPANISH': 'en,es',
      'de, Français': 'de,fr',
      español: 'es',
      'en, en, English': 'en',
      'en, es, de, fr': 'en,es,de',
    };
    for (const [words, kept] of Object.entries(typed)) {
      await world.ann.run(`/peer join languages:${words}`);
      expect(await world.rows('peer_waits'), words).toMatchObject([{ languages: kept }]);
    }
    for (const words of ['Klingon', 'English, *Elvish*', ',']) {
      await world.ann.run(`/peer join languages:${words}`);
      expect(world.ann.reads(), words).toContain('I don’t know a language in');
      expect(world.ann.reads(), words).not.toMatch(/[^\\]\*Elvish/);
    }
    expect(await world.ann.types('/peer join', 'languages', 'Span')).toEqual(['Spanish']);
    expect(await world.ann.types('/peer join', 'languages', 'Spanish, eng')).toEqual(['Spanish, English']);
  });

  test('is remembered: without words they look for what they looked for last', async () => {
    const world = await opened();
    await world.ann.run('/peer join role:retail level:some languages:Spanish length:full');
    await world.ann.press('Leave the list');
    await world.ann.run('/peer join role:retail level:some languages:Spanish length:full');
    await world.ann.run('/peer join');
    expect(await world.rows('peer_waits')).toMatchObject([
      { role: 'retail', level: 'some', languages: 'es', length: 'full' },
    ]);
  });

  test('on another server meanwhile is kept to the first one', async () => {
    const world = await opened();
    await world.ann.run('/peer join');
    const place = { channel_id: '1', moderation_id: '2', entry_role: null, apart_roles: '', locale: 'en-US', is_on: 1 };
    const there = '200000000000000002';
    await world.database.db
      .insertInto('peer_places')
      .values({ ...place, server_id: there })
      .execute();
    const where = { ...inServer, server: { id: there, locale: 'en-US', memberMay: 0n, memberRoles: [] } } as const;
    const answer = keptAnswer();
    await world.dispatch.handle({ ...asks('peer join'), actor: annIncoming, where }, answer);
    expect(answer.steps.join()).toContain('You are waiting for a partner on another server');
    expect(await world.rows('peer_waits')).toMatchObject([{ server_id: server }]);
  });

  test('leaves the list by command or button, as often as they like', async () => {
    const world = await opened();
    await world.ann.run('/peer join');
    await world.ann.run('/peer leave');
    expect(world.ann.reads()).toContain('You are off the list.');
    await world.ann.run('/peer leave');
    expect(world.ann.reads()).toContain('You were not on a list.');
    await world.ann.run('/peer join');
    await world.ann.press('Leave the list');
    expect(world.ann.readsAll().at(-1)).toContain('You are off the list.');
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('You are on the list');
  });

  test('reads how long it usually takes those who wait: half of the latest pairings took that long or less', async () => {
    const world = await opened();
    await metBefore(world, benId, { waited: [10, 20, 30, 40, 50], outcome: 'kept' });
    await world.ann.run('/peer join');
    expect(world.ann.reads()).toContain('took 30 minutes or less');
  });
});

describe('a member nobody comes for', () => {
  test('is off the list after an hour, and is written to once', async () => {
    const world = await opened();
    await world.ann.run('/peer join');
    await later(world, 59);
    expect(said(world, annId)).toEqual([]);
    await later(world, 1);
    await later(world, 1);
    expect(said(world, annId)).toHaveLength(1);
    expect(said(world, annId)[0]).toContain('Nobody who fits came within the hour.');
    expect(said(world, annId)[0]).toContain('[*A mock interview alone]');
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('You are on the list');
  });

  test('and who takes no direct messages is no trouble to anybody', async () => {
    const world = await opened();
    world.outbox.weather(annId, 'closed');
    await world.ann.run('/peer join');
    await later(world, 30);
    await world.ben.run('/peer join role:software languages:Spanish');
    await later(world, 30);
    expect(world.outbox.attempts()).toBe(1);
    expect(await waits(world)).toMatchObject([{ member_id: benId }]);
    await later(world, 60);
    expect(said(world, benId)).toHaveLength(1);
  });
});

describe('who did not come twice', () => {
  test('reads that they are paired later, and is; whoever is there first is not kept waiting by it', async () => {
    const world = await opened();
    await metBefore(world, annId, { waited: [1, 2], outcome: 'no-show' });
    await world.ann.run('/peer join languages:English');
    expect(world.ann.reads()).toContain('So you are paired from');
    await world.ben.run('/peer join languages:English');
    expect(world.ben.reads()).toContain('You are on the list');
    await later(world, 4);
    expect(await waits(world)).toHaveLength(2);
    await later(world, 1);
    expect(await seats(world)).toHaveLength(6);
    expect(await waits(world)).toEqual([]);
  });
});

describe('two who were brought together', () => {
  test('are let into one room, each mentioned, and stay on the list of nobody', async () => {
    const world = await opened();
    await world.ann.run('/peer join role:retail languages:English');
    await world.ben.run('/peer join role:warehouse languages:English');
    expect(world.ben.reads()).toContain('Somebody fits. Your room is opening');
    await world.bring();
    expect([...world.outbox.rooms.values()]).toMatchObject([{ channel: practice, people: new Set([benId, annId]) }]);
    expect(await waits(world)).toEqual([]);
  });

  test.each(['Ann', 'Ben'] as const)(
    'when %s can’t come into the room, the other one hears of it and is first on the list again',
    async (absent) => {
      const world = await opened();
      const [gone, stays] = absent === 'Ann' ? [annId, benId] : [benId, annId];
      await world.ann.run('/peer join languages:English');
      world.outbox.weather(gone, 'hidden');
      await world.ben.run('/peer join languages:English');
      await world.bring();
      const [[room, { people }] = ['', { people: new Set<string>() }]] = world.outbox.rooms;
      const heard = [...said(world, stays), ...(people.has(stays) ? said(world, room) : [])];
      expect(heard.join()).toContain('Your session is over');
      expect(await waits(world)).toMatchObject([{ member_id: stays, first: 1 }]);
    },
  );

  test('hear directly that their room can’t be opened when the bot lost what it needs for it', async () => {
    const world = await opened();
    await world.ann.run('/peer join languages:English');
    world.outbox.weather(practice, 'forbidden');
    await world.ben.run('/peer join languages:English');
    await world.bring();
    for (const member of [annId, benId]) expect(said(world, member).join()).toContain('The room could not be opened.');
    await world.ben.run('/peer join');
    expect(world.ben.reads()).toContain('You are on the list');
  });
});
