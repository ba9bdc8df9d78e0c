import type { Language } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import type { Actor, Where } from './incoming.ts';

/** The person whose command or press is being answered. */
export type Caller = Actor & {
  readonly where: Where;
  readonly language: Language;
  /** IANA name of the person's time zone. */
  readonly zone: string;
};

/** Chance: a number from 0 up to, not including, 1. */
export type Dice = () => number;

/** What every handler gets. */
export type Turn<F> = {
  readonly caller: Caller;
  readonly features: F;
  /** Says texts in the caller's language. */
  readonly t: Translator;
  readonly now: Temporal.Instant;
  readonly dice: Dice;
};
