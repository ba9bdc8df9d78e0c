import {
  type APIInteractionResponse,
  type APIMessage,
  DiscordAPIError,
  InteractionResponseType as Kind,
  MessageFlags,
  REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Answer } from '#bot/answer.ts';
import type { Message } from '#bot/message.ts';
import { bodyOf, filesOf } from './body.ts';
import { forAMinute, insistOn, isUnknown, untilTooLate } from './insist.ts';

type Interaction = { readonly id: string; readonly token: string; readonly application_id: string };
type To = { readonly private: boolean };

/**
 * The ways to answer one interaction over Discord's REST API, through bad weather. A request that may or may not have
 * been carried out is sent again where that does no harm: Discord takes one first answer only, an edit twice is the
 * same edit, and a private message twice is better than none. A public follow-up is sent once: follow-ups take no
 * nonce, so nothing could keep the channel from seeing it twice.
 */
export function answerOver(rest: REST, { id, token, application_id: application }: Interaction): Answer {
  const original = Routes.webhookMessage(application, token);
  /** A deferral that was sent, and nobody knows whether it arrived. */
  let inDoubt: 'reply' | 'update' | undefined;

  /**
   * Gives the first answer. `late` when Discord had one before; `unsure` when it has one, which is this one if an earlier
   * attempt arrived and only its response was lost.
   */
  async function first(
    body: APIInteractionResponse,
    { files = [] }: Pick<Message, 'files'> = {},
  ): Promise<'given' | 'unsure' | 'late'> {
    const options = { auth: false, body, files: filesOf({ files }) };
    let attempts = 0;
    try {
      await insistOn(untilTooLate, () => {
        attempts += 1;
        return firstOver(rest).post(Routes.interactionCallback(id, token), options);
      });
      return 'given';
    } catch (error) {
      if (!isAlreadyAnswered(error)) throw error;
      return attempts > 1 ? 'unsure' : 'late';
    }
  }

  /** What the answer is that Discord has: a whole message, “thinking…”, or none but an acknowledgement. */
  async function presentAnswer(): Promise<'message' | 'thinking' | 'acknowledged'> {
    if (inDoubt) return inDoubt === 'reply' ? 'thinking' : 'acknowledged';
    const present = (await insistOn(forAMinute, () => rest.get(original, { auth: false }))) as APIMessage;
    if (((present.flags ?? 0) & MessageFlags.Loading) !== 0) return 'thinking';
    return present.interaction_metadata?.id === id ? 'message' : 'acknowledged';
  }

  async function defer(kind: 'reply' | 'update', body: APIInteractionResponse): Promise<void> {
    try {
      await first(body);
      inDoubt = undefined;
    } catch (error) {
      if (isUnknown(error)) inDoubt = kind;
      throw error;
    }
  }

  async function edit(message: Message): Promise<void> {
    const options = { auth: false, body: answerBody(message), files: filesOf(message) };
    await insistOn(forAMinute, () => rest.patch(original, options));
  }

  async function followUp(message: Message, to: To): ReturnType<Answer['followUp']> {
    const options = { auth: false, body: answerBody(message, to), files: filesOf(message) };
    const path = Routes.webhook(application, token);
    if (to.private) {
      await insistOn(forAMinute, () => rest.post(path, options));
      return { keptPrivate: false };
    }
    try {
      const sent = (await onceOnly(rest).post(path, options)) as APIMessage;
      return { keptPrivate: ((sent.flags ?? 0) & MessageFlags.Ephemeral) !== 0 };
    } catch (error) {
      if (isUnknown(error)) return { keptPrivate: false, unsure: true };
      throw error;
    }
  }

  return {
    reply: async (message, to) => {
      const body = { type: Kind.ChannelMessageWithSource, data: answerBody(message, to) } as const;
      if ((await first(body, message)) === 'given') return;
      // The deferral may also be that of another process, which noticed later that the press is not its to answer.
      const present = await presentAnswer();
      if (present === 'thinking') await edit(message);
      if (present === 'acknowledged') await followUp(message, to);
    },
    update: async (message) => {
      const outcome = await first({ type: Kind.UpdateMessage, data: answerBody(message) }, message);
      // What may be this very update is not made again: the person may have pressed on, and would be sent back. That the
      // answer is another process's deferral instead, and every attempt before was cut off, is rarer.
      if (outcome === 'late' || (outcome === 'unsure' && inDoubt)) await edit(message);
    },
    defer: ({ private: isPrivate }) =>
      defer('reply', {
        type: Kind.DeferredChannelMessageWithSource,
        data: isPrivate ? { flags: MessageFlags.Ephemeral } : {},
      }),
    deferUpdate: () => defer('update', { type: Kind.DeferredMessageUpdate }),
    openForm: async (data) => void (await first({ type: Kind.Modal, data })),
    choices: async (choices) =>
      void (await first({ type: Kind.ApplicationCommandAutocompleteResult, data: { choices: [...choices] } })),
    edit,
    followUp,
  };
}

const firsts = new WeakMap<REST, REST>();

/** For first answers, which we count ourselves: one for all, since they share one limit. */
function firstOver(rest: REST): REST {
  const known = firsts.get(rest) ?? onceOnly(rest);
  firsts.set(rest, known);
  return known;
}

/** Discord.js by itself repeats what failed with 5xx or a broken connection; this one gives up. */
const onceOnly = (rest: REST): REST =>
  new REST({ ...rest.options, retries: 0, hashSweepInterval: 0, handlerSweepInterval: 0 });

const isAlreadyAnswered = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

/** A message as an answer: for the caller alone, or for everybody. */
function answerBody(message: Message, to: To = { private: false }) {
  const body = bodyOf(message);
  return { ...body, flags: body.flags | (to.private ? MessageFlags.Ephemeral : 0) };
}
