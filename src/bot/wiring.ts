import type { Log } from '#src/log.ts';
import type { MentionCommand } from '#text/translator.ts';
import type { Command } from './command.ts';
import type { Incoming } from './incoming.ts';
import type { Handler } from './press.ts';
import type { Caller, Dice } from './turn.ts';

/** What the dispatcher gets from the composition root. */
export type DispatchParts<F> = {
  readonly commands: readonly Command<F>[];
  readonly handlers: readonly Handler<F>[];
  readonly features: F;
  /** Claims a key for good; false when it was claimed before, here or by another process. */
  readonly claim: (key: string, now: Temporal.Instant) => Promise<boolean>;
  /** Who is calling: their language and time zone come from what members and servers chose. */
  readonly callerOf: (incoming: Incoming) => Promise<Caller>;
  readonly mention: MentionCommand;
  readonly now: () => Temporal.Instant;
  readonly dice: Dice;
  readonly log: Log;
};
