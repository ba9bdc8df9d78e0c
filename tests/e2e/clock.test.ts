import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { type Clock, clockFrom } from '#src/clock.ts';
import { configFrom } from '#src/config.ts';
import { StartProblem } from '#src/problem.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { overTheWire } from '#tests/support/over-the-wire.ts';
import { personOn } from '#tests/support/people.ts';
import { startBot } from './bot-process.ts';
import { endPlayground } from '#tests/support/playground.ts';

const day = 24 * 60 * 60 * 1000;

test('when the playground’s clock goes to tomorrow, what Ann learnt today comes back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const clock = await clockThatSays(() => JSON.stringify({ offsetMs: playground.clock.offsetMs() }));
  const bot = startBot({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CLOCK_URL: clock.url,
    DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
  });
  onTestFinished(() => void bot.child.kill('SIGKILL'));
  await bot.hasSaid('Read Message History: ');
  const ann = personOn(overTheWire(playground), 'Ann');
  await ann.run('/lesson today');
  await ann.press('I’ve got it');
  playground.clock.setOffset(day);
  // An answer may be on its way; the next tells of tomorrow, and is known when the one after it is asked for.
  await clock.asked(clock.times() + 3);
  await ann.run('/lesson today');
  expect(ann.reads()).toContain('Do you still know this one?');
});

/** A clock that gives these answers in turn, the last one for ever. */
async function clockThatSays(
  ...answers: readonly (string | (() => string))[]
): Promise<{ url: string; times(): number; asked(times: number): Promise<void> }> {
  const state = { count: 0, heard: () => undefined as void };
  const server = createServer((_, response) => {
    const answer = answers[Math.min(state.count, answers.length - 1)];
    response.end(typeof answer === 'function' ? answer() : answer);
    state.count += 1;
    state.heard();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => server.close().closeAllConnections());
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    times: () => state.count,
    asked: (times) =>
      new Promise((resolve) => {
        state.heard = () => (state.count >= times ? resolve() : undefined);
      }),
  };
}

const hoursAhead = (clock: Clock) => Math.round(clock.now().since(Temporal.Now.instant()).total('hours'));

test('an operator whose CLOCK_URL is no clock is told so before the bot starts', async () => {
  await expect(clockFrom('http://127.0.0.1:9/clock', keptLog())).rejects.toThrow(
    "can't be reached. Correct the address",
  );
  for (const answer of ['<html>', 'null', '[]', '{}', '{"offsetMs":"1"}', '{"offsetMs":1.5}', '{"offsetMs":9e15}']) {
    const { url } = await clockThatSays(answer);
    const opened = clockFrom(url, keptLog());
    await expect(opened, answer).rejects.toThrow(StartProblem);
    await expect(opened, answer).rejects.toThrow(`CLOCK_URL: ${url} does not answer as a clock does`);
  }
});

test('a clock that stops answering, or answers nonsense, leaves the time where it was', async () => {
  const log = keptLog();
  const { url, asked } = await clockThatSays('{"offsetMs":7200000}', '{"offsetMs":1e300}', '{', '{"offsetMs":3600000}');
  const clock = await clockFrom(url, log);
  onTestFinished(clock.stop);
  expect(hoursAhead(clock)).toBe(2);
  await asked(3);
  expect(hoursAhead(clock)).toBe(2);
  await new Promise<void>((resolve) => clock.onMoved(resolve));
  expect(hoursAhead(clock)).toBe(1);
  expect(log.lines.map(({ message }) => message)).toEqual(['the clock did not answer', 'the clock did not answer']);
});

test('a clock that can be moved is refused together with discord.com', () => {
  const CLOCK_URL = 'http://127.0.0.1:4321/clock';
  const refused = [undefined, 'https://discord.com/api', 'https://canary.discord.com/api'];
  for (const DISCORD_API_URL of refused) {
    const read = configFrom({ DISCORD_TOKEN: 'a.b.c', CLOCK_URL, DISCORD_API_URL });
    expect(read).toMatchObject({ problems: [expect.stringContaining('never used with discord.com')] });
  }
  expect(
    configFrom({ DISCORD_TOKEN: 'a.b.c', CLOCK_URL, DISCORD_API_URL: 'http://127.0.0.1:4321/api' }),
  ).toHaveProperty('config');
});
