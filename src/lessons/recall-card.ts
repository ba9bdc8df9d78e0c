import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import type { Translator } from '#text/translator.ts';
import type { Review } from './reviews.ts';
import { lessonRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Caller; readonly t: Translator; readonly note?: string };

/** Asks about a lesson that was learnt some days ago. */
export function recallCard(review: Review, { caller, t, note }: For): Message {
  const state = { owner: caller.id, lesson: review.lesson.id };
  return card(
    'warm',
    text(`${headOf(review, t)}\n-# ${t(texts.sayFirst)}`),
    ...(note === undefined ? [] : [line(), text(note)]),
    row(
      button(t(texts.showAnswer), lessonRoutes.reveal.id({ ...state, step: review.step }), { style: 'main' }),
      button(t(texts.skipToday), lessonRoutes.rest.id(state)),
    ),
  );
}

/** The same with its answer; the member says whether they knew it. */
export function recallAnswerCard(review: Review, { caller, t }: For): Message {
  const state = { owner: caller.id, lesson: review.lesson.id, step: review.step };
  return card(
    'warm',
    text(`${headOf(review, t)}\n> ${review.lesson.recall.answer}`),
    row(
      button(t(texts.knewIt), lessonRoutes.recalled.id({ ...state, knew: 'yes' }), { style: 'main' }),
      button(t(texts.notYet), lessonRoutes.recalled.id({ ...state, knew: 'no' })),
    ),
  );
}

const headOf = ({ lesson, track, number, of }: Review, t: Translator): string =>
  `-# ${t(texts.doYouKnow, { track: track.title, number, of })}\n### ${lesson.recall.question}`;
