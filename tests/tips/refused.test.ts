import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { annId, general, type Hosted, openHosted } from './hosted.ts';

const second = '300000000000000005';

let world: Hosted;
beforeEach(async () => {
  world = await openHosted();
});
afterEach(() => world.close());

describe('when a channel says no', () => {
  test('the host hears of it once, the list says why, and other channels get theirs', async () => {
    await world.setUp(second);
    world.outbox.weather(general, 'forbidden');
    await world.after({ minutes: 30 });
    expect(world.posts(second)).toHaveLength(1);
    expect(world.told()).toHaveLength(1);
    expect(world.told()[0]).toContain(`<#${general}>`);
    expect(await world.list()).toContain('I may not write in the channel.');
    await world.after({ minutes: 1 });
    await world.after({ minutes: 5 });
    expect(world.told()).toHaveLength(1);
    expect(await world.states()).toContain('2026-03-02 sending');
  });

  test('it is tried again in growing steps, and comes the same day when it is mended', async () => {
    world.outbox.weather(general, 'hidden');
    await world.after({ minutes: 30 });
    await world.after({ minutes: 2 });
    world.outbox.clear(general);
    await world.after({ minutes: 6 });
    expect(world.posts()).toHaveLength(1);
    expect(await world.list()).not.toContain('Discord said no');
  });

  test('three bad days in a row pause it; the host hears that too, and turns it on again', async () => {
    world.outbox.weather(general, 'forbidden');
    for (let day = 0; day < 4; day += 1) {
      for (const hours of [1, 1, 1, 1, 2, 2, 4, 12]) await world.after({ hours });
    }
    expect(world.posts()).toEqual([]);
    expect(await world.states()).toEqual(['2026-03-02 failed', '2026-03-03 failed', '2026-03-04 failed']);
    expect(world.told()).toHaveLength(2);
    expect(world.told()[1]).toContain('I paused these tips after three bad days.');
    expect(await world.list()).toContain('Paused: nothing could be posted on three days in a row.');
    world.outbox.clear(general);
    await world.ann.run('/tips resume');
    await world.after({ minutes: 30 });
    expect(world.posts()).toHaveLength(1);
    expect((await world.deliveries()).filter(({ state }) => state === 'failed').every(({ tip }) => tip === null)).toBe(
      true,
    );
  });

  test('a host who asks three times on one day has had one bad day', async () => {
    world.outbox.weather(general, 'forbidden');
    await world.ann.run('/tips now');
    expect(world.ann.reads()).toContain('The tip could not be posted.');
    for (let time = 0; time < 2; time += 1) {
      await world.ann.run('/tips now');
      await world.ann.press('Post a second tip');
    }
    for (const hours of [1, 1, 1, 1, 2, 2, 4]) await world.after({ hours });
    expect(await world.states()).toEqual(['2026-03-02 failed', '2026-03-02 failed', '2026-03-02 failed']);
    expect(await world.rows('subscriptions')).toMatchObject([{ state: 'on', bad_days: 1 }]);
    expect(await world.list()).toContain('Next tip:');
  });

  test('a host who asks again reads that it did not come yet, not that it came', async () => {
    world.outbox.weather(general, 'forbidden');
    await world.ann.run('/tips now');
    await world.ann.run('/tips now');
    expect(world.ann.reads()).toContain(`Today’s tip could not be posted in <#${general}> yet; I try again by myself.`);
    expect(world.ann.reads()).toContain('I may not write in the channel.');
    expect(world.ann.reads()).not.toContain('already');
    world.outbox.clear(general);
    await world.after({ minutes: 2 });
    await world.ann.run('/tips now');
    expect(world.ann.reads()).toContain(`Today’s tip came to <#${general}> already.`);
  });

  test('a host who asks again while nobody knows whether it came reads just that', async () => {
    world.outbox.weather(general, 'unknown, posted');
    await world.ann.run('/tips now');
    await world.ann.run('/tips now');
    expect(world.ann.reads()).toContain(`Discord has not said whether today’s tip came to <#${general}>.`);
    expect(world.posts()).toHaveLength(1);
  });

  test('a host whose direct messages are closed is not written to again', async () => {
    world.outbox.weather(general, 'forbidden');
    world.outbox.weather(annId, 'closed');
    await world.after({ minutes: 30 });
    expect(await world.rows('tip_contacts')).toEqual([]);
  });

  test('a channel that is gone stops its tips, which are forgotten a month later', async () => {
    world.outbox.weather(general, 'gone');
    await world.after({ minutes: 30 });
    expect(await world.rows('subscriptions')).toMatchObject([{ state: 'gone', why: 'channel-gone' }]);
    expect(await world.list()).toContain('Stopped: the channel was deleted.');
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 29 }));
    expect(await world.rows('subscriptions')).toHaveLength(1);
    await world.schedule.tick(world.clock.now.add({ hours: 24 * 31 }));
    for (const table of ['subscriptions', 'deliveries', 'tip_contacts'] as const)
      expect(await world.rows(table)).toEqual([]);
  });

  test('Discord’s word that a channel or server is gone stops them, too; an outage does not', async () => {
    const server = '200000000000000001';
    await world.notice({ kind: 'server-unavailable', server });
    expect(await world.rows('subscriptions')).toMatchObject([{ state: 'on' }]);
    await world.setUp(second);
    await world.notice({ kind: 'channel-gone', server, channel: second });
    const rows = (await world.rows('subscriptions')) as readonly { channel_id: string; why: string | null }[];
    expect(rows.find(({ channel_id: channel }) => channel === second)?.why).toBe('channel-gone');
    await world.notice({ kind: 'server-left', server });
    expect(await world.rows('subscriptions')).toMatchObject([{ why: 'server-left' }, { why: 'channel-gone' }]);
    await world.after({ hours: 24 });
    expect(world.posts()).toEqual([]);
  });

  test('a host is told once that the channel was deleted, however Discord says it', async () => {
    const server = '200000000000000001';
    const gone = { kind: 'channel-gone', server, channel: general } as const;
    await Promise.all([world.notice(gone), world.notice(gone)]);
    world.outbox.weather(general, 'gone');
    await world.after({ hours: 1 });
    expect(world.told()).toHaveLength(1);
    expect(world.told()[0]).toContain('I stopped these tips.');
    expect(world.told()[0]).toContain('with your daily tips was deleted');
  });

  test('a host is told once, too, when it was deleted while a tip was on its way', async () => {
    world.outbox.weather(general, 'unknown, lost');
    await world.after({ minutes: 30 });
    await world.notice({ kind: 'channel-gone', server: '200000000000000001', channel: general });
    world.outbox.weather(general, 'gone');
    await world.after({ minutes: 10 });
    expect(await world.states()).toEqual(['2026-03-02 failed']);
    expect(world.told()).toHaveLength(1);
  });

  test('a host who did not ask for it, or had paused the tips, is not written to when a channel is deleted', async () => {
    await world.ann.run('/tips pause');
    await world.setUp(second);
    await world.ann.press('Don’t write to me');
    for (const channel of [general, second])
      await world.notice({ kind: 'channel-gone', server: '200000000000000001', channel });
    expect(world.told()).toEqual([]);
  });

  test('a host whose direct messages are closed when the channel is deleted is not written to again', async () => {
    world.outbox.weather(annId, 'closed');
    await world.notice({ kind: 'channel-gone', server: '200000000000000001', channel: general });
    expect(await world.rows('tip_contacts')).toEqual([]);
  });

  test('a host hears of it when another host’s /tips now was refused', async () => {
    world.outbox.weather(general, 'forbidden');
    await world.hana.run('/tips now');
    expect(world.hana.reads()).toContain('The tip could not be posted.');
    expect(world.told()).toHaveLength(1);
    await world.after({ hours: 24 });
    await world.ann.run('/tips now');
    expect(world.told()).toHaveLength(1);
  });
});
