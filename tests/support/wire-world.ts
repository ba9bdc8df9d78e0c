import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Playground, startPlayground } from '#playground/start.ts';
import { type App, startApp } from '#src/app.ts';
import { overTheWire } from './over-the-wire.ts';
import { type Person, personOn } from './people.ts';
import { seededDice } from './dice.ts';
import { keptLog, type KeptLog } from './kept-log.ts';
import { monday } from './world.ts';
import { endPlayground } from './playground.ts';

/** The real bot on the real discord.js, connected to a playground. */
export type WireWorld = {
  readonly playground: Playground;
  readonly ann: Person;
  readonly ben: Person;
  readonly hana: Person;
  readonly app: App;
  readonly log: KeptLog;
  readonly databaseUrl: string;
  /** Moves the bot's clock, as the playground's does. */
  later(duration: Temporal.DurationLike): void;
  /** Starts the bot, after it was stopped, on the same database. */
  start(): Promise<void>;
  close(): Promise<void>;
};

export async function openWireWorld({
  databaseUrl: given,
  dice = seededDice(),
}: { readonly databaseUrl?: string; readonly dice?: () => number } = {}): Promise<WireWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  const databaseUrl = given ?? `file:${join(folder, 'test.sqlite')}`;
  const playground = await startPlayground();
  const log = keptLog();
  const config = {
    token: playground.token,
    apiUrl: playground.apiUrl,
    databaseUrl,
    logLevel: 'info',
    playgroundPort: 0,
    healthPort: 0,
  } as const;
  const time = { now: monday, moved: () => undefined as void };
  const clock = { now: () => time.now, onMoved: (moved: () => void) => void (time.moved = moved) };
  const start = () => startApp({ config, log, clock, dice });
  const running = { app: await start() };
  const transport = overTheWire(playground);
  return {
    playground,
    ann: personOn(transport, 'Ann'),
    ben: personOn(transport, 'Ben'),
    hana: personOn(transport, 'Hana'),
    get app() {
      return running.app;
    },
    log,
    databaseUrl,
    later: (duration) => {
      time.now = time.now.add(duration);
      time.moved();
    },
    start: async () => {
      running.app = await start();
    },
    close: async () => {
      await running.app.stop();
      await rm(folder, { recursive: true });
      await endPlayground(playground);
    },
  };
}
