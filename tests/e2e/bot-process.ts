import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A process of the bot, as an operator would start it. */
export type BotProcess = {
  readonly child: ChildProcess;
  /** Everything it said so far, on both streams. */
  said(): string;
  /** Resolves when it has said this; rejects when it ends before. */
  hasSaid(words: string): Promise<void>;
  /** Resolves with its exit code. */
  ended(): Promise<number | null>;
};

const main = resolve(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** Starts the bot with these variables and no others of its own. */
export function startBot(
  env: Readonly<Record<string, string>>,
  { script = main, cwd = process.cwd() } = {},
): BotProcess {
  const child = spawn(process.execPath, [script], { cwd, env: { PATH: process.env['PATH'], ...env } });
  const output: string[] = [];
  const listeners = new Set<() => void>();
  const onData = (data: Buffer) => {
    output.push(data.toString());
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const said = () => output.join('');
  return {
    child,
    said,
    ended: () => exit,
    hasSaid: (words) =>
      new Promise((done, reject) => {
        const look = () => (said().includes(words) ? done() : undefined);
        listeners.add(look);
        look();
        void exit.then(() => reject(new Error(`it ended before it said “${words}”:\n${said()}`)));
      }),
  };
}
