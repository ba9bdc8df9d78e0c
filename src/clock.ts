import type { Log } from './log.ts';

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

/** How long one answer may take, in ms. */
const patience = 2_000;

/**
 * A clock that can be moved: machine time plus the offset that `url` answers with, `{"offsetMs": n}`. While it does not
 * answer, the last offset stays.
 */
export async function clockFrom(url: string, log: Log): Promise<Clock> {
  let offset = 0;
  const listeners: (() => void)[] = [];
  const ask = async (): Promise<void> => {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    const { offsetMs } = (await response.json()) as { readonly offsetMs?: unknown };
    if (typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs) || offsetMs === offset) return;
    offset = offsetMs;
    for (const listener of listeners) listener();
  };
  let isAsking = false;
  const onTick = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    await ask().catch((error: unknown) => log.debug({ error }, 'the clock did not answer'));
    isAsking = false;
  };
  await onTick();
  const timer = setInterval(() => void onTick(), askEvery).unref();
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: offset }),
    onMoved: (listener) => void listeners.push(listener),
    stop: () => clearInterval(timer),
  };
}
