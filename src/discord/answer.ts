import {
  type APIInteractionResponse,
  type APIMessage,
  DiscordAPIError,
  InteractionResponseType as Kind,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Answer } from '#bot/answer.ts';
import type { Message } from '#bot/message.ts';

type Interaction = { readonly id: string; readonly token: string; readonly application_id: string };

/** The ways to answer one interaction over Discord's REST API. */
export function answerOver(rest: REST, { id, token, application_id: application }: Interaction): Answer {
  const original = Routes.webhookMessage(application, token);

  /** The first answer. That Discord has one already means that an attempt got through whose response was lost. */
  async function first(body: APIInteractionResponse, { files = [] }: Pick<Message, 'files'> = {}): Promise<void> {
    try {
      await rest.post(Routes.interactionCallback(id, token), { auth: false, body, files: filesOf(files) });
    } catch (error) {
      if (!isAlreadyAnswered(error)) throw error;
    }
  }

  return {
    reply: (message, to) => first({ type: Kind.ChannelMessageWithSource, data: bodyOf(message, to) }, message),
    update: (message) => first({ type: Kind.UpdateMessage, data: bodyOf(message) }, message),
    defer: ({ private: isPrivate }) =>
      first({ type: Kind.DeferredChannelMessageWithSource, data: isPrivate ? { flags: MessageFlags.Ephemeral } : {} }),
    deferUpdate: () => first({ type: Kind.DeferredMessageUpdate }),
    openForm: (data) => first({ type: Kind.Modal, data }),
    choices: (choices) => first({ type: Kind.ApplicationCommandAutocompleteResult, data: { choices: [...choices] } }),
    edit: async (message) => {
      await rest.patch(original, { auth: false, body: bodyOf(message), files: filesOf(message.files ?? []) });
    },
    followUp: async (message, to) => {
      const options = { auth: false, body: bodyOf(message, to), files: filesOf(message.files ?? []) };
      const sent = (await rest.post(Routes.webhook(application, token), options)) as APIMessage;
      return { keptPrivate: !to.private && ((sent.flags ?? 0) & MessageFlags.Ephemeral) !== 0 };
    },
  };
}

const isAlreadyAnswered = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

const filesOf = (files: NonNullable<Message['files']>) =>
  files.map(({ name, data }) => ({ name, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) }));

/** A message as Discord takes it: Components V2, and nobody pinged. */
function bodyOf({ components, files = [] }: Message, to: { readonly private: boolean } = { private: false }) {
  return {
    components: [...components],
    flags: MessageFlags.IsComponentsV2 | (to.private ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    ...(files.length > 0 && { attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })) }),
  };
}
