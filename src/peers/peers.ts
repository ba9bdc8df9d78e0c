// The door of peer sessions: what commands, presses and the bot itself do with them.

import type { Outbox } from '#bot/outbox.ts';
import { refuse } from '#bot/refusal.ts';
import type { Dice } from '#bot/turn.ts';
import type { Content } from '#content/content.ts';
import type { Database, Together } from '#database/open.ts';
import type { Log } from '#src/log.ts';
import type { Speak } from '#text/translator.ts';
import { type PeersDue, peersDue } from './due.ts';
import { type Feedback, feedbackOf, type Panel } from './feedback.ts';
import { type Hosting, hostingOf } from './hosting.ts';
import { type Joining, joiningOf } from './joining.ts';
import { type Leading, leadingOf, type Own } from './leading.ts';
import { interviewerOf } from './moves.ts';
import type { FormId, Note } from './notes.ts';
import { cardOf } from './room-card.ts';
import { usualWait } from './rules.ts';
import { type Safety, safetyOf } from './safety.ts';
import type { Room, Wait } from './session.ts';
import { type PeerStores, peerStoresIn } from './stores.ts';
import { texts } from './texts.ts';

export type Peers = {
  readonly hosting: Hosting;
  readonly joining: Pick<Joining, 'wish' | 'join' | 'leave'>;
  readonly leading: Pick<Leading, 'look' | 'press' | 'roomGone' | 'serverGone'>;
  readonly feedback: Feedback;
  readonly safety: Safety;
  readonly content: Content;
  readonly speak: Speak;
  /** Whether a member waits, and their last session with its forms. */
  standing(member: string): Promise<Standing>;
  /** The room for the sheet. Refuses whoever does not interview now. */
  sheetOf(own: Own): Room;
  /** Brings the card in the room up to date, after something that was not pressed on it. */
  redraw(room: Room): Promise<void>;
  /** A form as it was sent before. Refuses what isn't the member's to fill. */
  formOf(member: string, session: string, form: FormId): Promise<Note | undefined>;
  /** Forgets sessions that ended before an instant. */
  purge(before: Temporal.Instant): Promise<void>;
};

type Standing = {
  readonly wait: { readonly wait: Wait; readonly usual: number | undefined } | undefined;
  readonly last: Panel | undefined;
};

export type PeerParts = {
  readonly database: Database;
  readonly content: Content;
  readonly outbox: Outbox;
  readonly speak: Speak;
  readonly now: () => Temporal.Instant;
  readonly dice: Dice;
  readonly log: Log;
  readonly wake: () => void;
};

export function peersFrom(parts: PeerParts): { readonly peers: Peers; readonly due: PeersDue } {
  const { database, content, outbox, speak } = parts;
  const stores = peerStoresIn(database);
  const { places } = stores;
  const together: Together<PeerStores> = (work) => database.transaction((tx) => work(peerStoresIn({ db: tx })));
  const base = { ...parts, stores, places, together };
  const joining = joiningOf(base);
  const leading = leadingOf({ ...base, joining });
  const feedback = feedbackOf(base);
  const peers: Peers = {
    hosting: hostingOf({ places, outbox, speak, removeFrom: leading.removeFrom }),
    joining,
    leading,
    feedback,
    safety: safetyOf({ stores, places, outbox, speak }),
    content,
    speak,
    standing: async (member) => {
      const wait = await stores.waits.find(member);
      const [seat] = await stores.sessions.seatsOfMember(member, 1);
      const isThere = seat && (await stores.sessions.room(seat.session)) !== undefined;
      return {
        wait: wait && { wait, usual: usualWait(await stores.sessions.waited(wait.server)) },
        last: isThere ? await feedback.panel(member, seat.session) : undefined,
      };
    },
    sheetOf: (own) => {
      if (interviewerOf(own.session) !== own.seat.seat) throw refuse(texts.onlyInterviewer);
      return own;
    },
    redraw: async (room) => {
      const { thread, card, locale, turn, cardTurn } = room.session;
      // While a newer card is on its way, this one is of an earlier step.
      if (thread !== undefined && card !== undefined && cardTurn === turn)
        await outbox.edit(thread, card, cardOf(room, speak(locale)));
    },
    formOf: async (member, session, { kind, half }) => {
      const { forms } = await feedback.panel(member, session);
      const owed = forms.find((one) => one.kind === kind && one.half === half);
      if (!owed) throw refuse(texts.notYourForm);
      return owed.note;
    },
    purge: (before) => stores.sessions.purge(before),
  };
  return { peers, due: peersDue({ ...base, joining, leading }) };
}
