import { describe, expect, test, vi } from 'vitest';
import { show } from '#bot/reply.ts';
import { asks, inServer } from '#tests/support/incoming.ts';
import { command, says, smallBot } from '#tests/support/small-bot.ts';
import { texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test' } });

/** A bot whose one command counts how often it ran and goes on when it is let. */
function counting() {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const count = { ran: 0 };
  const run = async () => {
    count.ran += 1;
    await gate;
    return show(says('Counted'));
  };
  return { count, open, ...smallBot({ commands: [command({ name: 'count', about: t.about, run })] }) };
}

describe('an interaction that Discord tells of twice', () => {
  test('is handled once, also when both come at the same time', async () => {
    const { count, open, hears, idle } = counting();
    const incoming = asks('count');
    const first = hears(incoming);
    const second = hears(incoming);
    open();
    await idle();
    const third = hears(incoming);
    await idle();
    expect(count.ran).toBe(1);
    expect([first.steps, second.steps, third.steps]).toEqual([['reply privately: Counted'], [], []]);
  });

  test('is left alone for good: no deferral comes later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { open, hears, idle } = counting();
      const incoming = asks('count');
      hears(incoming);
      const second = hears(incoming);
      await vi.advanceTimersByTimeAsync(5_000);
      open();
      await idle();
      expect(second.steps).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('does not hide another interaction', async () => {
    const { count, open, answers } = counting();
    open();
    await answers(asks('count'));
    await answers({ ...asks('count'), where: inServer });
    expect(count.ran).toBe(2);
  });
});

describe('the bot is idle', () => {
  test('when everything that was begun is over, also what began meanwhile', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let ran = 0;
    const run = async () => {
      await gates[ran++]?.promise;
      return show(says('Done'));
    };
    const { hears, idle } = smallBot({ commands: [command({ name: 'wait', about: t.about, run })] });
    let isIdle = false;
    const first = hears(asks('wait'));
    const waiting = idle().then(() => (isIdle = true));
    const second = hears(asks('wait'));
    gates[0]?.resolve();
    await vi.waitFor(() => expect(first.steps).toEqual(['reply privately: Done']));
    await new Promise(setImmediate);
    expect(isIdle).toBe(false);
    gates[1]?.resolve();
    await waiting;
    expect(second.steps).toEqual(['reply privately: Done']);
  });

  test('when nothing was ever begun', async () => {
    await expect(counting().idle()).resolves.toBeUndefined();
  });
});
