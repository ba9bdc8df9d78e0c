// What a press, or the end of a step, makes of a session: pure. Each says when somebody must look at the session next.

import {
  type Half,
  halvesHeld,
  interviewerIn,
  limits,
  longer,
  other,
  retryStep,
  type SeatNumber,
  type Step,
  stepAt,
  swapped,
} from './rules.ts';
import type { Session, Why } from './session.ts';

/** The step that is on. */
export const stepOf = ({ length, step }: Pick<Session, 'length' | 'step'>): Step =>
  stepAt(length, step) ?? { kind: 'close', half: undefined, minutes: 0 };

/** Who interviews now. */
export const interviewerOf = (session: Session): SeatNumber | undefined =>
  interviewerIn(stepOf(session), session.firstSeat);

/** Sets when a session must be looked at: at once while its room lacks a card, else when its step ends. */
export function planned(session: Session, now: Temporal.Instant): Session {
  const owesCard = session.turn > session.cardTurn;
  const nextAt = owesCard || session.state === 'opening' ? now : session.state === 'closed' ? undefined : session.until;
  return { ...session, nextAt };
}

/** The agenda goes on with a step; after the last one the session is done. */
export function atStep(session: Session, step: number, now: Temporal.Instant): Session {
  const next = stepAt(session.length, step);
  if (!next) return finished(session, 'done', now);
  const until = now.add({ minutes: next.minutes });
  return planned(
    { ...session, state: 'running', step, extra: 0, leftMs: undefined, until, turn: session.turn + 1 },
    now,
  );
}

/** The session is over. Where there is something to say about, the forms are open for a day. */
export function finished(session: Session, why: Why, now: Temporal.Instant): Session {
  const held = isHeld(session);
  const ended = { ...session, why, endedAt: now, leftMs: undefined, turn: session.turn + 1 };
  return planned(
    held
      ? { ...ended, state: 'over', until: now.add({ hours: limits.forms }) }
      : { ...ended, state: 'closed', until: now },
    now,
  );
}

/** The halves about which forms can be filled. */
export const halvesOf = ({ state, length, step, why }: Session): readonly Half[] =>
  state === 'opening' || state === 'gathering' || why === 'no-show' ? [] : halvesHeld(length, step);

/** Whether a session went far enough to count, and to give feedback. */
export const isHeld = (session: Session): boolean => halvesOf(session).length > 0;

export function paused(session: Session, now: Temporal.Instant): Session {
  const leftMs = Math.max(0, Math.round(session.until.since(now).total('milliseconds')));
  return planned({ ...session, state: 'paused', leftMs, until: now.add({ minutes: limits.pause }) }, now);
}

/** What was left when the pause began is left now. */
export function resumed(session: Session, now: Temporal.Instant): Session {
  const until = now.add({ milliseconds: session.leftMs ?? 0 });
  return planned({ ...session, state: 'running', leftMs: undefined, until }, now);
}

/** Undefined when it was made longer as often as it can be. */
export function lengthened(session: Session, now: Temporal.Instant): Session | undefined {
  const { extra, until, leftMs } = session;
  if (extra >= longer.mostTimes) return undefined;
  const more = { minutes: longer.minutes };
  // In a pause it is the step that gets longer, not the pause.
  const added =
    leftMs === undefined
      ? { until: until.add(more) }
      : { leftMs: leftMs + Temporal.Duration.from(more).total('milliseconds') };
  return planned({ ...session, ...added, extra: extra + 1 }, now);
}

/** The other one has the turn; see `swapped` in the rules. */
export function withSeatsSwapped(session: Session, asked: number, now: Temporal.Instant): Session {
  const to = swapped(session, asked);
  if (to !== 'the other begins') return atStep(session, to, now);
  return atStep({ ...session, firstSeat: other(session.firstSeat) }, session.step, now);
}

/** The weakest answer is taken once more now. Undefined where that has no place. */
export function atRetry(session: Session, now: Temporal.Instant): Session | undefined {
  const step = retryStep(session.length, session.step);
  return step === undefined ? undefined : atStep(session, step, now);
}

/** What the end of its time makes of a session that both accepted. */
export function timeUp(session: Session, now: Temporal.Instant): Session {
  // Nobody pressed anything, so the room needs a new card to see it by.
  if (session.state === 'paused') return resumed({ ...session, turn: session.turn + 1 }, now);
  return atStep(session, session.step + 1, now);
}

/** The feedback is out: the room gets a last card, and nothing more happens. */
export const closed = (session: Session, now: Temporal.Instant): Session =>
  planned({ ...session, state: 'closed', turn: session.turn + 1, until: now }, now);
