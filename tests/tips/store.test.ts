import { expect, test } from 'vitest';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { tipsIn } from '#tips/store.ts';
import { type Delivery, newDelivery, newSubscription, type Subscription } from '#tips/subscription.ts';

const nine = Temporal.Instant.from('2026-03-02T09:00:00Z');
const after = (minutes: number) => nine.add({ minutes });

const subscription = (id: string, more: Partial<Subscription> = {}): Subscription => ({
  ...newSubscription,
  id,
  server: '200000000000000001',
  channel: '300000000000000001',
  locale: 'en-US',
  time: '09:00',
  zone: 'Europe/London',
  since: nine,
  ...more,
});

const delivery = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  ...newDelivery,
  subscription: id,
  server: '200000000000000001',
  day: '2026-03-02',
  dueAt: nine,
  attempts: 1,
  ...more,
});

describeEachDatabase('What is kept of daily tips', (open) => {
  test('comes back as it was given', async () => {
    const store = tipsIn(await open());
    const whole = subscription('a', {
      weekdays: [1, 5],
      topics: ['nerves', 'first-job'],
      role: '500000000000000001',
      state: 'paused',
      why: 'trouble',
      due: { day: '2026-03-03', at: after(1440) },
      served: { day: '2026-03-02', at: nine },
      badDays: 3,
      trouble: { why: 'forbidden', at: nine },
    });
    await store.add(whole);
    await store.add(subscription('b'));
    expect(await store.find('a')).toEqual(whole);
    expect(await store.find('b')).toEqual(subscription('b'));
    expect((await store.ofServer('200000000000000001')).map(({ id }) => id)).toEqual(['a', 'b']);
    const sent = delivery('a', { tip: 'x', state: 'sent', message: '7', doneAt: after(1) });
    await store.claim(sent);
    expect(await store.delivery({ subscription: 'a', day: '2026-03-02', part: 0 })).toEqual(sent);
    await store.remove('a');
    expect(await store.find('a')).toBeUndefined();
    expect(await store.newest('a', 5)).toEqual([]);
  });

  test('says what is due, the longest waiting first, and when something will be', async () => {
    const store = tipsIn(await open());
    expect(await store.nearest()).toBeUndefined();
    const due = (minutes: number) => ({ state: 'on', due: { day: '2026-03-02', at: after(minutes) } }) as const;
    await store.add(subscription('late', due(30)));
    await store.add(subscription('soon', due(10)));
    await store.add(subscription('off', { ...due(0), state: 'paused' }));
    expect(await store.due(after(9), 5)).toEqual([]);
    expect(await store.due(after(30), 5)).toEqual(['soon', 'late']);
    expect(await store.due(after(30), 1)).toEqual(['soon']);
    expect((await store.nearest())?.toString()).toBe(after(10).toString());
    await store.claim(delivery('late'), after(5));
    expect((await store.nearest())?.toString()).toBe(after(5).toString());
  });

  test('gives a day to one claimer, and an attempt to one process', async () => {
    const store = tipsIn(await open());
    const claims = await Promise.all([1, 2, 3].map(() => store.claim(delivery('a'), after(1))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const id = { subscription: 'a', day: '2026-03-02', part: 0 };
    expect(await store.retake(id, nine, after(2))).toBeUndefined();
    expect(await store.unfinished(after(1), 5)).toEqual([id]);
    const taken = await Promise.all([1, 2, 3].map(() => store.retake(id, after(1), after(2))));
    expect(taken.filter(Boolean)).toMatchObject([{ attempts: 2 }]);
    expect(await store.note(delivery('a', { attempts: 1, state: 'failed' }))).toBe(false);
    expect(await store.note(delivery('a', { attempts: 2, state: 'sent', tip: 'x' }))).toBe(true);
    expect(await store.unfinished(after(99), 5)).toEqual([]);
  });

  test('counts how often each tip came, and knows the last', async () => {
    const store = tipsIn(await open());
    expect(await store.used('a')).toEqual({ counts: new Map() });
    await store.claim(delivery('a', { day: '2026-03-01', tip: 'x' }));
    await store.claim(delivery('a', { day: '2026-03-02', tip: 'y' }));
    await store.claim(delivery('a', { day: '2026-03-02', part: 1, tip: 'x' }));
    await store.claim(delivery('a', { day: '2026-03-03', state: 'skipped' }));
    await store.claim(delivery('b', { tip: 'z' }));
    expect(await store.used('a')).toEqual({
      counts: new Map([
        ['x', 2],
        ['y', 1],
      ]),
      last: 'x',
    });
  });

  test('tells the last tip that came, and what did not come while 30 tips did', async () => {
    const store = tipsIn(await open());
    expect(await store.past('a')).toEqual({ last: undefined, odd: { newest: [], count: 0 } });
    const day = (ahead: number) => Temporal.PlainDate.from('2026-01-01').add({ days: ahead }).toString();
    for (let ahead = 0; ahead < 8; ahead += 2) await store.claim(delivery('a', { day: day(ahead), state: 'skipped' }));
    for (let ahead = 1; ahead < 62; ahead += 2) await store.claim(delivery('a', { day: day(ahead), state: 'sent' }));
    const { last, odd } = await store.past('a');
    expect(last?.day).toBe(day(61));
    expect(odd.newest.map((one) => one.day)).toEqual([day(6), day(4)]);
    expect(odd.count).toBe(2);
    for (let ahead = 62; ahead < 72; ahead += 1) await store.claim(delivery('a', { day: day(ahead), state: 'failed' }));
    expect((await store.past('a')).odd).toMatchObject({ newest: [{}, {}, {}], count: 12 });
  });

  test('has one member to tell for each channel, and forgets them when asked', async () => {
    const store = tipsIn(await open());
    await store.setContact('a', '1');
    await store.setContact('a', '2');
    expect(await store.contact('a')).toBe('2');
    await store.setContact('a', undefined);
    expect(await store.contact('a')).toBeUndefined();
  });
});
