import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assemble } from '#src/assembly.ts';
import { en } from '#streaks/text.en.ts';
import { seededDice } from '#tests/support/dice.ts';
import { ben } from '#tests/support/incoming.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { keptOutbox, type KeptOutbox } from '#tests/support/kept-outbox.ts';
import type { Person } from '#tests/support/people.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';

const general = '300000000000000001';
const hana = '100000000000000003';

let world: World;
beforeEach(async () => {
  const memberMay = PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild;
  world = await openWorld({ memberMay, dice: seededDice() });
  await world.ann.run('/tips setup time:19:30 zone:UTC');
  await world.ann.choose('On which days?', 'Tuesday');
  await world.ann.press('Turn on');
  await practise(world.ben);
  await practise(world.hana);
  world.clock.now = monday.add({ hours: 34, minutes: 35 }); // Tuesday, 19:35
});
afterEach(() => world.close());

/** On Monday: so on Tuesday evening their streak is about to end. */
async function practise(person: Person): Promise<void> {
  await person.run('/lesson show lesson:keep-going');
  await person.press('I’ve got it');
}

async function wantsReminders(person: Person): Promise<void> {
  await person.run('/streak me');
  await person.press(en.remindMe);
}

/** Another process on the same database, with its own way out. */
function another(): { readonly outbox: KeptOutbox; readonly bring: () => Promise<void> } {
  const outbox = keptOutbox();
  const { content, database, clock } = world;
  const mention = (words: string) => `/${words}`;
  const now = () => clock.now;
  const { alarm } = assemble({ content, database, outbox, mention, now, dice: seededDice(), log: keptLog() });
  const bring = async () => {
    alarm.start();
    await alarm.stop();
  };
  return { outbox, bring };
}

async function arrive(outbox: KeptOutbox, place: string): Promise<void> {
  await expect.poll(() => outbox.inside(place).length, { timeout: 10_000 }).toBe(1);
}

async function isOnItsWay(): Promise<void> {
  await expect.poll(async () => (await world.rows('deliveries')).length, { timeout: 10_000 }).toBe(1);
}

describe('what the bot sends by itself', () => {
  test('keeps nobody waiting for another kind: Ben is reminded while a tip is still on its way', async () => {
    await wantsReminders(world.ben);
    world.outbox.hold(general);
    const bringing = world.bring();
    await arrive(world.outbox, ben.id);
    expect(world.outbox.inside(general)).toEqual([]);
    world.outbox.letThrough(general);
    await bringing;
    expect(world.outbox.inside(general)).toHaveLength(1);
  });

  test('keeps nobody waiting for another person: Hana is reminded though Ben’s reminder takes its time', async () => {
    await wantsReminders(world.ben);
    await wantsReminders(world.hana);
    world.outbox.hold(ben.id);
    const bringing = world.bring();
    await arrive(world.outbox, hana);
    world.outbox.letThrough(ben.id);
    await bringing;
    expect(world.outbox.inside(ben.id)).toHaveLength(1);
  });

  test('leaves from one process at a time, tips and reminders alike, and what another would have sent comes all the same', async () => {
    const second = another();
    world.outbox.hold(general);
    const bringing = world.bring();
    await isOnItsWay();
    await wantsReminders(world.ben);
    await second.bring();
    expect(second.outbox.attempts()).toBe(0);
    const again = world.bring();
    await arrive(world.outbox, ben.id);
    world.outbox.letThrough(general);
    await Promise.all([bringing, again]);
    expect(world.outbox.inside(general)).toHaveLength(1);
  });

  test('may leave from another process two seconds after the first has ended: not within the same second', async () => {
    const second = another();
    world.outbox.hold(general);
    const bringing = world.bring();
    await isOnItsWay();
    await wantsReminders(world.ben);
    world.outbox.letThrough(general);
    await bringing;
    await second.bring();
    expect(second.outbox.attempts()).toBe(0);
    world.clock.now = world.clock.now.add({ seconds: 2 });
    await second.bring();
    expect(second.outbox.inside(ben.id)).toHaveLength(1);
    expect(world.outbox.inside(general)).toHaveLength(1);
  });
});
