import Sqlite from 'better-sqlite3';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';

let world: WireWorld;
beforeEach(async () => {
  world = await openWireWorld();
});
afterEach(async () => {
  await world.close();
});

const fileOf = (url: string): string => url.replace(/^file:/, '');
const rows = (sql: string): readonly unknown[] => {
  const database = new Sqlite(fileOf(world.databaseUrl), { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

describe('when the connection is bad', () => {
  test('Ann’s cards work after the gateway dropped, resumed, and began anew', async () => {
    const { ann, playground, log } = world;
    await ann.run('/lesson today');
    const upsets = [
      { upset: () => playground.gateway.drop(), sign: 'connected to Discord again' },
      { upset: () => playground.gateway.invalidate(false), sign: 'heard from Discord' },
    ];
    for (const { upset, sign } of upsets) {
      const before = log.lines.length;
      upset();
      await log.heard(({ message }) => message === sign, before);
      await ann.press('See an example');
      await ann.press('Back to the idea');
    }
    expect(ann.readsAll()).toHaveLength(1);
    expect(rows('select id from servers where left_at is null')).toHaveLength(1);
  });

  test('two processes hear the same press: it is answered once and counts once', async () => {
    const { ann, playground } = world;
    const { startApp } = await import('#src/app.ts');
    const config = {
      token: playground.token,
      apiUrl: playground.apiUrl,
      databaseUrl: world.databaseUrl,
      logLevel: 'info',
      playgroundPort: 0,
    } as const;
    const twin = await startApp({
      config,
      log: world.log,
      clock: { now: () => Temporal.Instant.from('2026-03-02T09:00:00Z'), onMoved: () => undefined },
      dice: () => 0,
    });
    onTestFinished(twin.stop);
    playground.forgetRequests();
    await ann.run('/lesson today');
    await ann.press('I’ve got it');
    const answers = playground.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(rows('select * from acts')).toHaveLength(1);
  });
});

describe('when the database is busy', () => {
  test('another process holds the lock for 4 s while people press: everyone is answered, nothing is lost', async () => {
    const { ann, ben, hana, playground } = world;
    for (const person of [ann, ben, hana]) await person.run('/lesson today');
    const holder = new Sqlite(fileOf(world.databaseUrl));
    holder.exec('begin immediate');
    const freed = new Promise<void>((resolve) => {
      setTimeout(() => {
        holder.exec('commit');
        holder.close();
        resolve();
      }, 4_000);
    });
    const presses = [ann, ben, hana].map((person) => person.press('I’ve got it'));
    const asked = ann.run('/lesson random');
    await Promise.all([...presses, asked, freed]);
    for (const person of [ann, ben, hana]) await person.sees('Noted.');
    expect(rows('select * from acts')).toHaveLength(3);
    const first = playground.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(first.every(({ status }) => status === 204)).toBe(true);
  });
});

describe('when the bot is asked to stop', () => {
  test('a press that is being worked on is answered before it goes', async () => {
    const { ann } = world;
    await ann.run('/lesson today');
    const holder = new Sqlite(fileOf(world.databaseUrl));
    holder.exec('begin immediate');
    const heldOff = world.playground.people.next(({ kind }) => kind === 'answered', 3_000);
    const pressed = ann.press('I’ve got it');
    await heldOff;
    const stopped = world.app.stop();
    setTimeout(() => {
      holder.exec('commit');
      holder.close();
    }, 500);
    await Promise.all([pressed, stopped]);
    await ann.sees('Noted.');
    expect(rows('select * from acts')).toHaveLength(1);
    await world.start();
  });
});

describe('when servers come and go', () => {
  const here = (): number => rows('select id from servers where left_at is null').length;
  const happened = (kind: string, from = 0): Promise<void> =>
    world.log.heard(({ about }) => (about as { happening?: string }).happening === kind, from);

  test('an outage is not a farewell, a removal is, and so is one that nobody heard of', async () => {
    const { world: levers } = world.playground;
    const room = levers.guild('The Practice Room');
    levers.setAvailable(room.id, false);
    await happened('server-unavailable');
    expect(here()).toBe(1);
    levers.setAvailable(room.id, true);
    await happened('server-available');

    const [other] = levers.addGuilds(1, { channels: 2, roles: 1 });
    await happened('server-joined');
    expect(here()).toBe(2);
    levers.removeBot(room.id);
    await happened('server-left');
    expect(here()).toBe(1);

    await world.app.stop();
    levers.removeBot(other?.id ?? '');
    const before = world.log.lines.length;
    await world.start();
    await happened('connected', before);
    expect(here()).toBe(0);
  });
});

describe('where the bot is not a member', () => {
  test('Ann brought it along: it answers her alone', async () => {
    const lounge = world.ann.at('lounge');
    await lounge.run('/lesson today');
    expect(lounge.seen().every(({ onlyYou }) => onlyYou)).toBe(true);
    await lounge.press('I’ve got it');
    await lounge.sees('Noted.');
  });

  test('help tells her of what she can type there, and of nothing else', async () => {
    const lounge = world.ann.at('lounge');
    await lounge.run('/help');
    const { people, world: levers } = world.playground;
    const offered = people.commands(people.named('ann').id, levers.channel('lounge', 'Somewhere Else').id);
    const names = offered.map(({ name }) => name);
    const told = [...lounge.reads().matchAll(/<\/([a-z]+)/g)].map(([, name]) => name);
    expect(new Set([...told, 'help'])).toEqual(new Set(names));
    expect(names).not.toContain('peer');
  });

  test('what she shares there stays private when her server wants it so, and she is told', async () => {
    const { world: levers } = world.playground;
    const { id } = levers.guild('Somewhere Else');
    levers.setOverwrites(levers.channel('lounge', 'Somewhere Else').id, [
      { id, type: 0, allow: 0n, deny: PermissionFlagsBits.UseExternalApps },
    ]);
    const lounge = world.ann.at('lounge');
    await lounge.run('/lesson today');
    await lounge.press('Share');
    await lounge.press('Post it here');
    await lounge.sees('Discord showed it to you alone');
    expect(lounge.seen().every(({ onlyYou }) => onlyYou)).toBe(true);
  });
});
