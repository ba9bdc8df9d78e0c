import type { Translator } from '#text/translator.ts';

/** A translator for a server whose language has this tag of Discord's, such as `en-US`. */
export type Speak = (locale: string) => Translator;
