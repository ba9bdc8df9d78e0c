import { type Dispatch, dispatch } from '#bot/dispatch.ts';
import type { DispatchParts } from '#bot/wiring.ts';
import type { Incoming } from '#bot/incoming.ts';
import { card, text } from '#bot/parts.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';
import { type KeptLog, keptLog } from './kept-log.ts';

/** What the handlers of small bots can call: nothing. */
export type Nothing = { readonly nothing?: never };

/** The words in which tests write commands of their own. */
export const { command, commandGroup, subcommand, userCommand, messageCommand, press, select, submit, option } =
  vocabulary<Nothing>();

/** A card that says one thing. */
export const says = (words: string) => card('calm', text(words));

export type SmallBot = Pick<Dispatch, 'idle'> & {
  readonly log: KeptLog;
  /** Handles what somebody does and gives the answer, which grows meanwhile. */
  hears(incoming: Incoming, answer?: KeptAnswer): KeptAnswer;
  /** The same, when it is over. */
  answers(incoming: Incoming, answer?: KeptAnswer): Promise<readonly string[]>;
};

/** A bot in memory with commands and handlers of a test's own. */
export function smallBot(parts: Partial<DispatchParts<Nothing>>): SmallBot {
  const log = keptLog();
  const claimed = new Set<string>();
  const { handle, idle } = dispatch<Nothing>({
    commands: [],
    handlers: [],
    features: {},
    claim: async (id) => !claimed.has(id) && claimed.add(id).has(id),
    callerOf: async ({ actor, where }) => ({ ...actor, where, language: 'en', zone: 'UTC' }),
    mention: (words) => `/${words}`,
    now: () => Temporal.Instant.from('2026-03-02T09:00:00Z'),
    dice: () => 0,
    log,
    ...parts,
  });
  return {
    log,
    idle,
    hears: (incoming, answer = keptAnswer()) => {
      void handle(incoming, answer);
      return answer;
    },
    answers: async (incoming, answer = keptAnswer()) => {
      await handle(incoming, answer);
      return answer.steps;
    },
  };
}
