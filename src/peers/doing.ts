// What commands and buttons of peer sessions have in common.

import { keyBy } from '#bot/key.ts';
import type { Message } from '#bot/message.ts';
import { button, card, row, text } from '#bot/parts.ts';
import { refuse } from '#bot/refusal.ts';
import type { Opened } from '#bot/reply.ts';
import type { TargetMessage } from '#bot/incoming.ts';
import type { Turn } from '#bot/turn.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import { historyCard, trendOf } from './forms-card.ts';
import { quoteForm, reportForm, reportWords } from './form.ts';
import { languagesTyped } from './languages.ts';
import type { Peers } from './peers.ts';
import { peerRoutes } from './routes.ts';
import type { Partner } from './safety.ts';
import { isOver, type Wish } from './session.ts';
import { texts } from './texts.ts';
import { joinedCard } from './wait-card.ts';

type PeerFeatures = { readonly peers: Peers };
type PeerTurn = Turn<PeerFeatures>;

/** What somebody said they look for; languages are as they typed them. */
export type Said = { readonly [K in 'role' | 'level' | 'length']?: Wish[K] | undefined } & {
  readonly languages?: string | undefined;
};

/** Looks for a partner. */
export async function joinFor({ caller, features, t, now, dice }: PeerTurn, said: Said): Promise<Message> {
  const { languages: typed, ...rest } = said;
  const languages = typed === undefined ? undefined : languagesTyped(typed, t.language);
  if (typed !== undefined && !languages) throw refuse(texts.badLanguages, { typed: inert(shortened(typed, 60)) });
  const { joining } = features.peers;
  const wish = await joining.wish(caller, { ...rest, languages });
  return joinedCard(await joining.join(caller, wish, { now, dice }), { caller, t });
}

/** Where somebody stands: on a list, in a session, or with forms and feedback of the last one. */
export async function statusFor({ caller, features, t }: PeerTurn): Promise<Message> {
  const { wait, last } = await features.peers.standing(caller.id);
  if (wait) return joinedCard({ kind: 'waits', wait: wait.wait, usual: wait.usual }, { caller, t });
  if (!last) {
    const join = button(t(texts.joinNow), peerRoutes.join.id({ owner: caller.id }), { style: 'main' });
    return card('calm', text(`### ${t(texts.status)}\n${t(texts.statusNothing)}`), row(join));
  }
  const { session } = last.own;
  const { id, turn, thread, until } = session;
  if (!isOver(session)) return joinedCard({ kind: 'sits', room: last.own }, { caller, t });
  const at = Math.floor(until.epochMilliseconds / 1_000);
  const open = last.forms.filter(({ note }) => !note).length;
  const isSealed = session.state === 'over';
  const words = !isSealed
    ? t(texts.statusReady)
    : open > 0
      ? t(texts.statusForms, { count: open, at })
      : t(texts.statusSent, { at });
  return card(
    'calm',
    text(`### ${t(texts.status)}\n${words}${thread === undefined ? '' : ` <#${thread}>`}`),
    row(
      isSealed
        ? button(t(texts.myForms), peerRoutes.forms.id({ session: id, turn }), { style: 'main' })
        : button(t(texts.readMine), peerRoutes.read.id({ session: id }), { style: 'main' }),
    ),
  );
}

/** What partners said, over time. */
export async function historyFor({ caller, features, t, now }: PeerTurn): Promise<Message> {
  const { feedback } = features.peers;
  const history = await feedback.history(caller.id);
  const data = history.length === 0 ? 'too often' : await feedback.draw(caller.id, trendOf(history, t), now);
  return historyCard(history, data === 'too often' ? undefined : data, { caller, t });
}

/** Opens the form about whoever one sits, or sat, with. */
export async function reportPartner(turn: PeerTurn): Promise<Opened> {
  return reportOn(await turn.features.peers.safety.partner(turn.caller.id, turn.now), turn);
}

/** Opens the form about a partner. */
export async function reportOn(partner: Partner, { features, t, dice }: Turn<PeerFeatures>): Promise<Opened> {
  await features.peers.safety.canReport(partner.server);
  return reportForm.open(
    { ...partner, key: keyBy(dice, 8) },
    { title: t(texts.reportTitle), intro: t(texts.reportIntro), inputs: reportWords(t) },
  );
}

/** Opens the form about a message. */
export async function reportMessage(turn: PeerTurn, target: TargetMessage): Promise<Opened> {
  const { caller, features, t, dice } = turn;
  if (target.author === caller.id) throw refuse(texts.ownMessage);
  await features.peers.safety.canReport(caller.where.server?.id);
  const { id: message, author: about, channel, content } = target;
  const { reason, words } = reportWords(t);
  const quoted = {
    label: t(texts.reportQuote),
    description: t(texts.reportQuoteHint),
    ...(content !== '' && { value: content }),
  };
  return quoteForm.open(
    { about, channel, message, key: keyBy(dice, 8) },
    { title: t(texts.reportTitle), intro: t(texts.reportIntro), inputs: { reason, quoted, words } },
  );
}

/** Keeps a member out of sessions on this server. */
export async function suspendFor({ caller, features, t, now }: PeerTurn, member: string): Promise<Message> {
  await features.peers.hosting.suspend(caller, member, now);
  return card('calm', text(t(texts.suspendDone, { member })));
}

/** Lets them join again. */
export async function unsuspendFor({ caller, features, t }: PeerTurn, member: string): Promise<Message> {
  const was = await features.peers.hosting.unsuspend(caller, member);
  return card('calm', text(t(was ? texts.unsuspendDone : texts.notSuspended, { member })));
}

/** Takes somebody off the list of those who wait. */
export async function leaveFor({ caller, features, t }: PeerTurn): Promise<Message> {
  const was = await features.peers.joining.leave(caller.id);
  return card('calm', text(t(was ? texts.left : texts.notWaiting)));
}
