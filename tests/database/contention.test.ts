import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Claim, claimsIn } from '#database/claims.ts';
import type { Database } from '#database/open.ts';
import { codeOf } from '#database/retry.ts';
import { describeEachDatabase, openForTest, sqlite } from '#tests/support/databases.ts';
import { startChild } from './child-process.ts';

const now = Temporal.Instant.from('2026-03-01T12:00:00Z');
const lease = Temporal.Duration.from({ minutes: 1 });
const lockingProcess = new URL('./locking-process.ts', import.meta.url);

describeEachDatabase('Four processes', (_open, { fresh }) => {
  test('that race for 500 claims get each of them exactly once', async () => {
    const url = await fresh();
    await (await openForTest(url)).close();
    const children = ['0', '1', '2', '3'].map((holder) =>
      startChild(new URL('./claiming-process.ts', import.meta.url), url, holder, '500'),
    );
    await Promise.all(children.map(({ says }) => says('at the start')));
    for (const { tell } of children) tell('go');
    const said = await Promise.all(children.map(({ ended }) => ended));
    const taken = said.map((lines) => lines.filter((line) => line.startsWith('key ')));
    const all = taken.flat();
    expect(new Set(all).size).toBe(500);
    expect(all).toHaveLength(500);
    expect(taken.filter((keys) => keys.length > 0).length).toBeGreaterThan(1); // it was a race
  });
});

test("While another process holds SQLite's write lock for 4 s, presses are read for at once and written afterwards", async () => {
  const url = await sqlite.fresh();
  const database = await openForTest(url);
  const locker = startChild(lockingProcess, url.slice('file:'.length));
  await locker.says('locked');
  const loop = watchEventLoop();
  const presses: Promise<Press>[] = [];
  for (const start = performance.now(); performance.now() - start < 4_000; await pause(100)) {
    presses.push(press(database, presses.length));
  }
  locker.tell('release');
  const answers = await Promise.all(presses);

  expect(presses.length).toBeGreaterThan(5);
  expect(answers.filter(({ claim }) => claim === undefined)).toEqual([]);
  // Whoever had waited for the lock to read would have waited for seconds.
  expect(Math.max(...answers.map(({ readAfterMs }) => readAfterMs))).toBeLessThan(3_000);
  expect(Math.max(...loop.stop())).toBeLessThan(longestBlock);
  expect(await database.db.selectFrom('members').select('id').execute()).toHaveLength(presses.length);
});

test('Presses that come while SQLite stays locked all fail soon, not one after another, and never block for long', async () => {
  const url = await sqlite.fresh();
  const database = await openForTest(url, { patienceMs: 2_000 });
  const locker = startChild(lockingProcess, url.slice('file:'.length));
  await locker.says('locked');
  const loop = watchEventLoop();
  const start = performance.now();
  const answers = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => press(database, n)));
  expect(answers.map((answer) => answer.status === 'rejected' && codeOf(answer.reason))).toEqual(
    answers.map(() => 'SQLITE_BUSY'),
  );
  await database.close();
  expect(performance.now() - start).toBeLessThan(10_000); // ten writes: ten patient waits would be twenty seconds
  expect(Math.max(...loop.stop())).toBeLessThan(longestBlock);
});

type Press = { readonly claim: Claim | undefined; readonly readAfterMs: number };

/** What a press does: one statement that claims it, a transaction that writes, and reading. */
async function press(database: Database, n: number): Promise<Press> {
  const start = performance.now();
  const since = () => performance.now() - start;
  const row = { id: `member ${n}`, language: null, zone: null };
  const [readAfterMs, claim] = await Promise.all([
    database.db.selectFrom('members').selectAll().execute().then(since),
    claimsIn(database, 'me').claim(`press ${n}`, { now, lease }),
    database.transaction((tx) => tx.insertInto('members').values(row).execute()),
  ]);
  return { claim, readAfterMs };
}

/**
 * For how long (ms) one attempt may block the event loop. It waits 100 ms for the lock, and a busy machine makes that more;
 * waiting for the lock itself would take seconds.
 */
const longestBlock = 1_500;

/** Measures for how long the event loop can't do anything else; `stop` hands out all such times in milliseconds. */
function watchEventLoop() {
  const gaps: number[] = [];
  let last = performance.now();
  const look = () => {
    const time = performance.now();
    gaps.push(Math.round(time - last));
    last = time;
  };
  const timer = setInterval(look, 5);
  const stop = (): readonly number[] => {
    clearInterval(timer);
    look();
    return gaps;
  };
  return { stop };
}
