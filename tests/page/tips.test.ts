import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground, type Playground } from '#playground/start.ts';
import { type App, startApp } from '#src/app.ts';
import { type Clock, clockFrom } from '#src/clock.ts';
import { seededDice } from '#tests/support/dice.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { atThePage, sizes } from './browser-page.ts';
import { endPlayground } from '#tests/support/playground.ts';

const visit = atThePage();
let playground: Playground;
let clock: Clock;
let app: App;
let folder: string;
beforeAll(async () => {
  playground = await startPlayground();
  folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  const log = keptLog();
  clock = await clockFrom(`${playground.url}/clock`, log);
  const { token, apiUrl } = playground;
  const databaseUrl = `file:${join(folder, 'test.sqlite')}`;
  const config = { token, apiUrl, databaseUrl, logLevel: 'info', playgroundPort: 0 } as const;
  app = await startApp({ config, log, clock, dice: seededDice() });
});
afterAll(async () => {
  await app.stop();
  clock.stop();
  await rm(folder, { recursive: true });
  await endPlayground(playground);
});

const hour = 3_600_000;
const day = 24 * hour;

/** Moves the clock to an hour of today, or of a day after it (UTC). */
const itIs = (hours: number): void =>
  playground.clock.setOffset(Math.floor(Date.now() / day) * day + hours * hour - Date.now());

test('Hana turns daily tips on, tomorrow one comes by itself, and Ann practises it', async () => {
  const hana = await visit(playground.url, { as: 'hana', size: 'phone' });
  const ann = await visit(playground.url, { as: 'ann' });
  itIs(12);
  await hana.sends('/tips setup time:9:00');

  await hana.getByText('Not on yet.').waitFor();
  const panel = await hana.getByRole('article').last().boundingBox();
  expect(panel?.height ?? 9999).toBeLessThanOrEqual(sizes.phone.height);
  await hana.presses('Turn on');
  await hana.getByText('It’s on.').waitFor();
  itIs(24 + 9.01);
  await ann.getByText('Tip of the day').waitFor();
  expect(await ann.getByText('Tip of the day').count()).toBe(1);
  await ann.presses('Practise this');
  await ann.getByRole('dialog').getByLabel('What would you say?').fill('I would say hello first.');
  await ann.getByRole('dialog').getByLabel('It would do').check();
  await ann.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  await ann.getByText('Your answer is saved, for you alone').waitFor();
  expect(await hana.getByText('Your answer is saved').count()).toBe(0);
  expect([...hana.wrongs, ...ann.wrongs]).toEqual([]);
});
