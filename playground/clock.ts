/** Product time: the machine's clock plus an offset that tests and the page may move. Real timers (3 s, heartbeats) ignore it. */
export type Clock = {
  /** Product time in milliseconds since 1970. */
  now(): number;
  /** Product time minus machine time, in milliseconds. */
  offsetMs(): number;
  setOffset(ms: number): void;
};

/** A clock over `machine` (default: the machine's own). */
export function movableClock(machine: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => machine() + offset,
    offsetMs: () => offset,
    setOffset(ms) {
      offset = Math.trunc(ms);
    },
  };
}
