// npm brings Chromium in a packed file. It is unpacked once: a test that met it half unpacked could not start it.

import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';
import { doorTo } from './door.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    /** An http:// address that unpacks Chromium and answers with the path of its program. */
    chromium: string;
  }
}

/** Vitest's global set-up: stands by until the first test at the page asks. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const { url, close } = await doorTo(() => chromium.executablePath());
  provide('chromium', url);
  return close;
}
