import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** This machine, as error messages call it. */
const here = `${process.platform} ${process.arch}`;

/**
 * Starts a real Chromium without a window: the one named by `CHROME_PATH`, else the one that npm brought (Linux x64).
 * It reaches nothing but this machine.
 */
export async function openBrowser({
  machine = here,
  unpacked = () => chromium.executablePath(),
} = {}): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH === undefined && machine !== 'linux x64') {
    throw new Error(
      `npm brings no Chromium for ${machine}. Name yours for the tests at the page: CHROME_PATH=/path/to/chrome npm test`,
    );
  }
  const executablePath = CHROME_PATH ?? (await unpacked());
  return driver.launch({ executablePath, args: chromium.args, headless: true });
}
