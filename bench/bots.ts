// The two bots that are compared, each in a process of its own, connected to a playground in the bench's process.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Playground, startPlayground } from '#playground/start.ts';

const root = resolve(import.meta.dirname, '..');
const here = (file: string) => join(import.meta.dirname, file);

/** Which bot: the file that starts it, and what it says when its commands are registered. */
const kinds = {
  'bare bot': { file: here('bare-bot.ts'), ready: 'ready' },
  Rebound: { file: join(root, 'src/main.ts'), ready: 'Rebound is on Discord' },
} as const;
export type Kind = keyof typeof kinds;
export const bothKinds: readonly Kind[] = ['bare bot', 'Rebound'];

/** How long a bot may take to start, to answer, or to stop, in ms. */
const patience = 60_000;

/** What can be asked of a bot's process: `cpuMs`, `rss` and `memory` with `probe.ts` loaded, `modules` with `module-log.ts`. */
export type Answers = {
  /** Processor time since the process began. */
  readonly cpuMs: number;
  /** Bytes of memory, as it stands. */
  readonly rss: number;
  /** Bytes after garbage collection; `heap` with what JavaScript holds outside of it. */
  readonly memory: { readonly rss: number; readonly heap: number };
  readonly modules: readonly string[];
};

/** A playground and a folder where a bot keeps its files between starts; the project's own `var/` is never touched. */
export type Stage = { readonly playground: Playground; readonly folder: string; close(): Promise<void> };

export type BotOptions = {
  /** A file of this folder that the bot's process loads first. */
  readonly preload?: 'probe.ts' | 'module-log.ts';
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** A running bot. */
export type Bot = {
  ask<Q extends keyof Answers>(question: Q): Promise<Answers[Q]>;
  /** Resolves when the bot says that its commands are registered; rejects when it ends instead. */
  ready(): Promise<void>;
  /** Stops it gently, so that it keeps what it wants to keep for the next start. */
  stop(): Promise<void>;
};

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Opens a stage where no bot has been. Content is read from the project. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'));
  await symlink(join(root, 'data'), join(folder, 'data'), 'junction');
  const playground = await startPlayground({ strict: false });
  const close = async () => {
    await playground.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { playground, folder, close };
}

/** Starts a bot's process. */
export function startBot(kind: Kind, { playground, folder }: Stage, options: BotOptions = {}): Bot {
  const { preload, flags = [], environment = {} } = options;
  const { file, ready } = kinds[kind];
  const imports = preload === undefined ? [] : ['--import', here(preload)];
  const child = spawn(process.execPath, [...flags, ...imports, file], {
    cwd: folder,
    env: { ...settingsFor(playground), ...environment },
    stdio: ['ignore', 'pipe', 'inherit', ...(preload === undefined ? [] : (['ipc'] as const))],
  });
  running.add(child);
  const ended = once(child, 'exit').then(() => running.delete(child));
  const isReady = said(child, ready);
  return {
    ask: (question) => asked(child, question),
    ready: () => Promise.race([isReady, ended.then(() => Promise.reject(new Error(`The ${kind} ended too early.`)))]),
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The bot's settings. The operator's own stay out, and so do Node's that would change what is measured. */
function settingsFor({ token, apiUrl }: Playground): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_COMPILE_CACHE: _cache, ...rest } = process.env;
  const settings = { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DISCORD_GUILD_ID: '', HEALTH_PORT: '' };
  return { ...rest, ...settings, DATABASE_URL: 'file:var/bench.sqlite', LOG_LEVEL: 'warn' };
}

async function asked<Q extends keyof Answers>(child: ChildProcess, question: Q): Promise<Answers[Q]> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(patience) });
  child.send(question);
  const [value] = (await answer) as [Answers[Q]];
  return value;
}

/** Resolves when the process has written these words. Its output is read to the end, so that it never waits for us. */
function said({ stdout }: ChildProcess, words: string): Promise<void> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`Nobody said “${words}” in time.`)), patience);
    let text = '';
    stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-10_000);
      if (!text.includes(words)) return;
      clearTimeout(late);
      done();
    });
  });
}
