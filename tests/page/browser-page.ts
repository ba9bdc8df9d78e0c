/** People at the page in a real browser: one for each test file. Its contexts stay open, for Chromium's single process dies with them. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { askAt } from '#tests/support/door.ts';

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 812 } } as const;

export type Visit = {
  readonly as?: 'ann' | 'ben' | 'hana' | 'cara';
  readonly size?: keyof typeof sizes;
  readonly scheme?: 'light' | 'dark';
};

export type Visitor = Page & {
  /** Types a line and sends it. */
  sends(line: string): Promise<void>;
  /** Presses the newest button of that name. */
  presses(name: string): Promise<void>;
  /** The line to write in. */
  readonly line: Locator;
  /** What went wrong in the page, and what it asked of other machines. */
  readonly wrongs: readonly string[];
};

/** Opens pages in one browser, which ends with the file. */
export function atThePage(): (url: string, visit?: Visit) => Promise<Visitor> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ unpacked: () => askAt(inject('chromium')) });
  });
  afterAll(async () => {
    await browser.close();
  });
  return async (url, { as = 'ann', size = 'desktop', scheme = 'light' } = {}) => {
    const context = await browser.newContext({ viewport: sizes[size], colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    onTestFinished(() => page.close());
    page.setDefaultTimeout(20_000);
    const wrongs: string[] = [];
    page.on('pageerror', (error) => wrongs.push(error.message));
    page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
    page.on('request', (request) => new URL(request.url()).origin === url || wrongs.push(request.url()));
    await page.goto(`${url}/#${as}`);
    const line = page.getByRole('combobox', { name: /^Message/ });
    await line.waitFor();
    return Object.assign(page, {
      line,
      wrongs,
      sends: async (text: string) => {
        await line.fill(text);
        await line.press('Enter');
      },
      presses: async (name: string) => {
        await page.getByRole('button', { name, exact: true }).last().click();
      },
    });
  };
}
