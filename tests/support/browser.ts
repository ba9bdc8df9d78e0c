import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/**
 * Starts a real Chromium without a window: the one named by `CHROME_PATH`, else the one that npm brought (Linux x64).
 * It reaches nothing but this machine.
 */
export async function openBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  const executablePath = CHROME_PATH ?? (await chromium.executablePath());
  return driver.launch({ executablePath, args: chromium.args, headless: true });
}
