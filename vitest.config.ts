import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** What takes longest comes first, so that nobody waits for it at the end: by folder, since a fresh clone has timed nothing. */
const slowest = ['/tests/chaos/', '/tests/e2e/', '/tests/peers/', '/tests/page/', '/tests/discord/'];

class SlowestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): ReturnType<BaseSequencer['sort']> {
    const place = ({ moduleId }: (typeof files)[number]): number => {
      const at = slowest.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? slowest.length : at;
    };
    // oxlint-disable-next-line no-array-sort -- vitest's own method, not that of a list
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/postgres.ts', 'tests/support/chromium.ts'],
    allowOnly: false,
    // By itself vitest leaves one processor alone; many tests here only wait.
    maxWorkers: 3,
    // Files share what is loaded and nothing else; each starts its own world, and ends it.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: SlowestFirst },
  },
});
