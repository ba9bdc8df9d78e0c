import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { general, type Hosted, openHosted } from './hosted.ts';

let world: Hosted;
beforeEach(async () => {
  world = await openHosted();
});
afterEach(() => world.close());

/** So many mornings, with a look at half past nine on each. */
async function mornings(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) await world.after({ hours: 24 });
}

describe('what a host reads of the past', () => {
  test('after 40 days down the last tip is still there, and how many days were skipped besides those shown', async () => {
    await world.after({ minutes: 30 });
    await world.after({ hours: 24 * 40 + 8 });
    const list = await world.list();
    expect(list).toContain(`Last tip: [<t:1772443800:f>](https://discord.com/channels/200000000000000001/${general}/`);
    expect(list).not.toContain('No tip came yet.');
    expect(list.match(/skipped, the bot was down/g)).toHaveLength(3);
    expect(list).toContain('- and 37 more before that');
  });

  test('three skipped days are all there are, and nothing more is said', async () => {
    await world.after({ hours: 24 * 2 + 12 });
    const list = await world.list();
    expect(list.match(/skipped, the bot was down/g)).toHaveLength(3);
    expect(list).not.toContain('more before that');
    expect(list).toContain('No tip came yet.');
  });

  test('a skipped day is forgotten when 30 tips came after it', async () => {
    await world.after({ hours: 12 });
    expect(await world.list()).toContain('2026-03-02: skipped');
    await world.after({ hours: 12, minutes: 30 });
    await mornings(28);
    expect(await world.list()).toContain('2026-03-02: skipped');
    await mornings(1);
    expect(await world.list()).not.toContain('skipped');
  });
});

describe('what a host reads of the tips to come', () => {
  beforeEach(() => world.ann.choose('About what? (everything unless you choose)', 'Nerves'));

  test('in the first round, how many were not posted yet', async () => {
    await world.after({ minutes: 30 });
    await mornings(4);
    await world.ann.run('/tips list');
    await world.ann.choose('Choose one to look at or change', '1. 09:30, UTC');
    expect(world.ann.reads()).toContain('20 tips fit, 15 of them not yet posted. No tip comes twice before');
  });

  test('from the second round on, that all came already, and how many of the round are left', async () => {
    await world.after({ minutes: 30 });
    await mornings(19);
    await world.ann.run('/tips list');
    await world.ann.choose('Choose one to look at or change', '1. 09:30, UTC');
    expect(world.ann.reads()).toContain(
      '20 tips fit. All of them came already; now they come again in another order, the last on <t:',
    );
    expect(world.ann.reads()).not.toContain('not yet posted');
    expect(world.ann.reads()).not.toContain('comes twice');
    await mornings(5);
    await world.ann.run('/tips list');
    await world.ann.choose('Choose one to look at or change', '1. 09:30, UTC');
    expect(world.ann.reads()).toContain('now they come again in another order, 15 more in this round, the last on <t:');
  });
});
