// Plain counts of an answer. They judge nothing.

import { hits } from './lexicon.ts';
import type { Reading } from './reading.ts';

export type Counts = {
  readonly words: number;
  /** "I", "my", "me" … */
  readonly own: number;
  /** "we", "our", "us" … */
  readonly together: number;
  readonly fillers: number;
  readonly numbers: number;
  /** "maybe", "I guess" and the like. */
  readonly softeners: number;
};

export function countsOf({ words, sentences }: Reading): Counts {
  const of = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length;
  const met = (list: 'filler' | 'number' | 'hedge' | 'undercut'): number =>
    sentences.reduce((sum, { plain }) => sum + hits(list, plain), 0);
  return {
    words: words.length,
    own: of(/^(?:i|i'm|i've|i'd|i'll|me|my|mine|myself)$/),
    together: of(/^(?:we|we're|we'd|we've|we'll|us|our|ours)$/),
    fillers: met('filler'),
    numbers: met('number'),
    softeners: met('hedge') + met('undercut'),
  };
}
