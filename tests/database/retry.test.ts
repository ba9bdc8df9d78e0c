import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, patiently } from '#database/retry.ts';

const passes = (error: unknown) => codeOf(error) === 'LATER';
const later = () => Object.assign(new Error('later'), { code: 'LATER' });

describe('Trying again', () => {
  test('ends with the first success', async () => {
    let attempts = 0;
    const attempt = () => {
      attempts += 1;
      if (attempts < 3) throw later();
      return 'done';
    };
    expect(await patiently({ patienceMs: 1_000, passes, random: () => 0 }, attempt)).toBe('done');
    expect(attempts).toBe(3);
  });

  test('stops at once at an error that does not pass by itself', async () => {
    let attempts = 0;
    const attempt = () => Promise.reject(new Error(`attempt ${(attempts += 1)}`));
    await expect(patiently({ patienceMs: 1_000, passes, random: () => 0 }, attempt)).rejects.toThrow('attempt 1');
  });

  test('gives up with the last error when patience runs out, whatever the dice say', async () => {
    const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const story = fc.asyncProperty(dice, fc.integer({ min: 0, max: 40 }), async (roll, patienceMs) => {
      const start = performance.now();
      const trying = patiently({ patienceMs, passes, random: () => roll }, () => Promise.reject(later()));
      await expect(trying).rejects.toThrow('later');
      expect(performance.now() - start).toBeGreaterThanOrEqual(patienceMs);
      expect(performance.now() - start).toBeLessThan(patienceMs + 2_000);
    });
    await fc.assert(story, { numRuns: 8 });
  });
});
