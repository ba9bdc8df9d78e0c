// Numbers as a bench says them: medians, a table, and whether a limit holds.

import { availableParallelism, loadavg } from 'node:os';

/** The value that a share of all values does not exceed: `quantile(times, 0.99)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** `12.3 (11.8–14.0)`: the middle, and from least to most. */
export function spread(values: readonly number[], digits = 1): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

export const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** Prints rows under a head, columns aligned: the first to the left, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const drawn = all.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  const [first = '', ...others] = drawn.map((cells) => cells.join('  '));
  say('', first, widths.map((width) => '-'.repeat(width)).join('  '), ...others, '');
}

/** A figure that must not exceed its limit. */
export type Figure = { readonly what: string; readonly value: number; readonly limit: number; readonly unit?: string };

/** Says of each figure whether it holds. When one does not, the process will end with code 1. */
export function judge(figures: readonly Figure[]): void {
  for (const { what, value, limit, unit = '×' } of figures) {
    const holds = value <= limit;
    say(`${holds ? 'holds ' : 'MISSED'}  ${what}: ${value.toFixed(2)} ${unit}, limit ${limit} ${unit}`);
    if (!holds) process.exitCode = 1;
  }
}

/** Warns when others used the machine too: then times say less than they seem to. (Windows does not tell.) */
export function sayIfBusy(): void {
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  if (load > processors)
    say(`The machine is busy (load ${load.toFixed(1)}, ${processors} processors). Run it again.`, '');
}
