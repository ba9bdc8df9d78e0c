import { z } from 'zod';
import type { Language } from '#text/text.ts';
import { roles, tipTopics } from './families.ts';
import { oneOf, parts, said, slug, some } from './fields.ts';
import { kinds } from './kinds.ts';
import type { Question } from './question-shape.ts';

// The lengths make a card's two faces fit one phone screen each; they are counted in characters.

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
        kind: oneOf(kinds),
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
  topics: some(oneOf(tipTopics), [1, 2]),
  roles: some(oneOf(['any', ...roles]), [1, 3]),
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
  readonly [L in Language]: {
    readonly tracks: readonly Track[];
    readonly tips: readonly Tip[];
    readonly questions: readonly Question[];
  };
};
