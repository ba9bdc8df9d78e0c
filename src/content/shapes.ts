import { z } from 'zod';
import type { Language } from '#text/text.ts';
import { printed } from '#text/typography.ts';
import { kinds } from './kinds.ts';
import { roles, tipTopics } from './families.ts';

// The lengths make a card's two faces fit one phone screen each; they are counted in characters.

const said = (max: number) =>
  z
    .string({ error: 'must be a text' })
    .trim()
    .min(1, 'is empty')
    .regex(/^[^\n]*$/, 'has a line break; a card shows it as one paragraph')
    .max(max, {
      error: ({ input }) => `has ${typeof input === 'string' ? input.length : 0} characters, ${max} fit the card`,
    })
    .transform(printed);

const slug = z
  .string({ error: 'must be a text' })
  .max(32, 'has more than 32 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

const some = <T extends z.ZodType>(item: T, [min, max]: readonly [number, number]) =>
  z
    .array(item, { error: 'must be a list' })
    .min(min, `has too few items, at least ${min} are needed`)
    .max(max, `has too many items, at most ${max} fit`)
    .refine((items) => new Set(items).size === items.length, 'says the same thing twice');

/** Something of named parts; `what` says which, to an author who wrote something else or nothing. */
const parts = <T extends z.core.$ZodLooseShape>(shape: T, what: string) =>
  z.strictObject(shape, { error: `must be ${what}` });

const lesson = parts(
  {
    id: slug,
    title: said(40),
    topics: some(said(24), [1, 4]),
    aliases: some(said(30), [2, 6]),
    idea: said(190),
    why: said(160),
    do: some(said(60), [2, 3]),
    dont: some(said(60), [2, 3]),
    example: parts(
      { question: said(90), weak: said(190), strong: said(340), try: said(130) },
      'an example: question, weak, strong and try',
    ),
    practice: parts(
      {
        question: said(150),
        kind: z.enum(kinds, { error: `must be one of: ${kinds.join(', ')}` }),
        strong: said(600),
        checklist: some(said(70), [3, 5]),
      },
      'a practice question: question, kind, strong and checklist',
    ),
    recall: parts({ question: said(150), answer: said(200) }, 'a recall question: question and answer'),
  },
  'a lesson with its parts',
);

const aPlace = 'must be a whole number from 1: the place of this track among the others';

/** A pack of lessons, one file: a track and its lessons in order. */
export const trackShape = parts(
  {
    track: slug,
    place: z.int(aPlace).min(1, aPlace),
    title: said(40),
    about: said(120),
    lessons: z
      .array(lesson, { error: 'must be a list' })
      .min(1, 'is empty')
      .max(25, 'has more than 25 lessons; a list in Discord holds 25'),
  },
  'a track with its lessons',
);

/** A lesson as its author wrote it. */
export type Lesson = Readonly<z.infer<typeof lesson>>;

/** An ordered group of lessons. */
export type Track = Readonly<Omit<z.infer<typeof trackShape>, 'lessons'>> & { readonly lessons: readonly Lesson[] };

const tip = z.strictObject({
  id: slug,
  text: said(500),
  topics: some(z.enum(tipTopics, { error: `must be among: ${tipTopics.join(', ')}` }), [1, 2]),
  roles: some(z.enum(['any', ...roles], { error: `must be any, or among: ${roles.join(', ')}` }), [1, 3]),
  lesson: slug,
});

/** A pack of daily tips, one file. */
export const tipsShape = z.strictObject({
  tips: z.array(tip, { error: 'must be a list' }).min(1, 'is empty'),
});

/** One thing to do or say on a day, and the lesson it belongs to. */
export type Tip = Readonly<z.infer<typeof tip>>;
export type TipPack = { readonly tips: readonly Tip[] };

/** Everything people read, in each language, checked. */
export type Content = {
  readonly [L in Language]: { readonly tracks: readonly Track[]; readonly tips: readonly Tip[] };
};
