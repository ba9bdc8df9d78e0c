// Runs a script as another process, for what only separate processes can show.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export type Child = {
  /** Waits for a line on its standard output. Fails when it ends without having said that. */
  readonly says: (line: string) => Promise<void>;
  readonly tell: (line: string) => void;
  /** Kills it the hard way, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** All it said, once it has ended by itself; fails when it ended with an error. */
  readonly ended: Promise<readonly string[]>;
};

/** Starts a script with Node; it is gone at the end of the test whatever happens. */
export function startChild(script: URL, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: 'var/compile-cache' }, // the next one starts in half the time
  });
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    waiting.get(line)?.();
  });
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const gone = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const ended = gone.then((code) => {
    if (code === 0) return lines;
    throw new Error(`${script.pathname} ended with ${code}: ${errors}`);
  });
  ended.catch(() => {}); // whoever waits for it hears of it
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  const says = async (line: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.set(line, resolve);
    if (lines.includes(line)) resolve();
    const early = ended.then(() => Promise.reject(new Error(`${script.pathname} never said ${line}: ${errors}`)));
    await Promise.race([promise, early]);
  };
  return { says, kill, ended, tell: (line) => void child.stdin.write(`${line}\n`) };
}
