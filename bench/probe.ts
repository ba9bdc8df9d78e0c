// Loaded into a bot's process before the bot: tells the bench, when asked, what the process uses.

import { setTimeout as pause } from 'node:timers/promises';
import type { Answers } from './bots.ts';

const answers: { readonly [Q in 'cpuMs' | 'rss' | 'memory']: () => Promise<Answers[Q]> } = {
  cpuMs: async () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  // Without a collection first: that would stop the bot for a tenth of a second.
  rss: async () => process.memoryUsage.rss(),
  memory: async () => {
    const { gc } = globalThis;
    if (!gc) throw new Error('Memory is measured after a collection: start the bot with --expose-gc.');
    // In rounds: some garbage is only let go of by callbacks that run after a collection.
    for (let round = 0; round < 4; round += 1) {
      await gc({ type: 'major', execution: 'async', flavor: 'last-resort' });
      await pause(250);
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heap: heapUsed + external };
  },
};

process.on('message', (question: keyof typeof answers) => {
  void answers[question]().then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(1)); // the bench is gone
process.channel?.unref();
