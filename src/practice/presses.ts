import { update, show } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import type { Settings } from '#members/settings.ts';
import { careCard, countsCard, practisedCard, strongCard } from './card.ts';
import { firstForm, ratingIn, retryForm, wordsFor } from './form.ts';
import type { Practice } from './practice.ts';
import { practiceRoutes } from './routes.ts';

const { press, select, submit } = vocabulary<{
  readonly practice: Practice;
  readonly settings: Pick<Settings, 'offersZone'>;
}>();

/** What the controls of practice do. */
export const practicePresses = [
  press(
    practiceRoutes.open,
    async ({ state, caller, features, t }) => {
      const { question } = features.practice.exercise(caller, state);
      features.practice.warm();
      return firstForm.open(state, wordsFor({ question, t }));
    },
    { opensForm: true },
  ),

  submit(firstForm, async ({ state, values, caller, features, t, now, dice }) => {
    const given = { body: values.answer, rating: ratingIn(values.rating), now, dice };
    const practised = await features.practice.answer(caller, state, given);
    if ('trouble' in practised) return show(careCard(practised, { caller, t }));
    const offersZone = await features.settings.offersZone(caller.id);
    return show(await practisedCard(practised, { caller, t, offersZone }));
  }),

  press(
    practiceRoutes.again,
    async ({ state, caller, features, t }) => {
      const { answer } = await features.practice.open(caller, state.answer);
      return retryForm.open(state, wordsFor({ question: answer.question, answer: answer.body, t }));
    },
    { opensForm: true },
  ),

  submit(retryForm, async ({ state, values, caller, features, t, now, dice }) => {
    const given = { body: values.answer, rating: ratingIn(values.rating), now, dice };
    const practised = await features.practice.retry(caller, state.answer, given);
    return update(
      'trouble' in practised ? careCard(practised, { caller, t }) : await practisedCard(practised, { caller, t }),
    );
  }),

  press(practiceRoutes.strong, async ({ state, caller, features, t }) =>
    show(strongCard(await features.practice.open(caller, state.answer), t)),
  ),

  press(practiceRoutes.counts, async ({ state, caller, features, t }) =>
    show(countsCard(await features.practice.open(caller, state.answer), t)),
  ),

  select(practiceRoutes.tick, async ({ state, values, caller, features, t }) =>
    update(await practisedCard(await features.practice.tick(caller, state.answer, values.map(Number)), { caller, t })),
  ),
];
