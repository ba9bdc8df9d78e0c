import { afterEach, expect, test, vi } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';

afterEach(() => void vi.unstubAllEnvs());

test('whoever runs the tests where npm brings no Chromium is told to name one', async () => {
  vi.stubEnv('CHROME_PATH', undefined);
  await expect(openBrowser({ machine: 'darwin arm64' })).rejects.toThrow(
    /no Chromium for darwin arm64\. Name yours.* CHROME_PATH=/,
  );
});
