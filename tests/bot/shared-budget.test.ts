import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Playground, startPlayground } from '#playground/start.ts';
import { startApp } from '#src/app.ts';
import { actsIn } from '#streaks/store.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { tipsIn } from '#tips/store.ts';
import { newSubscription } from '#tips/subscription.ts';
import { freshFolder, openForTest } from '#tests/support/databases.ts';
import { seededDice } from '#tests/support/dice.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { monday } from '#tests/support/world.ts';

/** Tuesday, 19:30: the time of all tips, and of reminders to whoever practised on Monday. */
const evening = monday.add({ hours: 34, minutes: 30 });
const channels = 150;
/** Discord lets a bot open ten direct conversations in ten seconds. */
const members = 9;

/** 150 channels with a tip at 19:30, and nine members who are reminded then: their channels and direct messages. */
async function due(playground: Playground, databaseUrl: string): Promise<readonly string[]> {
  const { world } = playground;
  const { id: server } = world.addGuild({ name: 'Tips everywhere' });
  const database = await openForTest(databaseUrl);
  const places = Array.from({ length: channels }, (_, index) => world.addChannel(server, { name: `tips-${index}` }).id);
  const people = Array.from({ length: members }, (_, index) => world.addUser({ username: `member-${index}` }).id);
  for (const person of people) world.join('The Practice Room', person);
  await database.transaction(async (tx) => {
    for (const [index, channel] of places.entries()) {
      const plan = { id: `s${String(index).padStart(11, '0')}`, server, channel, locale: 'en-US' };
      const when = { time: '19:30', zone: 'UTC', since: monday, due: { day: '2026-03-03', at: evening } };
      await tipsIn({ db: tx }).add({ ...newSubscription, ...plan, ...when, state: 'on' });
    }
    for (const member of people) {
      await actsIn({ db: tx }).record({ member, kind: 'lesson', item: 'keep-going', day: '2026-03-02', at: monday });
    }
  });
  for (const person of people) await streaksFrom({ database }).remind(person, true, monday);
  return [...places, ...people.map((person) => world.dm(person).id)];
}

test('two processes together ask no more of Discord than one bot may: everybody gets theirs once, and nothing is refused', async () => {
  const playground = await startPlayground();
  onTestFinished(playground.close);
  const databaseUrl = `file:${join(await freshFolder(), 'test.sqlite')}`;
  const places = await due(playground, databaseUrl);
  const { token, apiUrl } = playground;
  const config = { token, apiUrl, databaseUrl, logLevel: 'info', playgroundPort: 0 } as const;
  const time = { now: evening.subtract({ minutes: 1 }) };
  const alarms: (() => void)[] = [];
  const clock = { now: () => time.now, onMoved: (moved: () => void) => void alarms.push(moved) };
  const start = async () => {
    const app = await startApp({ config, log: keptLog(), clock, dice: seededDice() });
    onTestFinished(app.stop);
  };
  await start();
  await start();
  playground.limits.set({ on: true, global: 50 });
  time.now = evening;
  for (const ring of alarms) ring();
  const { state, people } = playground;
  const counts = () => places.map((place) => state.messages.get(place)?.size ?? 0);
  await people.until(() => counts().every((count) => count > 0) || undefined, 60_000);
  expect(counts().every((count) => count === 1)).toBe(true);
  expect(playground.limits.refused()).toBe(0);
}, 90_000);
