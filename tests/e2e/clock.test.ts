import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { clockFrom } from '#src/clock.ts';
import { configFrom } from '#src/config.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { overTheWire } from '#tests/support/over-the-wire.ts';
import { personOn } from '#tests/support/people.ts';
import { startBot } from './bot-process.ts';

const day = 24 * 60 * 60 * 1000;

test('when the playground’s clock goes to tomorrow, what Ann learnt today comes back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const playground = await startPlayground();
  onTestFinished(playground.close);
  const bot = startBot({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CLOCK_URL: `${playground.url}/clock`,
    DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
  });
  onTestFinished(() => void bot.child.kill('SIGKILL'));
  await bot.hasSaid('Read Message History: ');
  const ann = personOn(overTheWire(playground), 'Ann');
  await ann.run('/lesson today');
  await ann.press('I’ve got it');
  playground.clock.setOffset(day);
  // The bot asks for the time every 250 ms.
  await new Promise((resolve) => {
    setTimeout(resolve, 600);
  });
  await ann.run('/lesson today');
  expect(ann.reads()).toContain('Do you still know this one?');
});

test('a clock that does not answer leaves the time where it was', async () => {
  const log = keptLog();
  const clock = await clockFrom('http://127.0.0.1:9/clock', log);
  onTestFinished(clock.stop);
  expect(Math.abs(clock.now().since(Temporal.Now.instant()).total('seconds'))).toBeLessThan(5);
  expect(log.lines.map(({ message }) => message)).toEqual(['the clock did not answer']);
});

test('a clock that can be moved is refused together with discord.com', () => {
  const CLOCK_URL = 'http://127.0.0.1:4321/clock';
  const refused = [undefined, 'https://discord.com/api', 'https://canary.discord.com/api'];
  for (const DISCORD_API_URL of refused) {
    const read = configFrom({ DISCORD_TOKEN: 'a.b.c', CLOCK_URL, DISCORD_API_URL });
    expect(read).toEqual({ problems: [expect.stringContaining('never used with discord.com')] });
  }
  expect(
    configFrom({ DISCORD_TOKEN: 'a.b.c', CLOCK_URL, DISCORD_API_URL: 'http://127.0.0.1:4321/api' }),
  ).toHaveProperty('config');
});
