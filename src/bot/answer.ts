import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Choice } from './option.ts';
import type { Message } from './message.ts';

/** What became of a message that was sent: Discord keeps some private although they were meant for everybody. */
export type Sent = { readonly keptPrivate: boolean };

/**
 * The ways in which Discord lets one interaction be answered. The first answer must come within 3 seconds and is one of
 * `reply`, `update`, `defer`, `deferUpdate`, `openForm`, `choices`; the others follow within 15 minutes
 * (https://docs.discord.com/developers/interactions/receiving-and-responding).
 */
export type Answer = {
  reply(message: Message, to: { readonly private: boolean }): Promise<void>;
  update(message: Message): Promise<void>;
  defer(to: { readonly private: boolean }): Promise<void>;
  deferUpdate(): Promise<void>;
  openForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  choices(choices: readonly Choice[]): Promise<void>;
  /** Changes the first answer, or after `deferUpdate` the message that was pressed. */
  edit(message: Message): Promise<void>;
  followUp(message: Message, to: { readonly private: boolean }): Promise<Sent>;
};
