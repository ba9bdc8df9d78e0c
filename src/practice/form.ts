import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import { practiceRoutes } from './routes.ts';
import { texts } from './texts.ts';

/** Discord's limit for a text in a form, in characters. */
const longest = 4000;

/** What every form for an answer asks for. */
export const answerInputs = { answer: input.paragraph({ max: longest }), rating: input.one() };

/** The form for a first answer, and the one for another try. */
export const firstForm = form(practiceRoutes.first, answerInputs);
export const retryForm = form(practiceRoutes.retry, answerInputs);

type Words = { readonly question: string; readonly answer?: string; readonly t: Translator };

/** What the form says: the question again, the answer first, and the member's own rating before anybody else speaks. */
export const wordsFor = ({ question, answer, t }: Words) => ({
  title: t(texts.formTitle),
  intro: t(texts.formIntro, { question: inert(question) }),
  inputs: {
    answer: {
      label: t(texts.answerLabel),
      description: t(texts.answerHint),
      ...(answer !== undefined && { value: shortened(answer, longest) }),
    },
    rating: {
      label: t(texts.ratingLabel),
      description: t(texts.ratingHint),
      choices: { 1: t(texts.rating1), 2: t(texts.rating2), 3: t(texts.rating3), 4: t(texts.rating4) },
    },
  },
});

/** The rating that came with a form. */
export const ratingIn = (chosen: string | undefined): number | undefined =>
  chosen !== undefined && /^[1-4]$/.test(chosen) ? Number(chosen) : undefined;
