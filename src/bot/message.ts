import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** A file that goes with a message; its parts refer to it as `attachment://name`. */
export type MessageFile = { readonly name: string; readonly data: Uint8Array };

/** A message as the bot writes it: Components V2 only. Nobody is ever pinged by it. */
export type Message = {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly MessageFile[];
};
