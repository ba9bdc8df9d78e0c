import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alarmOf, together } from '#schedule/alarm.ts';
import { keptLog } from '#tests/support/kept-log.ts';

const nine = Temporal.Instant.from('2026-03-02T09:00:00Z');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An alarm whose ringing answers with these instants, one after the other. */
function alarmFor(answers: readonly (Temporal.Instant | undefined | Error)[]) {
  const began = Date.now();
  const now = () => nine.add({ milliseconds: Date.now() - began });
  const rang: number[] = [];
  const log = keptLog();
  const ring = async () => {
    const answer = answers[rang.length];
    rang.push(Math.round((Date.now() - began) / 1_000));
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { alarm: alarmOf({ ring, now, log }), rang, log };
}

test('it rings at once, then sleeps until the nearest due thing', async () => {
  const { alarm, rang } = alarmFor([nine.add({ seconds: 20 }), nine.add({ seconds: 50 })]);
  alarm.start();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(rang).toEqual([0]);
  await vi.advanceTimersByTimeAsync(35_000);
  expect(rang).toEqual([0, 20, 50]);
  await alarm.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(rang).toHaveLength(3);
});

test('it looks once a minute when nothing is due, and not more than once a second when something always is', async () => {
  const { alarm, rang } = alarmFor([undefined, nine.subtract({ hours: 1 }), nine.subtract({ hours: 1 })]);
  alarm.start();
  await vi.advanceTimersByTimeAsync(62_500);
  expect(rang).toEqual([0, 60, 61, 62]);
  await alarm.stop();
});

test('whoever makes something due earlier wakes it', async () => {
  const { alarm, rang } = alarmFor([undefined]);
  alarm.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(rang).toEqual([]);
  alarm.start();
  await vi.advanceTimersByTimeAsync(5_000);
  alarm.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(rang).toEqual([0, 5]);
  await alarm.stop();
});

test('a ringing that fails is logged and does not stop the next one', async () => {
  const { alarm, rang, log } = alarmFor([new Error('down')]);
  alarm.start();
  await vi.advanceTimersByTimeAsync(61_000);
  expect(rang.length).toBeGreaterThan(1);
  expect(log.lines).toHaveLength(1);
  await alarm.stop();
});

test('one that rings for long keeps no other waiting', async () => {
  const rang: string[] = [];
  const now = () => nine.add({ milliseconds: Date.now() });
  const slow = alarmOf({ ring: () => new Promise(() => undefined), now, log: keptLog() });
  const quick = alarmOf({ ring: async () => void rang.push('quick'), now, log: keptLog() });
  const both = together([slow, quick]);
  both.start();
  await vi.advanceTimersByTimeAsync(61_000);
  expect(rang).toEqual(['quick', 'quick']);
  await quick.stop();
});
