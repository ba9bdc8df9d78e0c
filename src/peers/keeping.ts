// What a change of a session brings with it: questions for a half that begins, outcomes and practice acts at its end.

import type { Content } from '#content/content.ts';
import type { Dice } from '#bot/turn.ts';
import { localDay } from '#members/rules.ts';
import { languageOf } from '#text/ladder.ts';
import { interviewerOf, isHeld, stepOf } from './moves.ts';
import { questionsFor } from './questions.ts';
import { other } from './rules.ts';
import { isOver, type Room, type Session } from './session.ts';
import type { PeerStores } from './stores.ts';

export type Moment = { readonly now: Temporal.Instant; readonly dice: Dice };

/** When a session ended, and who is not there any more. */
export type Ended = { readonly now: Temporal.Instant; readonly by?: string };

export type Keeping = {
  /** Keeps a session as it is after a change. Call both in a transaction. */
  keep(tx: PeerStores, change: { readonly before: Room; readonly after: Session }, moment: Moment): Promise<void>;
  /** Notes what became of both; if the session was held, it is a practice act of each. */
  settle(tx: PeerStores, room: Room, ended: Ended): Promise<void>;
};

export function keepingOf(content: Content): Keeping {
  async function drawFor(tx: PeerStores, room: Room, dice: Dice): Promise<void> {
    const { session, seats } = room;
    const { half } = stepOf(session);
    const asker = interviewerOf(session);
    const candidate = seats.find(({ seat }) => asker !== undefined && seat === other(asker));
    const interviewer = seats.find(({ seat }) => seat === asker);
    if (half === undefined || !candidate) return;
    await tx.sessions.unask(session, half);
    const taken = new Set(room.questions.filter((one) => one.half !== half).map(({ question }) => question));
    const bank = content[languageOf({ discord: session.locale })].questions;
    const met = await tx.met(candidate.member);
    const known = interviewer ? await tx.met(interviewer.member) : new Map<string, number>();
    await tx.sessions.ask(session, half, questionsFor(bank, { candidate, met, known, taken, dice }));
  }

  const settle: Keeping['settle'] = async (tx, { session, seats }, { now, by }) => {
    const held = isHeld(session);
    await tx.sessions.settle(session.id, ({ member }) => (by === member ? 'left' : held ? 'kept' : 'cut'));
    if (!held) return;
    for (const { member } of seats) {
      const { zone = 'UTC' } = await tx.members.find(member);
      await tx.acts.record({ member, kind: 'session', item: session.id, day: localDay(now, zone), at: now });
    }
  };

  const keep: Keeping['keep'] = async (tx, { before, after }, { now, dice }) => {
    await tx.sessions.save(after);
    const isNewStep = after.state === 'running' && before.session.turn !== after.turn;
    if (isNewStep && stepOf(after).kind === 'questions') await drawFor(tx, { ...before, session: after }, dice);
    if (isOver(after) && !isOver(before.session)) await settle(tx, before, { now });
  };

  return { keep, settle };
}
