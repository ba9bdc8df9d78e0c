import { EventEmitter, once } from 'node:events';
import type { Log } from '#src/log.ts';

type Line = { readonly about: unknown; readonly message: string };

/** A log that keeps its lines for a test to look at. */
export type KeptLog = Log & {
  readonly lines: readonly Line[];
  /** Waits, at most 10 s, for a line that fits: one that comes, or one from `from` on that is there already. */
  heard(fits: (line: Line) => boolean, from?: number): Promise<void>;
};

export function keptLog(): KeptLog {
  const lines: Line[] = [];
  const news = new EventEmitter();
  const line = (about: unknown, message: string) => {
    lines.push({ about, message });
    news.emit('line');
  };
  return {
    debug: line,
    info: line,
    warn: line,
    error: line,
    fatal: line,
    who: () => 'somebody',
    lines,
    heard: async (fits, from = 0) => {
      const signal = AbortSignal.timeout(10_000);
      while (!lines.slice(from).some(fits)) await once(news, 'line', { signal });
    },
  };
}
