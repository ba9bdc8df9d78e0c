import { diffWordsWithSpace } from 'diff';
import { inert } from '#text/inert.ts';
import { firstOf, lastOf } from '#text/cut.ts';

/**
 * How many words may differ before two tries count as wholly different. The comparison takes time with the square of
 * it, and nobody else is answered meanwhile: at 400 it stays under 60 ms for 4,000 characters.
 */
const mostDifferences = 400;

/** How much of an unchanged stretch is shown around a change, in characters. */
const context = 60;

/**
 * What changed between two tries, for reading: new words bold, dropped words struck through, long unchanged stretches
 * cut to their ends. Everything else in it is inert.
 *
 * @returns undefined when so much changed that there is nothing to compare
 */
export function changesBetween(before: string, after: string): string | undefined {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostDifferences });
  if (!parts) return undefined;
  const shown = parts.map(({ added, removed, value }, index) => {
    if (added) return marked(value, '**');
    if (removed) return marked(value, '~~');
    return inert(shortStretch(value, { isFirst: index === 0, isLast: index === parts.length - 1 }));
  });
  return shown.join('').replaceAll(/\s*\n\s*/g, '\n');
}

/** Markdown only takes marks that touch a word, on one line. */
function marked(value: string, mark: string): string {
  return value.replaceAll(/[^\n]+/g, (line) => {
    const words = line.trim();
    return words === '' ? line : line.replace(words, () => `${mark}${inert(words)}${mark}`);
  });
}

function shortStretch(
  value: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  const head = isFirst ? 0 : context;
  const tail = isLast ? 0 : context;
  if (value.length <= head + tail + 5) return value;
  return `${firstOf(value, head)} … ${lastOf(value, tail)}`;
}
