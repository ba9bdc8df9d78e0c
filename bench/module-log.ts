// Loaded into a bot's process before the bot: notes which modules it loads, and tells the bench when asked.

import { registerHooks } from 'node:module';

const loaded: string[] = [];

registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});

process.on('message', () => void process.send?.(loaded));
process.on('disconnect', () => process.exit(1)); // the bench is gone
process.channel?.unref();
