import type { Log } from './log.ts';

/** Stops gently on SIGTERM and Ctrl+C (a second one ends at once); ends visibly on an error that nobody caught. */
export function endWell(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({}, 'stopping');
    stop().then(
      () => process.exit(0),
      (error: unknown) => endBadly(log, error),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  process.on('uncaughtException', (error) => endBadly(log, error));
  process.on('unhandledRejection', (error) => endBadly(log, error));
}

/** After an error that nobody caught nothing can be trusted any more: the log says why, and whoever runs the bot starts it anew. */
function endBadly(log: Log, error: unknown): never {
  log.fatal({ error }, 'an error that nobody caught: the process ends');
  // Also when LOG_LEVEL is silent: a process never ends without a word.
  process.stderr.write(
    'Rebound ended because of an error that nobody caught. The log says more, unless LOG_LEVEL is silent.\n',
  );
  process.exit(1);
}
