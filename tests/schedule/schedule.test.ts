import { describe, expect, test } from 'vitest';
import { type Claims, claimsIn } from '#database/claims.ts';
import { jobsOf, type Job } from '#schedule/jobs.ts';
import { scheduleOf } from '#schedule/schedule.ts';
import { openForTest, sqlite } from '#tests/support/databases.ts';
import { keptLog } from '#tests/support/kept-log.ts';

const nine = Temporal.Instant.from('2026-03-02T09:00:00Z');
const minutesLater = (minutes: number) => nine.add({ minutes });

/** Two bots on one database with the same jobs. */
async function twoBots(jobs: readonly Job[]) {
  const database = await openForTest(await sqlite.fresh());
  const log = keptLog();
  const [one, other] = ['one', 'other'].map((holder) => scheduleOf({ jobs, claims: claimsIn(database, holder), log }));
  if (!one || !other) throw new Error('there are two');
  return { one, other, log, database };
}

/** A job that counts when it ran, and fails as often as it is told. */
function counting(name: string, failures = 0) {
  const ran: string[] = [];
  let left = failures;
  const run = async (now: Temporal.Instant) => {
    ran.push(now.toString());
    left -= 1;
    if (left >= 0) throw new Error('not now');
  };
  return { name, run, ran };
}

describe('a job', () => {
  test('runs once an hour, however many bots tick however often', async () => {
    const job = counting('tidy');
    const { one, other } = await twoBots([job]);
    for (const minutes of [0, 1, 30, 59, 60, 61, 119]) {
      // oxlint-disable-next-line no-await-in-loop -- time passes
      await Promise.all([one.tick(minutesLater(minutes)), other.tick(minutesLater(minutes))]);
    }
    expect(job.ran).toEqual(['2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z']);
  });

  test('is not run again in an hour that comes twice, when clocks go back', async () => {
    const job = counting('tidy');
    const { one, other } = await twoBots([job]);
    await one.tick(minutesLater(65));
    await other.tick(minutesLater(55));
    await one.tick(minutesLater(66));
    expect(job.ran).toHaveLength(2);
  });

  test('that fails is logged and tried again at the next tick, by whoever comes first', async () => {
    const job = counting('tidy', 2);
    const { one, other, log } = await twoBots([job]);
    await one.tick(minutesLater(0));
    await other.tick(minutesLater(1));
    await one.tick(minutesLater(2));
    await other.tick(minutesLater(3));
    expect(job.ran).toHaveLength(3);
    expect(log.lines.map(({ message }) => message)).toEqual(['a job failed', 'a job failed']);
    expect(log.lines[0]?.about).toMatchObject({ job: 'tidy' });
  });

  test('that fails does not keep the others from running', async () => {
    const broken = counting('broken', 9);
    const well = counting('well');
    const { one } = await twoBots([broken, well]);
    await one.tick(nine);
    expect([broken.ran.length, well.ran.length]).toEqual([1, 1]);
  });

  test('of a bot that died at it is taken over when the lease is over', async () => {
    const { promise: forever } = Promise.withResolvers<void>();
    let ran = 0;
    const { one, other } = await twoBots([{ name: 'long', run: () => (ran++ === 0 ? forever : Promise.resolve()) }]);
    void one.tick(minutesLater(0));
    await expect.poll(() => ran).toBe(1);
    await other.tick(minutesLater(9));
    expect(ran).toBe(1);
    await other.tick(minutesLater(11));
    expect(ran).toBe(2);
  });

  test('can’t run while the database is down, and the tick does not fail', async () => {
    const job = counting('tidy');
    const down = () => Promise.reject(new Error('down'));
    const claims: Claims = { claim: down, extend: down, finish: down, release: down, purge: down };
    const log = keptLog();
    await scheduleOf({ jobs: [job], claims, log }).tick(nine);
    expect(job.ran).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });
});

test('old claims are forgotten, and those that could still matter are not', async () => {
  const { database } = await twoBots([]);
  const claims = claimsIn(database, 'one');
  const nothing = async () => undefined;
  const { run } = jobsOf({
    claims,
    database,
    tips: { purge: nothing },
    practice: { expire: nothing },
    privacy: { forgetServers: async () => 0 },
    streaks: { tidyBoards: nothing },
    peers: { purge: nothing },
  }).find(({ name }) => name === 'purge-claims') ?? { run: undefined };
  await claims.claim('interaction:old', { now: nine.subtract({ hours: 49 }), lease: 'for good' });
  await claims.claim('interaction:new', { now: nine.subtract({ minutes: 15 }), lease: 'for good' });
  await run?.(nine);
  expect(await database.db.selectFrom('claims').select('key').execute()).toEqual([{ key: 'interaction:new' }]);
});
