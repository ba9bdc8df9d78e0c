import type { Log } from '#src/log.ts';

/** A log that keeps its lines for a test to look at. */
export type KeptLog = Log & { readonly lines: readonly { readonly about: unknown; readonly message: string }[] };

export function keptLog(): KeptLog {
  const lines: { about: unknown; message: string }[] = [];
  const line = (about: unknown, message: string) => void lines.push({ about, message });
  return { debug: line, info: line, warn: line, error: line, fatal: line, who: () => 'somebody', lines };
}
