import type { Log } from './log.ts';
import { StartProblem } from './problem.ts';

/** Product time: what time it is for members, hosts and schedules. */
export type Clock = {
  now(): Temporal.Instant;
  /** Called whenever somebody moved the clock: what sleeps until a time must look anew. */
  onMoved(listener: () => void): void;
  stop(): void;
};

/** The machine's own time. */
export const machineClock = (): Clock => ({
  now: () => Temporal.Now.instant(),
  onMoved: () => undefined,
  stop: () => undefined,
});

/** How often another clock is asked, in ms. */
const askEvery = 250;

/** How long one answer may take, in ms, and how long the first. */
const patience = 2_000;
const firstPatience = 10_000;

/** How far a clock may be moved, in ms: a hundred years either way. More is no time that anything can be planned in. */
const farthest = 100 * 365.25 * 24 * 60 * 60 * 1000;

/**
 * A clock that can be moved: machine time plus the offset that `url` answers with, `{"offsetMs": n}`, a whole number.
 * While it does not answer so, the last offset stays.
 *
 * @throws StartProblem when its first answer is none
 */
export async function clockFrom(url: string, log: Pick<Log, 'debug'>): Promise<Clock> {
  let offset = await offsetAt(url, firstPatience).catch((error: unknown) => {
    throw new StartProblem([noClock(url, error)]);
  });
  const listeners: (() => void)[] = [];
  const ask = async (): Promise<void> => {
    const told = await offsetAt(url, patience);
    if (told === offset) return;
    offset = told;
    for (const listener of listeners) listener();
  };
  let isAsking = false;
  const onTick = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    await ask().catch((error: unknown) => log.debug({ error }, 'the clock did not answer'));
    isAsking = false;
  };
  const timer = setInterval(() => void onTick(), askEvery).unref();
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: offset }),
    onMoved: (listener) => void listeners.push(listener),
    stop: () => clearInterval(timer),
  };
}

async function offsetAt(url: string, ms: number): Promise<number> {
  const response = await fetch(url, { signal: AbortSignal.timeout(ms) });
  const answer: unknown = await response.json();
  const offset = typeof answer === 'object' && answer !== null && 'offsetMs' in answer ? answer.offsetMs : undefined;
  if (Number.isSafeInteger(offset) && Math.abs(offset as number) <= farthest) return offset as number;
  throw new RangeError('not an offset within a hundred years');
}

function noClock(url: string, error: unknown): string {
  const isThere = error instanceof RangeError || error instanceof SyntaxError;
  const what = isThere
    ? 'does not answer as a clock does, {"offsetMs": n} with n in milliseconds, at most a hundred years'
    : "can't be reached";
  return `CLOCK_URL: ${url} ${what}. Correct the address, or remove it to use the machine's time.`;
}
