import type { WebSocket } from 'ws';
import type { Json } from '#playground/world/records.ts';

/** One bot session: outlives its socket so that it can be resumed. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
  sequence: number;
  /** Latest events, for replay. */
  sent: { readonly sequence: number; readonly frame: string }[];
  socket: WebSocket | undefined;
};

/** How many events a session can catch up on after a break. */
const remembered = 2000;

/** Sends an event (opcode 0) and remembers it for a resume. */
export function dispatch(session: Session, name: string, data: Json): void {
  session.sequence += 1;
  const frame = JSON.stringify({ op: 0, t: name, s: session.sequence, d: data });
  session.sent.push({ sequence: session.sequence, frame });
  if (session.sent.length > 2 * remembered) session.sent = session.sent.slice(-remembered);
  session.socket?.send(frame);
}

/** Sends again what came after `sequence`; false when that is no longer known, or was never sent. */
export function replay(session: Session, sequence: number): boolean {
  const missed = session.sent.filter((one) => one.sequence > sequence);
  if (sequence > session.sequence || missed.length !== session.sequence - sequence) return false;
  for (const { frame } of missed) session.socket?.send(frame);
  return true;
}
