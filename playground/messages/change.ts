import { flag } from '#playground/wire/message.ts';
import type { Attachment, Message } from '#playground/world/records.ts';
import { timestamp, type World } from '#playground/world/world.ts';
import { withIds } from './components.ts';
import { resolveFiles, storeUploads, type Upload } from './files.ts';
import { about, embed, tellBot, type MessageBody } from './post.ts';

export type Change = { readonly message: Message; readonly body: MessageBody; readonly uploads?: readonly Upload[] };

/** Edits a message in place. What the body leaves out stays; Components V2 stays on once it is on; nobody is pinged by an edit. */
export function changeMessage(world: World, { message, body, uploads }: Change): void {
  const added = storeUploads(world, {
    channelId: message.channelId,
    uploads: uploads ?? [],
    described: body.attachments ?? [],
  });
  const attachments = [...keptAttachments(message, body), ...added];
  if (body.content !== undefined) message.content = (body.content ?? '').trim();
  if (body.embeds !== undefined)
    message.embeds = (body.embeds ?? []).map((one) => resolveFiles(embed(one), attachments));
  if (body.components !== undefined)
    message.components = withIds((body.components ?? []).map((one) => resolveFiles(one, attachments)));
  message.attachments = attachments;
  message.flags |= (body.flags ?? 0) & flag.componentsV2;
  if (typeof body.flags === 'number') {
    message.flags = (message.flags & ~flag.suppressEmbeds) | (body.flags & flag.suppressEmbeds);
  }
  const wasThinking = (message.flags & flag.loading) !== 0;
  if (wasThinking) message.flags &= ~flag.loading;
  else message.editedTimestamp = timestamp(world);
  world.happenings.emit({ kind: 'edited', ...about(message) });
  tellBot(world, message, 'MESSAGE_UPDATE');
}

/** Takes a message away. */
export function removeMessage(world: World, message: Message): void {
  world.messages.get(message.channelId)?.delete(message.id);
  world.happenings.emit({ kind: 'deleted', ...about(message) });
  tellBot(world, message, 'MESSAGE_DELETE');
}

/** `attachments` lists what is to stay; without it all stay. */
function keptAttachments(message: Message, body: MessageBody): readonly Attachment[] {
  const { attachments } = body;
  if (attachments === undefined) return message.attachments;
  const ids = new Set((attachments ?? []).map((one) => String(one['id'])));
  return message.attachments.filter((one) => ids.has(one.id));
}
