/** After this long a request is given up, wherever it waits, in ms: nothing is on its way for longer. */
const patience = 45_000;

/**
 * Runs a request with a signal that gives it up after a while. Unlike with `AbortSignal.timeout`, nothing of a request is
 * kept once it is over: discord.js never takes its listener off the signal, and thousands of them would wait out their time.
 */
export async function withPatience<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('no answer', 'TimeoutError')), patience);
  try {
    return await request(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
