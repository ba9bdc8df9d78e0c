/** One documented rule with a body that breaks it and a near one that keeps it. */
export type Pair = {
  /** What is broken, as a phrase: "a label of 81 characters". */
  readonly what: string;
  /** Where Discord's documents say so, and what they say. */
  readonly rule: string;
  readonly refused: unknown;
  readonly accepted: unknown;
  /** Where the error must stand, keys joined by dots; undefined for refusals that are not 50035. */
  readonly at?: string;
  /** Another error code than 50035. */
  readonly code?: number;
};

/** Text of a length. */
export function long(length: number): string {
  return 'x'.repeat(length);
}

/** `count` things by index. */
export function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
