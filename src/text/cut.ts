/** The first characters of a text, at most `max`; never half of a surrogate pair. */
export function firstOf(text: string, max: number): string {
  const cut = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The last characters of a text, at most `max`; never half of a surrogate pair. */
export function lastOf(text: string, max: number): string {
  const cut = max === 0 ? '' : text.slice(-max);
  return /^[\uDC00-\uDFFF]/.test(cut) ? cut.slice(1) : cut;
}

/** Shortens to at most `max` characters, marking the cut; never splits a surrogate pair. */
export const shortened = (text: string, max: number): string =>
  text.length <= max ? text : `${firstOf(text, max - 1)}…`;
