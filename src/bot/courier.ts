import type { Answer } from './answer.ts';
import type { Incoming } from './incoming.ts';
import type { Message } from './message.ts';
import type { Announced, CommandReply, PressReply } from './reply.ts';

/**
 * How long a handler may take before the person is told that it goes on, in ms. Discord gives 3,000 ms to the first
 * answer, counted from its own clock; a direct answer is quicker than a deferral and its edit, so we wait a little.
 */
const patience = 700;

/** How long a handler that opens a form may take, in ms: a form can't follow a deferral. */
const patienceForForms = 2_000;

export type Reply = CommandReply | PressReply;

/** Brings the reply to one interaction, and keeps Discord waiting in the right way until it is there. */
export type Courier = {
  deliver(reply: Reply): Promise<void>;
  /** Acknowledges at once. Throws when Discord takes no answer any more. */
  hold(): Promise<void>;
  /** Stops the clock without an answer, for an interaction that somebody else answers. */
  leave(): void;
};

type Errand = {
  readonly incoming: Incoming;
  readonly answer: Answer;
  readonly opensForm: boolean;
  /** What is said when a form could not be opened in time. */
  readonly pressOnceMore: () => Message;
  readonly onTrouble: (error: unknown) => void;
};

/** Starts the clock for one interaction. */
export function courier({ incoming, answer, opensForm, pressOnceMore, onTrouble }: Errand): Courier {
  const changesMessage =
    incoming.kind === 'press' || incoming.kind === 'select' || (incoming.kind === 'submit' && incoming.onMessage);
  // In a direct message with the bot everything is private as it is, and what is not ephemeral stays readable.
  const toCaller = { private: incoming.where.context !== 'bot-dm' };

  // fresh: nothing was answered yet; thinking: a command's answer is owed; held: a press was acknowledged, its message
  // can still change; answered: Discord has an answer, all else follows it.
  let stage: 'fresh' | 'thinking' | 'held' | 'answered' = 'fresh';
  let waiting: Promise<void> | undefined;
  const timer = setTimeout(
    () => {
      waiting = holdTheLine();
    },
    opensForm ? patienceForForms : patience,
  );

  async function holdTheLine(): Promise<void> {
    try {
      await acknowledge();
    } catch (error) {
      onTrouble(error);
    }
  }

  async function acknowledge(): Promise<void> {
    if (opensForm) await answer.reply(pressOnceMore(), toCaller);
    else if (changesMessage) await answer.deferUpdate();
    else await answer.defer(toCaller);
    stage = opensForm ? 'answered' : changesMessage ? 'held' : 'thinking';
  }

  async function hold(): Promise<void> {
    clearTimeout(timer);
    await waiting;
    if (stage === 'fresh') await acknowledge();
  }

  async function deliver(reply: Reply): Promise<void> {
    clearTimeout(timer);
    await waiting;
    if ('open' in reply) return open(reply.open);
    if ('announce' in reply) return announce(reply.announce);
    const { update, show } = { update: undefined, show: undefined, ...reply };
    if (update) await change(update);
    if (show) await tell(show);
  }

  /** Too late for a form: the person was already asked to press once more. */
  async function open(form: Parameters<Answer['openForm']>[0]): Promise<void> {
    if (!opensForm) throw new Error('a handler opened a form without declaring opensForm');
    if (stage !== 'fresh') return;
    await answer.openForm(form);
    stage = 'answered';
  }

  async function change(message: Message): Promise<void> {
    if (!changesMessage || stage === 'answered') return tell(message);
    await (stage === 'held' ? answer.edit(message) : answer.update(message));
    stage = 'answered';
  }

  async function tell(message: Message): Promise<void> {
    if (stage === 'fresh') await answer.reply(message, toCaller);
    else if (stage === 'thinking') await answer.edit(message);
    else await answer.followUp(message, toCaller);
    stage = 'answered';
  }

  async function announce({ message, done, keptPrivate, unsure }: Announced['announce']): Promise<void> {
    if (stage === 'fresh') await answer.deferUpdate();
    stage = 'held';
    const sent = await answer.followUp(message, { private: false });
    stage = 'answered';
    // It is posted by now: a sorry would only make the person post it again.
    await answer.edit(sent.unsure ? unsure : sent.keptPrivate ? keptPrivate : done).catch(onTrouble);
  }

  return { deliver, hold, leave: () => clearTimeout(timer) };
}
