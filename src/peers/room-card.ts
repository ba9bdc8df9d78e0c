// What both in a session see in their room: the card of the present step.

import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import { mockRoutes } from '#mocks/routes.ts';
import type { Translator } from '#text/translator.ts';
import { interviewerOf, isHeld, stepOf } from './moves.ts';
import { peerRoutes } from './routes.ts';
import { longer, minutesOf, other } from './rules.ts';
import type { Room, Seat } from './session.ts';
import type { Verb } from './leading.ts';
import { texts } from './texts.ts';

const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1_000);

/** The card of a session's present step. */
export function cardOf(room: Room, t: Translator): Message {
  switch (room.session.state) {
    case 'opening':
    case 'gathering':
      return gatherCard(room, t);
    case 'running':
    case 'paused':
      return liveCard(room, t);
    case 'over':
      return overCard(room, t);
    case 'closed':
      return isHeld(room.session) ? readyCard(room, t) : endedCard(room, t);
  }
}

/** The turn in which both are asked to accept the rules. */
const firstTurn = 1;

/** What becomes of a card when the next one is there: a line without buttons. */
export function pastCard({ session }: Room, t: Translator): Message {
  const isFirstStep = session.state === 'running' && session.turn === firstTurn + 1;
  return card('calm', text(t(isFirstStep ? texts.pastGather : texts.past)));
}

/** A button that does something to the session, and remembers what stood on the card. */
const move = ({ id: session, turn }: Room['session'], verb: Verb, count = 0): string =>
  peerRoutes.move.id({ session, turn, verb, count });

const leaveButton = ({ session }: Room, t: Translator) =>
  button(t(texts.leave), move(session, 'leave'), { style: 'danger' });

const reportButton = ({ session: { id, turn } }: Room, t: Translator) =>
  button(t(texts.report), peerRoutes.report.id({ session: id, turn }));

function gatherCard(room: Room, t: Translator): Message {
  const { session, seats } = room;
  const [one = '', two = ''] = seats.map(({ member }) => member);
  const accepted = seats.filter(({ acceptedAt }) => acceptedAt !== undefined);
  const plan = t(texts.gatherPlan, { length: session.length, minutes: minutesOf(session.length) });
  return card(
    'calm',
    text(`### ${t(texts.gather, { one, two })}\n${plan}`),
    line(),
    text(`**${t(texts.rules)}**\n${t(texts.theRules)}`),
    line(),
    text(
      [t(texts.acceptUntil, { at: seconds(session.until) }), ...accepted.map((seat) => t(texts.accepted, seat))].join(
        '\n',
      ),
    ),
    row(
      button(t(texts.accept), move(session, 'accept'), { style: 'main' }),
      leaveButton(room, t),
      reportButton(room, t),
    ),
  );
}

const atSeat = (seats: readonly Seat[], seat: number): string => seats.find((one) => one.seat === seat)?.member ?? '';

/** How many questions had their turn in the present half. */
const askedIn = ({ session, questions }: Room): number =>
  questions.filter(({ half, asked }) => half === stepOf(session).half && asked).length;

/** The card of a session that is on; `again` when the same question was asked for once more. */
export function liveCard(room: Room, t: Translator, { again = false }: { readonly again?: boolean } = {}): Message {
  const { session, seats } = room;
  const step = stepOf(session);
  const seat = interviewerOf(session);
  const asker = seat === undefined ? '' : atSeat(seats, seat);
  const candidate = seat === undefined ? '' : atSeat(seats, other(seat));
  const title = [t(texts.step, step), ...(step.half === undefined ? [] : [t(texts.half, { number: step.half })])];
  return card(
    'calm',
    text(`### ${title.join(', ')}\n${timeOf(room, t)}`),
    text(t(texts.task, { kind: step.kind, asker, candidate })),
    ...(step.kind === 'questions'
      ? [text(`**${t(again ? texts.questionAgain : texts.questionNow, { number: askedIn(room) })}**`)]
      : []),
    row(...stepButtons(room, t)),
    row(
      ...(step.kind === 'close' ? [] : [button(t(texts.swap), move(session, 'swap'))]),
      session.state === 'paused'
        ? button(t(texts.resume), move(session, 'resume'), { style: 'main' })
        : button(t(texts.pause), move(session, 'pause')),
      button(t(texts.end), peerRoutes.askEnd.id({ session: session.id, turn: session.turn })),
      leaveButton(room, t),
      reportButton(room, t),
    ),
  );
}

