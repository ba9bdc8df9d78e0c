import { MessageFlags } from 'discord.js';
import type { Message } from '#bot/message.ts';

/** A message as Discord takes it: Components V2, and nobody pinged. */
export const bodyOf = ({ components, files = [] }: Message) => ({
  components: [...components],
  flags: MessageFlags.IsComponentsV2 as number,
  allowed_mentions: { parse: [] as never[] },
  // Also when there are none: an edit would keep the files of before.
  attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
});

/** The files of a message, as discord.js sends them. */
export const filesOf = ({ files = [] }: Pick<Message, 'files'>) =>
  files.map(({ name, data }) => ({ name, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) }));
