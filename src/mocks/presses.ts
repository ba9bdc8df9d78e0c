import { card, text } from '#bot/parts.ts';
import { show, update } from '#bot/reply.ts';
import type { Turn } from '#bot/turn.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { levels, roles } from '#content/families.ts';
import { kinds } from '#content/kinds.ts';
import { careCard } from '#practice/card.ts';
import { ratingIn, wordsFor } from '#practice/form.ts';
import { answeredCard } from './answered-card.ts';
import { cardFor, type MockFeatures, startFor } from './doing.ts';
import { answerForm, followForm } from './form.ts';
import { deleteCard, historyCard } from './lists-card.ts';
import type { Choices } from './mock.ts';
import { questionCard, stopCard } from './question-card.ts';
import { mockRoutes } from './routes.ts';
import { texts } from './texts.ts';

const { press, select, submit } = vocabulary<MockFeatures>();

/** What the controls of mock interviews do. */
export const mockPresses = [
  press(mockRoutes.begin, async (turn) => {
    const { state, caller, features, now, dice } = turn;
    return update(await cardFor(turn, await features.mocks.begin(caller, choicesIn(state), { now, dice })));
  }),

  press(mockRoutes.start, async (turn) => show(await startFor(turn, {}))),

  press(mockRoutes.single, async ({ caller, features, t, now, dice }) => {
    const choices = await features.mocks.choices(caller.id, {});
    return update(questionCard(await features.mocks.single(caller, choices, { now, dice }), { caller, t }));
  }),

  press(mockRoutes.stand, async (turn) => {
    const { state, caller, features, now } = turn;
    return update(await cardFor(turn, await features.mocks.stand(caller, state.mock, now)));
  }),

  press(mockRoutes.goOn, async (turn) => {
    const { state, caller, features, now } = turn;
    return update(await cardFor(turn, await features.mocks.goOn(caller, state.mock, now)));
  }),

  press(
    mockRoutes.answer,
    async ({ state, caller, features, t }) => {
      const { question, practised } = await features.mocks.look(caller, state);
      features.mocks.warm();
      const answer = practised?.answer.body;
      return answerForm.open(
        state,
        wordsFor({ question: question.question, t, ...(answer !== undefined && { answer }) }),
      );
    },
    { opensForm: true },
  ),

  submit(answerForm, async (turn) => {
    const { state, values, caller, features, t, now, dice } = turn;
    const given = { body: values.answer, rating: ratingIn(values.rating), now, dice };
    const step = await features.mocks.answer(caller, state, given);
    if ('trouble' in step) return update(careCard(step, { caller, t }, onwardOf(caller.id, state)));
    const offersZone = await features.settings.offersZone(caller.id);
    return update(await answeredCard(step, { caller, t, offersZone }));
  }),

  press(
    mockRoutes.follow,
    async ({ state, caller, features, t }) => {
      const { asked, question, follow } = await features.mocks.look(caller, state);
      const ask = question.followUps[asked.followUp ?? 0]?.ask ?? question.question;
      const answer = follow?.answer.body;
      return followForm.open(state, wordsFor({ question: ask, t, ...(answer !== undefined && { answer }) }));
    },
    { opensForm: true },
  ),

  submit(followForm, async ({ state, values, caller, features, t, now, dice }) => {
    const given = { body: values.answer, rating: ratingIn(values.rating), now, dice };
    const step = await features.mocks.followUp(caller, state, given);
    return update(
      'trouble' in step
        ? careCard(step, { caller, t }, onwardOf(caller.id, state))
        : await answeredCard(step, { caller, t }),
    );
  }),

  press(mockRoutes.hint, async ({ state, caller, features, t }) =>
    update(questionCard(await features.mocks.look(caller, state), { caller, t }, { hinted: true })),
  ),

  press(mockRoutes.skip, async (turn) => {
    const { state, caller, features, now } = turn;
    return update(await cardFor(turn, await features.mocks.skip(caller, state, now)));
  }),

  press(mockRoutes.stop, async (turn) => {
    const { state, caller, features, t, now } = turn;
    const stands = await features.mocks.stand(caller, state.mock, now);
    return update('asked' in stands ? stopCard(stands, { caller, t }) : await cardFor(turn, stands));
  }),

  press(mockRoutes.end, async (turn) => {
    const { state, caller, features, t, now } = turn;
    const scored = await features.mocks.end(caller, state.mock, now);
    return update(scored ? await cardFor(turn, scored) : card('calm', text(t(texts.nothingAnswered))));
  }),

  press(mockRoutes.later, async ({ state, t }) => update(card('calm', text(t(texts.left, { source: state.source }))))),

  select(mockRoutes.tick, async ({ state, values, caller, features, t }) =>
    update(await answeredCard(await features.mocks.tick(caller, state, values.map(Number)), { caller, t })),
  ),

  press(mockRoutes.history, async ({ state, caller, features, t }) =>
    update(historyCard(await features.mocks.history(caller, state.page), { caller, t })),
  ),

  select(mockRoutes.open, async (turn) => {
    const { values, caller, features, now } = turn;
    return update(await cardFor(turn, await features.mocks.stand(caller, values[0] ?? '', now)));
  }),

  select(mockRoutes.look, async ({ state, values, caller, features, t }) => {
    const step = await features.mocks.look(caller, { mock: state.mock, place: Number(values[0]) });
    return update(await answeredCard(step, { caller, t }));
  }),

  press(mockRoutes.delete, async ({ state, caller, t }) => update(deleteCard(state.mock, { caller, t }))),

  press(mockRoutes.forget, async ({ state, caller, features, t }) => {
    await features.mocks.forget(caller.id, state.mock);
    return update(card('calm', text(t(texts.deletedIt))));
  }),
];

const onwardOf = (owner: string, { mock }: { readonly mock: string }): string => mockRoutes.stand.id({ owner, mock });

type Written = Turn<unknown> & { readonly state: Parameters<typeof mockRoutes.begin.id>[0] };

function choicesIn({ role, kind, level, count, timed }: Written['state']): Choices {
  const known = {
    role: roles.find((one) => one === role),
    kind: kinds.find((one) => one === kind),
    level: levels.find((one) => one === level),
  };
  return {
    ...(known.role && { role: known.role }),
    ...(known.kind && { kind: known.kind }),
    ...(known.level && { level: known.level }),
    count,
    timed: timed === 'yes',
  };
}
