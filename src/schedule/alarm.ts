import type { Log } from '#src/log.ts';

/** Sleeps until the nearest due thing and rings; whoever makes something due earlier wakes it. */
export type Alarm = {
  /** From now on it rings by itself, at once for the first time. */
  start(): void;
  /** Rings now, or once more when it is ringing. Nothing happens before `start`. */
  wake(): void;
  /** Waits for the ringing to end; it never rings again. */
  stop(): Promise<void>;
};

type Parts = {
  /** Does what is due and says when something will be next. */
  readonly ring: () => Promise<Temporal.Instant | undefined>;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
};

/** Never shorter, so that something that can't be done does not keep the process busy; and a look each minute, in ms. */
const shortest = 1_000;
const longest = 60_000;

export function alarmOf({ ring, now, log }: Parts): Alarm {
  const state = { isOn: false, isWanted: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ringing: Promise<void> | undefined;

  /** Then it looks again in a minute. */
  const failed = (error: unknown): undefined => {
    log.error({ error }, 'what was due failed');
    return undefined;
  };

  async function ringWhileWanted(): Promise<void> {
    let next: Temporal.Instant | undefined;
    while (state.isWanted && state.isOn) {
      state.isWanted = false;
      next = await ring().catch(failed);
    }
    if (!state.isOn) return;
    const ms = next === undefined ? longest : next.since(now()).total('milliseconds');
    timer = setTimeout(wake, Math.min(Math.max(ms, shortest), longest));
  }

  function wake(): void {
    if (!state.isOn) return;
    state.isWanted = true;
    if (ringing) return;
    clearTimeout(timer);
    ringing = ringWhileWanted().finally(() => {
      ringing = undefined;
      if (state.isWanted) wake();
    });
  }

  return {
    wake,
    start: () => {
      state.isOn = true;
      wake();
    },
    stop: async () => {
      state.isOn = false;
      clearTimeout(timer);
      await ringing;
    },
  };
}

/** Several alarms as one; each rings by itself. */
export const together = (alarms: readonly Alarm[]): Alarm => ({
  start: () => alarms.forEach((alarm) => alarm.start()),
  wake: () => alarms.forEach((alarm) => alarm.wake()),
  stop: async () => void (await Promise.all(alarms.map((alarm) => alarm.stop()))),
});
