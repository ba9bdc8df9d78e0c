import { button, card, row, text } from '#bot/parts.ts';
import type { Message } from '#bot/message.ts';
import { show, update } from '#bot/reply.ts';
import type { Turn } from '#bot/turn.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import { neverCard } from './never-card.ts';
import { quoteForm, reportForm } from './form.ts';
import type { Peers } from './peers.ts';
import { peerRoutes } from './routes.ts';
import { type Reason, reasons, type Report } from './safety.ts';
import { texts } from './texts.ts';

const { press, submit } = vocabulary<{ readonly peers: Peers }>();

type PeerTurn = Turn<{ readonly peers: Peers }>;

/** What the forms of reports do, and never being paired again. */
export const safetyPresses = [
  submit(reportForm, async (turn) => {
    const { state, values } = turn;
    const said = { reason: reasonIn(values.reason), words: values.words };
    return show(await reported(turn, { ...state, ...said, message: undefined, quoted: undefined }));
  }),

  submit(quoteForm, async (turn) => {
    const { state, values, caller } = turn;
    const said = { reason: reasonIn(values.reason), words: values.words, quoted: values.quoted };
    return show(await reported(turn, { ...state, ...said, server: caller.where.server?.id ?? '' }));
  }),

  press(peerRoutes.never, async ({ state, caller, features, t, now }) => {
    await features.peers.safety.never(caller.id, state.about, now);
    return update(neverCard(state.about, { caller, t }));
  }),

  press(peerRoutes.mayMeet, async ({ state, caller, features, t }) => {
    await features.peers.safety.mayMeet(caller.id, state.about);
    return update(card('calm', text(t(texts.mayMeetDone, { member: state.about }))));
  }),
];

const reasonIn = (chosen: string | undefined): Reason => reasons.find((one) => one === chosen) ?? 'other';

/** Brings a report to the moderators; where it can't be, the words come back to whoever wrote them. */
async function reported({ caller, features, t }: PeerTurn, report: Report): Promise<Message> {
  const { about, words } = report;
  if (!(await features.peers.safety.report(report))) {
    return card('bad', text(t(texts.reportNotSent, { words: inert(shortened(words, 1_000)) })));
  }
  return card(
    'calm',
    text(t(texts.reportSent)),
    row(button(t(texts.neverMeet), peerRoutes.never.id({ owner: caller.id, about }))),
  );
}
