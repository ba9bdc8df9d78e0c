/** A stream of values that can be listened to or waited for; how everything here waits instead of polling. */
export type Signal<T> = {
  emit(value: T): void;
  /** Returns the function that stops listening. */
  on(listener: (value: T) => void): () => void;
  /** The next value that fits; rejects after `timeoutMs` of real time. */
  next(fits: (value: T) => boolean, timeoutMs?: number): Promise<T>;
  /** Waits until `look` returns something other than undefined: looked at now and after every value, so nothing is missed. */
  until<R>(look: () => R | undefined, timeoutMs?: number): Promise<R>;
};

/** Real milliseconds that a wait may last unless told otherwise: far more than it takes, for machines differ. */
const patience = 20_000;

/** The wait ran out. */
export class WaitedTooLong extends Error {
  constructor(ms: number) {
    super(`Nothing that fits happened within ${ms} ms`);
    this.name = 'WaitedTooLong';
  }
}

export function signal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  const on = (listener: (value: T) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    emit(value) {
      for (const listener of listeners) listener(value);
    },
    on,
    async next(fits, timeoutMs = patience) {
      return await waiting<T>(timeoutMs, (done) => on((value) => fits(value) && done(value)));
    },
    async until<R>(look: () => R | undefined, timeoutMs = patience) {
      const already = look();
      if (already !== undefined) return already;
      return await waiting<R>(timeoutMs, (done) =>
        on(() => {
          // Once more when the tick is over: the value may be told before all that belongs to it is in place.
          const check = (): void => {
            const found = look();
            if (found !== undefined) done(found);
          };
          check();
          queueMicrotask(check);
        }),
      );
    },
  };
}

function waiting<R>(timeoutMs: number, listen: (done: (value: R) => void) => () => void): Promise<R> {
  const late = new WaitedTooLong(timeoutMs);
  return new Promise<R>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(late);
    }, timeoutMs);
    const stop = listen((value) => {
      clearTimeout(timer);
      stop();
      resolve(value);
    });
  });
}
