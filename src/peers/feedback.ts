// Feedback of the two about each other: each form kept when it is sent, none shown before all are there or a day is over.

import { refuse } from '#bot/refusal.ts';
import { type Draw, drawing } from '#pictures/drawn.ts';
import { allowanceOf } from '#bot/allowance.ts';
import type { Together } from '#database/open.ts';
import type { Own } from './leading.ts';
import { closed, halvesOf } from './moves.ts';
import type { FormId, Note } from './notes.ts';
import { other, type SeatNumber } from './rules.ts';
import { isOver, type Room, seatOf } from './session.ts';
import type { PeerStores } from './stores.ts';
import { texts } from './texts.ts';

/** A form that somebody has to fill, and what they sent already. */
export type Owed = FormId & { readonly about: string; readonly note: Note | undefined };

/** What a member sees of a session's forms. */
export type Panel = { readonly own: Own; readonly forms: readonly Owed[] };

/** What somebody said about the member in a session, and what the member said of themselves. */
export type Said = { readonly session: string; readonly about: readonly Note[]; readonly own: readonly Note[] };

/** What came with a form. */
export type Filled = FormId & {
  readonly session: string;
  readonly scales: readonly number[];
  readonly heard?: string;
  readonly nextTime?: string;
};

export type Feedback = {
  /** The forms that are a member's to fill. Refuses whoever did not sit in the session. */
  panel(member: string, session: string): Promise<Panel>;
  /** Keeps a form. Refuses what isn't theirs, or came after it was shown. */
  fill(member: string, filled: Filled, now: Temporal.Instant): Promise<Panel>;
  /** What the member may read of a session; nothing while it is sealed. */
  read(member: string, session: string): Promise<Said | undefined>;
  /** The latest sessions that somebody said something about, newest first. */
  history(member: string): Promise<readonly Said[]>;
  /** Draws the SVG of a history. Each member gets some in a minute. */
  draw(member: string, svg: string, now: Temporal.Instant): ReturnType<Draw>;
};

type Parts = { readonly stores: PeerStores; readonly together: Together<PeerStores>; readonly wake: () => void };

/** Sessions in the history, the forms about somebody in one at the most, and new pictures in a minute. */
const mostSessions = 10;
const mostNotes = 6;
const picturesPerMinute = 5;

export function feedbackOf({ stores, together, wake }: Parts): Feedback {
  const draw = drawing();
  const mayDraw = allowanceOf(picturesPerMinute);

  async function panelIn(tx: PeerStores, member: string, session: string): Promise<Panel> {
    const room = await tx.sessions.room(session);
    const seat = room && seatOf(room.seats, member);
    if (!room) throw refuse(texts.sessionGone);
    if (!seat) throw refuse(texts.notYourSession);
    return { own: { ...room, seat }, forms: owedBy(seat.seat, room, await tx.notes.ofSession(session)) };
  }

  const fill: Feedback['fill'] = async (member, filled, now) => {
    const { session } = filled;
    const panel = await together(async (tx) => {
      const { own, forms } = await panelIn(tx, member, session);
      const owed = forms.find(({ kind, half }) => kind === filled.kind && half === filled.half);
      if (!owed) throw refuse(texts.notYourForm);
      if (own.session.state === 'closed') throw refuse(texts.formsClosed);
      const { kind, half, scales, heard, nextTime } = filled;
      const note = { kind, half, session, seat: own.seat.seat, about: owed.about, scales, at: now };
      await tx.notes.keep({ ...note, heard, nextTime, shownAt: undefined });
      await showIfComplete(tx, own, now);
      return panelIn(tx, member, session);
    });
    wake();
    return panel;
  };

  return {
    panel: (member, session) => panelIn(stores, member, session),
    fill,
    read: async (member, session) => {
      const all = await stores.notes.about(member, mostSessions * mostNotes);
      return saidIn(all).find((one) => one.session === session);
    },
    history: async (member) =>
      saidIn(await stores.notes.about(member, mostSessions * mostNotes)).slice(0, mostSessions),
    draw: (member, svg, now) => draw(member, svg, () => mayDraw(member, now)),
  };
}

/** Both have said all there is to say: there is no reason to wait. */
async function showIfComplete(tx: PeerStores, room: Room, now: Temporal.Instant): Promise<void> {
  const { session, seats } = room;
  if (!isOver(session)) return;
  const notes = await tx.notes.ofSession(session.id);
  const open = seats.flatMap(({ seat }) => owedBy(seat, room, notes)).filter(({ note }) => !note);
  if (open.length > 0) return;
  await tx.notes.show(session.id, now);
  await tx.sessions.save(closed(session, now));
}

/** The forms that are to be filled from a seat, each half's in turn. */
function owedBy(seat: SeatNumber, { session, seats }: Room, notes: readonly Note[]): readonly Owed[] {
  const me = seats.find((one) => one.seat === seat);
  const them = seats.find((one) => one.seat === other(seat));
  if (!me || !them) return [];
  return halvesOf(session).flatMap((half) => {
    const interviews = (half === 0 ? session.firstSeat : other(session.firstSeat)) === seat;
    const kinds = interviews ? (['scales', 'words'] as const) : (['own', 'asker'] as const);
    return kinds.map((kind) => ({
      kind,
      half,
      about: kind === 'own' ? me.member : them.member,
      note: notes.find((one) => one.seat === seat && one.kind === kind && one.half === half),
    }));
  });
}

function saidIn(notes: readonly Note[]): readonly Said[] {
  const sessions = Map.groupBy(notes, ({ session }) => session);
  return [...sessions].map(([session, all]) => ({
    session,
    about: all.filter(({ kind }) => kind !== 'own'),
    own: all.filter(({ kind }) => kind === 'own'),
  }));
}