function timeOf({ session }: Room, t: Translator): string {
  const at = seconds(session.until);
  if (session.state !== 'paused') return t(texts.ends, { at });
  return t(texts.pausedNow, { minutes: Math.floor((session.leftMs ?? 0) / 60_000), at });
}

/** What the step is about: the sheet and the next question, or the forms; and more time. */
function stepButtons(room: Room, t: Translator) {
  const { session } = room;
  const { kind } = stepOf(session);
  const { id, turn, extra } = session;
  const forms = button(t(texts.myForms), peerRoutes.forms.id({ session: id, turn }), { style: 'main' });
  const more = button(t(texts.longer), move(session, 'longer', extra), { disabled: extra >= longer.mostTimes });
  const sheet = button(t(texts.sheet), peerRoutes.sheet.id({ session: id, turn }), { style: 'main' });
  const retry = button(t(texts.retry), move(session, 'retry'));
  if (kind === 'questions') return [sheet, button(t(texts.next), move(session, 'next', askedIn(room))), retry, more];
  if (kind === 'feedback') return [forms, retry, more];
  if (kind === 'retry') return [sheet, forms, more];
  return kind === 'close' ? [forms, more] : [more];
}

function overCard(room: Room, t: Translator): Message {
  const { session } = room;
  const { id, turn, why = 'done', until } = session;
  return card(
    'calm',
    text(`### ${t(texts.over)}\n${t(texts.why, { why })} ${t(texts.counts)}`),
    text(t(texts.overForms, { at: seconds(until) })),
    row(button(t(texts.myForms), peerRoutes.forms.id({ session: id, turn }), { style: 'main' }), reportButton(room, t)),
  );
}

function readyCard(room: Room, t: Translator): Message {
  const { id } = room.session;
  return card(
    'calm',
    text(`### ${t(texts.ready)}`),
    row(button(t(texts.readMine), peerRoutes.read.id({ session: id }), { style: 'main' }), reportButton(room, t)),
  );
}

/** Endings after which whoever came is first in line again. */
const listedAgain: ReadonlySet<string> = new Set(['no-show', 'left', 'gone', 'suspended']);

/** It ended before there was anything to say about: what now, for whoever came. */
function endedCard(room: Room, t: Translator): Message {
  const { session, seats } = room;
  const why = session.why ?? 'ended';
  const stay = seats.filter(({ outcome }) => outcome === 'cut' || outcome === 'kept').map(({ member }) => member);
  const neverBegan = seats.some(({ acceptedAt }) => acceptedAt === undefined);
  const isListed = listedAgain.has(why) && neverBegan && stay.length > 0;
  const lines = [
    t(texts.why, { why }),
    ...(why === 'no-show' ? [] : [t(texts.notHeld)]),
    ...(isListed
      ? [t(texts.firstAgain, { members: stay })]
      : stay.length > 0
        ? [t(texts.lookAgain, { members: stay })]
        : []),
    ...(stay.length === 1 ? [t(texts.soloOffer)] : []),
  ];
  const [owner] = stay;
  const solo = stay.length === 1 && owner !== undefined ? [mockRoutes.start.id({ owner })] : [];
  return card(
    'warm',
    text(`### ${t(texts.over)}\n${lines.join('\n')}`),
    row(...solo.map((id) => button(t(texts.solo), id, { style: 'main' })), reportButton(room, t)),
  );
}
