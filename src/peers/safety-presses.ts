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

type Reported = { readonly about: string; readonly channel: string; readonly message: string; readonly key: string };
type PeerTurn = Turn<{ readonly peers: Peers }> & { readonly state: Reported };

/** What the forms of reports do, and never being paired again. */
export const safetyPresses = [
  submit(reportForm, async (turn) => {
    const { reason, words } = turn.values;
    return show(await reported(turn, { reason: reasonIn(reason), words, quoted: undefined }));
  }),

  submit(quoteForm, async (turn) => {
    const { reason, words, quoted } = turn.values;
    return show(await reported(turn, { reason: reasonIn(reason), words, quoted }));
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
async function reported(
  { state, caller, features, t }: PeerTurn,
  said: Pick<Report, 'reason' | 'words' | 'quoted'>,
): Promise<Message> {
  const { about, channel, message, key } = state;
  const place = { about, channel, message: message === channel ? undefined : message, key };
  const arrived = await features.peers.safety.report(caller, { ...said, ...place });
  if (!arrived) return card('bad', text(t(texts.reportNotSent, { words: inert(shortened(said.words, 1_000)) })));
  return card(
    'calm',
    text(t(texts.reportSent)),
    row(button(t(texts.neverMeet), peerRoutes.never.id({ owner: caller.id, about }))),
  );
}
