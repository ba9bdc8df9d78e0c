import { flag, messagePayload } from '#playground/wire/message.ts';
import { canSee } from '#playground/world/permissions.ts';
import type { Channel, Component, Json, Message, Pings } from '#playground/world/records.ts';
import { enterThread, isThread } from '#playground/world/threads.ts';
import { timestamp, type World } from '#playground/world/world.ts';
import { withIds } from './components.ts';
import { resolveFiles, storeUploads, type Upload } from './files.ts';
import { nobody, workOutPings } from './pings.ts';

/** The parts of a request body that make a message. */
export type MessageBody = {
  readonly content?: string | null;
  readonly embeds?: readonly Json[] | null;
  readonly components?: readonly Component[] | null;
  readonly attachments?: readonly Json[] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: Json | null;
  readonly nonce?: string | number | null;
  readonly poll?: Json | null;
  readonly [key: string]: unknown;
};

export type Posting = {
  readonly channel: Channel;
  readonly authorId: string;
  readonly body: MessageBody;
  readonly uploads?: readonly Upload[];
  /** Discord's message type: 0 plain, 19 reply, 20 slash command, 23 context menu. */
  readonly type?: number;
  readonly referenceId?: string | undefined;
  readonly viewerId?: string | undefined;
  readonly interactionId?: string | undefined;
  readonly metadata?: Json | undefined;
  /** A deferral: "thinking…" until edited. */
  readonly loading?: boolean;
};

const keptFlags = flag.suppressEmbeds | flag.silent | flag.componentsV2;

/** Puts a message into a channel and tells everyone who may know. */
export function postMessage(world: World, posting: Posting): Message {
  const { channel, body } = posting;
  const attachments = storeUploads(world, {
    channelId: channel.id,
    uploads: posting.uploads ?? [],
    described: body.attachments ?? [],
  });
  const components = withIds((body.components ?? []).map((one) => resolveFiles(one, attachments)));
  const message: Message = {
    id: world.newId(),
    channelId: channel.id,
    authorId: posting.authorId,
    type: posting.type ?? 0,
    timestamp: timestamp(world),
    content: (body.content ?? '').trim(),
    embeds: (body.embeds ?? []).map((one) => resolveFiles(embed(one), attachments)),
    components,
    attachments,
    flags: flagsOf(posting),
    editedTimestamp: null,
    pinned: false,
    pings: pingsOf(world, posting, components),
    ...present({ guildId: channel.guildId, nonce: body.nonce ?? undefined, poll: body.poll ?? undefined }),
    ...present({ referenceId: posting.referenceId, viewerId: posting.viewerId }),
    ...present({ interactionId: posting.interactionId, metadata: posting.metadata }),
  };
  store(world, channel, message);
  return message;
}

/** Embeds that bots send are of type "rich"; fields stand below each other unless told otherwise. */
export function embed(one: Json): Json {
  const { fields } = one;
  return {
    ...one,
    type: 'rich',
    ...(Array.isArray(fields) ? { fields: fields.map((each: Json) => ({ inline: false, ...each })) } : {}),
  };
}

function flagsOf({ body, viewerId, loading }: Posting): number {
  const own = (body.flags ?? 0) & keptFlags;
  return own | (viewerId === undefined ? 0 : flag.ephemeral) | (loading === true ? flag.loading : 0);
}

function pingsOf(world: World, posting: Posting, components: readonly Component[]): Pings {
  const { channel, authorId, body } = posting;
  if (posting.loading === true) return nobody;
  const replied =
    posting.referenceId === undefined ? undefined : world.messages.get(channel.id)?.get(posting.referenceId);
  return workOutPings(world, {
    channel,
    authorId,
    components,
    content: body.content ?? '',
    allowed: body.allowed_mentions ?? undefined,
    repliedTo: posting.metadata === undefined ? replied?.authorId : undefined,
  });
}

function store(world: World, channel: Channel, message: Message): void {
  const list = world.messages.get(channel.id) ?? new Map<string, Message>();
  world.messages.set(channel.id, list.set(message.id, message));
  if (message.viewerId === undefined) channel.lastMessageId = message.id;
  if (isThread(channel) && message.viewerId === undefined) {
    // Whoever writes in a thread, or is mentioned there, becomes a member of it.
    for (const userId of [message.authorId, ...message.pings.users]) enterThread(world, channel, userId);
  }
  world.happenings.emit({ kind: 'message', ...about(message) });
  tellBot(world, message, 'MESSAGE_CREATE');
}

/** Where and what, for whoever listens in the playground. */
export function about(message: Message): {
  readonly channelId: string;
  readonly messageId: string;
  readonly interactionId?: string | undefined;
  readonly viewerId?: string | undefined;
} {
  return {
    channelId: message.channelId,
    messageId: message.id,
    interactionId: message.interactionId,
    viewerId: message.viewerId,
  };
}

/** The gateway event of a message, for bots that see the channel; ephemerals are told to nobody. */
export function tellBot(
  world: World,
  message: Message,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
): void {
  const channel = world.channels.get(message.channelId);
  if (message.viewerId !== undefined || channel === undefined) return;
  if (!canSee(world, { userId: world.application.botId, channel })) return;
  const ids = { id: message.id, channel_id: message.channelId, ...present({ guild_id: message.guildId }) };
  const data = name === 'MESSAGE_DELETE' ? ids : { ...messagePayload(world, message), ...ids };
  world.gateway.emit({ name, data, guildId: message.guildId });
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are not undefined. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
