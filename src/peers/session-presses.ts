import { button, card, row, text } from '#bot/parts.ts';
import { show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { panelCard, saidCard } from './forms-card.ts';
import { askerForm, openForm, scalesForm, scalesIn, wordsForm } from './form.ts';
import { stepOf } from './moves.ts';
import type { Peers } from './peers.ts';
import { cardOf, liveCard, pastCard } from './room-card.ts';
import { peerRoutes } from './routes.ts';
import { isOver } from './session.ts';
import { sheetCard } from './sheet-card.ts';
import { joinFor, leaveFor, reportOn } from './doing.ts';
import { texts } from './texts.ts';

const { press, select, submit } = vocabulary<{ readonly peers: Peers }>();

/** What the controls of a session do, of its forms, and of waiting for one. */
export const sessionPresses = [
  press(peerRoutes.join, async (turn) => show(await joinFor(turn, {}))),

  press(peerRoutes.leaveList, async (turn) => update(await leaveFor(turn))),

  press(peerRoutes.move, async ({ state, caller, features, t, now, dice }) => {
    const { peers } = features;
    const own = await peers.leading.press(caller.id, state, { now, dice });
    const speak = peers.speak(own.session.locale);
    if (own.session.turn !== state.turn) return update(pastCard(own, speak));
    if (state.verb === 'next') return { ...update(cardOf(own, speak)), ...show(sheetCard(own, peers.content, t)) };
    const again = state.verb === 'retry' && stepOf(own.session).kind === 'questions';
    return update(again ? liveCard(own, speak, { again }) : cardOf(own, speak));
  }),

  press(peerRoutes.sheet, async ({ state, caller, features, t }) => {
    const own = await features.peers.leading.look(caller.id, state.session);
    return show(sheetCard(features.peers.sheetOf(own), features.peers.content, t));
  }),

  press(peerRoutes.sheetNext, async ({ state, caller, features, t, now, dice }) => {
    const { peers } = features;
    const own = await peers.leading.press(caller.id, { ...state, verb: 'next' }, { now, dice });
    await peers.redraw(own);
    return update(sheetCard(own, peers.content, t));
  }),

  press(peerRoutes.askEnd, async ({ state, caller, features, t }) => {
    const { session } = await features.peers.leading.look(caller.id, state.session);
    const id = peerRoutes.move.id({ session: session.id, turn: session.turn, verb: 'end', count: 0 });
    return show(card('warm', text(t(texts.askEnd)), row(button(t(texts.endIt), id, { style: 'danger' }))));
  }),

  press(peerRoutes.forms, async ({ state, caller, features, t }) =>
    show(panelCard(await features.peers.feedback.panel(caller.id, state.session), { t })),
  ),

  press(
    peerRoutes.fill,
    async ({ state, caller, features, t }) => {
      const { session, kind, half } = state;
      const note = await features.peers.formOf(caller.id, session, { kind, half: half === 0 ? 0 : 1 });
      return openForm({ kind, half: half === 0 ? 0 : 1 }, { session, note, t });
    },
    { opensForm: true },
  ),

  submit(scalesForm, async ({ state, values, caller, features, t, now }) => {
    const filled = {
      session: state.session,
      kind: state.kind,
      half: state.half === 0 ? 0 : 1,
      scales: scalesIn(values),
    } as const;
    return update(panelCard(await features.peers.feedback.fill(caller.id, filled, now), { t }));
  }),

  submit(wordsForm, async ({ state, values, caller, features, t, now }) => {
    const half = state.half === 0 ? 0 : 1;
    const filled = {
      session: state.session,
      kind: 'words',
      half,
      scales: [],
      heard: values.heard,
      nextTime: values.nextTime,
    } as const;
    return update(panelCard(await features.peers.feedback.fill(caller.id, filled, now), { t }));
  }),

  submit(askerForm, async ({ state, values, caller, features, t, now }) => {
    const half = state.half === 0 ? 0 : 1;
    const filled = {
      session: state.session,
      kind: 'asker',
      half,
      scales: scalesIn(values),
      nextTime: values.nextTime,
    } as const;
    return update(panelCard(await features.peers.feedback.fill(caller.id, filled, now), { t }));
  }),

  press(peerRoutes.read, async ({ state, caller, features, t }) => {
    const { session } = await features.peers.leading.look(caller.id, state.session);
    const said = await features.peers.feedback.read(caller.id, state.session);
    const at = Math.floor(session.until.epochMilliseconds / 1_000);
    if (!said && !(isOver(session) && session.state === 'closed'))
      return show(card('calm', text(t(texts.sealed, { at }))));
    return show(saidCard(said ?? { session: session.id, about: [], own: [] }, { caller, t }));
  }),

  select(peerRoutes.look, async ({ values, caller, features, t }) => {
    const [session = ''] = values;
    const said = await features.peers.feedback.read(caller.id, session);
    return show(saidCard(said ?? { session, about: [], own: [] }, { caller, t }));
  }),

  press(
    peerRoutes.report,
    async (turn) => {
      const { leading, safety } = turn.features.peers;
      return reportOn(safety.partnerIn(await leading.look(turn.caller.id, turn.state.session)), turn);
    },
    { opensForm: true },
  ),
];
