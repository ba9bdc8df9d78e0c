import { likeness, shinglesOf } from './plainness.ts';
import type { Problem } from './problem.ts';

/** Where something stands in the packs. */
export type Place = { readonly file: string; readonly line: number };

type Looking<T> = {
  /** What is compared. */
  text(one: T): string;
  /** How a complaint calls it. */
  name(one: T): string;
  /** The part of their shingles that two may share, from 0 to 1. */
  readonly mostAlike: number;
};

/** Pairs that say nearly the same thing in nearly the same words. */
export function lookalikes<T extends Place>(all: readonly T[], looking: Looking<T>): readonly Problem[] {
  const shingled = all.map((one) => ({ one, shingles: shinglesOf(looking.text(one)) }));
  const seenIn = new Map<string, number[]>();
  return shingled.flatMap(({ one, shingles }, index) => {
    // Only those that share a shingle at all are compared: hardly any do.
    const near = new Set([...shingles].flatMap((shingle) => seenIn.get(shingle) ?? []));
    for (const shingle of shingles) seenIn.set(shingle, [...(seenIn.get(shingle) ?? []), index]);
    return [...near].flatMap((other) => {
      const earlier = shingled[other];
      return earlier && likeness(shingles, earlier.shingles) > looking.mostAlike
        ? [
            {
              file: one.file,
              line: one.line,
              what: `${looking.name(one)} says nearly the same as ${looking.name(earlier.one)}`,
            },
          ]
        : [];
    });
  });
}
