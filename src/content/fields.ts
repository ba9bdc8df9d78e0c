import { z } from 'zod';
import { printed } from '#text/typography.ts';

/** One paragraph of at most so many characters. */
export const said = (max: number) =>
  z
    .string({ error: 'must be a text' })
    .trim()
    .min(1, 'is empty')
    .regex(/^[^\n]*$/, 'has a line break; a card shows it as one paragraph')
    .max(max, {
      error: ({ input }) => `has ${typeof input === 'string' ? input.length : 0} characters, ${max} fit the card`,
    })
    .transform(printed);

/** An id. */
export const slug = z
  .string({ error: 'must be a text' })
  .max(32, 'has more than 32 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** A list of so many different things. */
export const some = <T extends z.ZodType>(item: T, [min, max]: readonly [number, number]) =>
  z
    .array(item, { error: 'must be a list' })
    .min(min, `has too few items, at least ${min} are needed`)
    .max(max, `has too many items, at most ${max} fit`)
    .refine((items) => new Set(items).size === items.length, 'says the same thing twice');

/** Something of named parts; `what` says which, to an author who wrote something else or nothing. */
export const parts = <T extends z.core.$ZodLooseShape>(shape: T, what: string) =>
  z.strictObject(shape, { error: `must be ${what}` });

/** One of some words. */
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W) =>
  z.enum(words, { error: `must be among: ${words.join(', ')}` });
