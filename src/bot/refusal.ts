import type { Text } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';

/** An expected "no": carries what to tell the person, not what went wrong inside. */
export class Refusal extends Error {
  readonly sayIn: (t: Translator) => string;

  constructor(key: string, sayIn: (t: Translator) => string) {
    super(`refused: ${key}`);
    this.name = 'Refusal';
    this.sayIn = sayIn;
  }
}

/**
 * Makes a refusal to throw: `throw refuse(texts.sessionFull, { max: 4 })`. The text is said in the person's language
 * where the answer goes out, and only to that person.
 */
export function refuse(text: Text): Refusal;
export function refuse<P>(text: Text<P>, params: P): Refusal;
export function refuse<P>(text: Text<P>, params?: P): Refusal {
  return new Refusal(text.key, (t) => t(text, params as P));
}
