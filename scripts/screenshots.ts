import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '#tests/support/browser.ts';
import { openWireWorld } from '#tests/support/wire-world.ts';

// Takes the README's picture: Ann reads a lesson in the playground, on a phone.
const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
const world = await openWireWorld({ databaseUrl: `file:${join(folder, 'pictures.sqlite')}` });
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 });
  await page.goto(world.playground.url);
  await page.getByLabel('You are').selectOption({ label: 'Ann (en-GB)' });
  await page.getByLabel('Write, or type a command').fill('/lesson today');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'See an example' }).waitFor();
  await page.screenshot({ path: 'docs/pictures/lesson.png' });
} finally {
  await browser.close();
  await world.close();
  await rm(folder, { recursive: true });
}
