import { attachmentPayload, flag } from '#playground/wire/message.ts';
import { isObject } from '#playground/rules/shape.ts';
import type { Component, Json, Message, Pings } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';

/** A message as a person sees it in their app. */
export type SeenMessage = {
  readonly id: string;
  readonly channelId: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Component[];
  readonly attachments: readonly Json[];
  readonly flags: number;
  /** "Only you can see this". */
  readonly ephemeral: boolean;
  /** "Rebound is thinking…" */
  readonly thinking: boolean;
  readonly edited: boolean;
  readonly timestamp: string;
  /** "Ann used /lesson today": who did what to get this answer. */
  readonly used?: { readonly personId: string; readonly person: string; readonly command: string };
  /** The message this one answers. */
  readonly replyTo?: string;
  /** Who got a notification. */
  readonly pings: Pings;
  readonly silent: boolean;
  readonly interactionId?: string;
};

export function seenMessage(world: World, message: Message): SeenMessage {
  const author = world.users.get(message.authorId);
  const used = usage(world, message);
  return {
    id: message.id,
    channelId: message.channelId,
    author: { id: message.authorId, name: author?.globalName ?? author?.username ?? 'gone', bot: author?.bot === true },
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map(attachmentPayload),
    flags: message.flags,
    ephemeral: message.viewerId !== undefined,
    thinking: (message.flags & flag.loading) !== 0,
    edited: message.editedTimestamp !== null,
    timestamp: message.timestamp,
    pings: message.pings,
    silent: (message.flags & flag.silent) !== 0,
    ...(used === undefined ? {} : { used }),
    ...(message.referenceId === undefined ? {} : { replyTo: message.referenceId }),
    ...(message.interactionId === undefined ? {} : { interactionId: message.interactionId }),
  };
}

function usage(world: World, message: Message): SeenMessage['used'] {
  const name = message.metadata?.['name'];
  const user = message.metadata?.['user'];
  if (typeof name !== 'string' || !isObject(user) || message.type === 19) return undefined;
  const personId = String(user['id']);
  const person = world.users.get(personId);
  return { personId, person: person?.globalName ?? person?.username ?? 'gone', command: name };
}
