import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#tests/support/browser.ts';
import { openWireWorld } from '#tests/support/wire-world.ts';

/** The moment on every picture, so that they differ only when the page does: a Monday morning in London. */
const moment = Date.parse('2026-03-02T09:05:00Z');

// Takes the README's pictures: Ann reads a lesson on a phone, and at a desk between others.
const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
const world = await openWireWorld({ databaseUrl: `file:${join(folder, 'pictures.sqlite')}` });
const browser = await openBrowser();
const { playground } = world;
try {
  playground.clock.setOffset(moment - Date.now());
  const phone = await open(browser, { width: 375, height: 812 }, 'light');
  await send(phone, '/lesson today');
  await phone.screenshot({ path: 'docs/pictures/lesson.png' });
  const desk = await open(browser, { width: 1280, height: 940 }, 'dark');
  talk();
  await send(desk, '/lesson today');
  await desk.getByRole('button', { name: 'See an example' }).last().click();
  await desk.getByRole('button', { name: 'Back to the idea' }).waitFor();
  await desk.locator(':focus').blur();
  await desk.mouse.move(0, 0);
  await desk.screenshot({ path: 'docs/pictures/playground.png' });
} finally {
  await browser.close();
  await world.close();
  await rm(folder, { recursive: true });
}

async function open(
  from: Browser,
  viewport: { readonly width: number; readonly height: number },
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const context = await from.newContext({ viewport, colorScheme, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  const page = await context.newPage();
  // The page believes that it is that moment, so that no picture says how far the clock was moved.
  await page.clock.setFixedTime(moment);
  await page.route('**/clock', (route) => route.fulfill({ json: { offsetMs: 0 } }));
  await page.goto(`${playground.url}/#ann`);
  await page.getByRole('combobox', { name: /^Message/ }).waitFor();
  return page;
}

async function send(page: Page, line: string): Promise<void> {
  const box = page.getByRole('combobox', { name: /^Message/ });
  await box.fill(line);
  await box.press('Enter');
  await page.getByRole('button', { name: 'See an example' }).waitFor();
  await box.blur();
}

/** What people said in the channel before. */
function talk(): void {
  const { people } = playground;
  const channelId = playground.world.channel('general').id;
  const [ann, ben, hana] = ['ann', 'ben', 'hana'].map((name) => people.named(name).id);
  people.say(hana ?? '', { channelId, text: 'Good morning! Who has an interview this week?' });
  people.say(ben ?? '', {
    channelId,
    text: 'Me, on **Thursday**: a bakery. I got a no last month, so I practise now.',
  });
  people.say(ann ?? '', { channelId, text: 'Then let’s do one lesson a day until then.' });
}
