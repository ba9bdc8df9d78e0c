import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Choice } from './option.ts';
import type { Message } from './message.ts';

/** What became of a message that was sent. */
export type Sent = {
  /** Discord showed it to the caller alone although it was meant for everybody. */
  readonly keptPrivate: boolean;
  /** Discord never said whether it took it. */
  readonly unsure?: boolean;
};

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
  /** A public one is sent once at the most: better none than two. */
  followUp(message: Message, to: { readonly private: boolean }): Promise<Sent>;
};
