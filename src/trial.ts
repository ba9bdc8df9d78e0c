import { createServer } from 'node:net';
import { openContent } from '#content/content.ts';
import { openDatabase } from '#database/open.ts';
import { tryDiscord } from '#discord/trial.ts';
import { contentFolders } from './app.ts';
import { clockFrom } from './clock.ts';
import type { Config } from './config.ts';
import { allOf, isForOperators, onPort, problemsIn, StartProblem } from './problem.ts';

/**
 * Why the bot could not start, and whatever else stands in its way. A start ends at the first thing that fails; here
 * everything that these settings name is tried for itself, so that one message tells all that there is to mend.
 */
export async function withAllElse(error: Error, settings: Partial<Config>): Promise<StartProblem> {
  const trials = [tryDiscordWith, tryPlayground, tryClock, tryDatabase, tryHealth].map((trial) => trial(settings));
  const more = await problemsOf([...trials, openContent(contentFolders)]);
  return new StartProblem([...new Set([...problemsIn(error), ...more])]);
}

/** What the operator can mend; something unforeseen in a trial must not hide that. */
async function problemsOf(trials: readonly Promise<unknown>[]): Promise<readonly string[]> {
  try {
    await allOf(trials);
    return [];
  } catch (error) {
    return isForOperators(error) ? problemsIn(error) : [];
  }
}

type Trial = (settings: Partial<Config>) => Promise<void>;

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };

const tryDiscordWith: Trial = async ({ token, ...settings }) => {
  if (token !== undefined) await tryDiscord({ token, ...settings });
};

/** With a token there is no playground. */
const tryPlayground: Trial = async ({ token, playgroundPort }) => {
  if (token === undefined && playgroundPort !== undefined)
    await tryPort('PLAYGROUND_PORT', playgroundPort, '127.0.0.1');
};

const tryHealth: Trial = async ({ healthPort }) => {
  if (healthPort !== undefined) await tryPort('HEALTH_PORT', healthPort);
};

const tryPort = async (setting: string, port: number, host?: string): Promise<void> =>
  onPort(
    setting,
    () =>
      new Promise((resolve, reject) => {
        const server = createServer().once('error', reject);
        server.listen(port, host, () => server.close(() => resolve()));
      }),
  );

const tryClock: Trial = async ({ clockUrl }) => {
  if (clockUrl !== undefined) (await clockFrom(clockUrl, quiet)).stop();
};

const tryDatabase: Trial = async ({ databaseUrl }) => {
  if (databaseUrl !== undefined) await (await openDatabase(databaseUrl, { log: quiet })).close();
};
