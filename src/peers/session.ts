// What a session is, and who sits in it.

import type { Level, Role } from '#content/families.ts';
import type { Half, Length, Outcome, SeatNumber } from './rules.ts';

/** What somebody who joins is looking for; what is missing is open. */
export type Wish = {
  readonly role: Role | undefined;
  readonly level: Level | undefined;
  /** BCP 47 codes, at least one. */
  readonly languages: readonly string[];
  readonly length: Length;
};

/** Somebody who waits for a partner. */
export type Wait = Wish & {
  readonly member: string;
  readonly server: string;
  readonly since: Temporal.Instant;
  /** Not paired before this. */
  readonly readyAt: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** Their partner did not come: they are paired before others. */
  readonly first: boolean;
};

/**
 * `opening`: its room is being made; `gathering`: both are asked to accept the rules; `running`, `paused`; `over`: the
 * forms are open; `closed`: nothing more happens.
 */
export type SessionState = 'opening' | 'gathering' | 'running' | 'paused' | 'over' | 'closed';

/**
 * Why a session ended: by its agenda, by a press of *End* or *Leave*, because somebody did not come, left the server or
 * was suspended, because its room was closed, could not be made or used, or because the bot was away too long.
 */
export type Why = 'done' | 'ended' | 'left' | 'no-show' | 'gone' | 'suspended' | 'room-closed' | 'no-room' | 'bot-away';

export type Session = {
  readonly id: string;
  readonly server: string;
  /** The channel below which the room is. */
  readonly channel: string;
  readonly thread: string | undefined;
  /** Discord's tag of the server's language. */
  readonly locale: string;
  readonly length: Length;
  readonly state: SessionState;
  /** The number of the agenda's step. */
  readonly step: number;
  /** Who interviews in the first half. */
  readonly firstSeat: SeatNumber;
  /** How often this step was made longer. */
  readonly extra: number;
  /** What was left of the step when the pause began, in ms. */
  readonly leftMs: number | undefined;
  /** When what is on ends by itself. */
  readonly until: Temporal.Instant;
  /** How many cards the room should have seen, how many it has, and the newest of these. */
  readonly turn: number;
  readonly cardTurn: number;
  readonly card: string | undefined;
  readonly attempts: number;
  readonly nextAt: Temporal.Instant | undefined;
  readonly why: Why | undefined;
  readonly madeAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
};

export type Seat = Wish & {
  readonly session: string;
  readonly seat: SeatNumber;
  readonly member: string;
  readonly server: string;
  readonly waitedMs: number;
  readonly acceptedAt: Temporal.Instant | undefined;
  /** None while the session goes on. */
  readonly outcome: Outcome | undefined;
  readonly at: Temporal.Instant;
};

/** A question drawn for a half of a session. */
export type Drawn = { readonly half: Half; readonly place: number; readonly question: string; readonly asked: boolean };

/** A session with all that its room shows. A seat is missing when its member deleted their data. */
export type Room = {
  readonly session: Session;
  readonly seats: readonly Seat[];
  readonly questions: readonly Drawn[];
};

/** Where a server holds sessions. */
export type Place = {
  readonly server: string;
  readonly channel: string | undefined;
  readonly moderation: string | undefined;
  /** Who may join; everybody when it is missing. */
  readonly entryRole: string | undefined;
  /** Whoever has one of these roles is never paired. */
  readonly apartRoles: readonly string[];
  readonly locale: string;
  readonly isOn: boolean;
};

export const isOver = ({ state }: Pick<Session, 'state'>): boolean => state === 'over' || state === 'closed';

export const seatOf = (seats: readonly Seat[], member: string): Seat | undefined =>
  seats.find((one) => one.member === member);
