import { startBot } from '#tests/e2e/bot-process.ts';

/** One life of the bot. */
export type Life = {
  /** Resolves when it is on Discord; rejects when it ends before. */
  ready(): Promise<void>;
  /** SIGKILL: no farewell, nothing is put in order. Once is enough. */
  kill(): void;
  isKilled(): boolean;
  /** Resolves at the kill. */
  readonly killed: Promise<void>;
  /** Resolves when the system has let go of the process. */
  readonly ended: Promise<unknown>;
  said(): string;
};

/** What the bot says last when it has started. */
const lastWords = 'Read Message History: ';

/** Starts the bot with this environment. */
export function beginLife(env: Readonly<Record<string, string>>): Life {
  const bot = startBot(env);
  const { promise: killed, resolve } = Promise.withResolvers<void>();
  let isKilled = false;
  return {
    ready: () => bot.hasSaid(lastWords),
    kill: () => {
      if (isKilled) return;
      isKilled = true;
      bot.child.kill('SIGKILL');
      resolve();
    },
    isKilled: () => isKilled,
    killed,
    ended: bot.ended(),
    said: bot.said,
  };
}
