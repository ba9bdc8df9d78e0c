import { card, text } from '#bot/parts.ts';
import { show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { firstForm, wordsFor } from '#practice/form.ts';
import type { Practice } from '#practice/practice.ts';
import { act, mustManage, outcomeCard, panelOf, timeTyped, zoneTyped } from './doing.ts';
import { timeForm, timeWords } from './form.ts';
import { listCard } from './panel.ts';
import { tipRoutes } from './routes.ts';
import { texts } from './texts.ts';
import type { Tips } from './tips.ts';

const { press, select, submit } = vocabulary<{ readonly tips: Tips; readonly practice: Practice }>();

/** What the controls of daily tips do: one for everybody, the others for hosts. */
export const tipPresses = [
  press(
    tipRoutes.practise,
    async ({ state, caller, features, t }) => {
      const exercise = { source: 'tip', item: state.tip } as const;
      const { question } = features.practice.exercise(caller, exercise);
      return firstForm.open(exercise, wordsFor({ question, t }));
    },
    { opensForm: true },
  ),

  press(tipRoutes.open, async ({ state, ...turn }) => update(await act('open', state.subscription, turn))),
  press(tipRoutes.start, async ({ state, ...turn }) => update(await act('resume', state.subscription, turn))),
  press(tipRoutes.pause, async ({ state, ...turn }) => update(await act('pause', state.subscription, turn))),
  press(tipRoutes.remove, async ({ state, ...turn }) => show(await act('remove', state.subscription, turn))),

  press(tipRoutes.removeSurely, async ({ state, caller, features, t }) => {
    mustManage(caller);
    await features.tips.remove(caller, state.subscription);
    return update(card('calm', text(t(texts.removed))));
  }),

  press(tipRoutes.keep, async ({ t }) => update(card('calm', text(t(texts.notPostedKept))))),

  select(tipRoutes.weekdays, async ({ state, values, ...turn }) => {
    mustManage(turn.caller);
    const change = { weekdays: values.map(Number), now: turn.now };
    return update(panelOf(await turn.features.tips.change(turn.caller, state.subscription, change), turn));
  }),

  select(tipRoutes.topics, async ({ state, values, ...turn }) => {
    mustManage(turn.caller);
    const change = { topics: values, now: turn.now };
    return update(panelOf(await turn.features.tips.change(turn.caller, state.subscription, change), turn));
  }),

  select(tipRoutes.role, async ({ state, values, ...turn }) => {
    mustManage(turn.caller);
    const change = { role: values[0], now: turn.now };
    return update(panelOf(await turn.features.tips.change(turn.caller, state.subscription, change), turn));
  }),

  press(tipRoutes.noRole, async ({ state, ...turn }) => {
    mustManage(turn.caller);
    const change = { role: undefined, now: turn.now };
    return update(panelOf(await turn.features.tips.change(turn.caller, state.subscription, change), turn));
  }),

  press(
    tipRoutes.retime,
    async ({ state, caller, features, t }) => {
      mustManage(caller);
      return timeForm.open(state, timeWords(await features.tips.subscription(caller, state.subscription), t));
    },
    { opensForm: true },
  ),

  submit(timeForm, async ({ state, values, ...turn }) => {
    mustManage(turn.caller);
    const change = { time: timeTyped(values.time), zone: zoneTyped(values.zone, turn.now), now: turn.now };
    return update(panelOf(await turn.features.tips.change(turn.caller, state.subscription, change), turn));
  }),

  press(tipRoutes.tell, async ({ state, ...turn }) => {
    const { caller, features } = turn;
    mustManage(caller);
    const contact = state.tell === 'yes' ? caller.id : undefined;
    return update(panelOf(await features.tips.setContact(caller, state.subscription, contact), turn));
  }),

  press(tipRoutes.test, async ({ state, ...turn }) => {
    const { caller, features, t } = turn;
    mustManage(caller);
    const posted = await features.tips.test(caller, state.subscription, state.once);
    const note =
      posted.kind === 'posted'
        ? t(texts.tested)
        : posted.kind === 'refused'
          ? t(texts.testFailed, { why: posted.why })
          : t(texts.testUnknown);
    return update(panelOf(await features.tips.open(caller, state.subscription), turn, note));
  }),

  press(tipRoutes.now, async ({ state, caller, features, t, now }) => {
    mustManage(caller);
    const outcome = await features.tips.now(caller, state.subscription, now);
    return update(outcomeCard(outcome, await features.tips.subscription(caller, state.subscription), t));
  }),

  press(tipRoutes.list, async ({ state, caller, features, t }) => {
    mustManage(caller);
    return update(listCard(await features.tips.list(caller), state.page, { caller, t }));
  }),

  select(tipRoutes.choose, async ({ state, values, ...turn }) =>
    update(await act(state.action, values[0] ?? '', turn)),
  ),
];
