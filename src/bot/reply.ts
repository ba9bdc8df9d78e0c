import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Message } from './message.ts';

/** A message for the caller alone. */
export type Shown = { readonly show: Message };

/** What the message that was pressed becomes. */
export type Updated = { readonly update: Message };

/** A message for everybody in the channel, sent as the answer to a press. */
export type Announced = {
  readonly announce: {
    readonly message: Message;
    /** What the pressed message becomes afterwards. */
    readonly done: Message;
    /** What it becomes instead if Discord showed the announcement to the caller alone. */
    readonly keptPrivate: Message;
    /** What it becomes instead if nobody knows whether the announcement was posted. */
    readonly unsure: Message;
  };
};

/** A form that opens on the caller's screen. Only a handler that declares `opensForm` may answer with one. */
export type Opened = { readonly open: APIModalInteractionResponseCallbackData };

/** The answer to a command. */
export type CommandReply = Shown | Opened;

/** The answer to a form: it can't open another form, and what everybody shall see is previewed first. */
export type FormReply = (Shown & Partial<Updated>) | (Updated & Partial<Shown>);

/** The answer to a press or select: parts together, an announcement, or a form. */
export type PressReply = FormReply | Announced | Opened;

/** Shows a message to the caller alone. */
export const show = (message: Message): Shown => ({ show: message });

/** Changes the message that was pressed. `{ ...update(card), ...show(note) }` does both. */
export const update = (message: Message): Updated => ({ update: message });

/** Shows a message to everybody; see `Announced`. */
export const announce = (message: Message, after: Omit<Announced['announce'], 'message'>): Announced => ({
  announce: { message, ...after },
});
