import { MessageFlags } from 'discord-api-types/v10';
import { isSnowflake } from '#playground/snowflake.ts';
import type { Attachment, Json, Message } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { echoed } from './components.ts';
import { userPayload } from './user.ts';

/** A message object (Resources → Message). */
export function messagePayload(world: World, message: Message): Json {
  return { ...bareMessage(world, message), ...referenced(world, message) };
}

/** An attachment object, without its bytes. */
export function attachmentPayload(file: Attachment): Json {
  return {
    id: file.id,
    filename: file.filename,
    size: file.size,
    url: file.url,
    proxy_url: file.url,
    content_type: file.contentType,
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.spoiler ? { flags: 8 } : {}),
  };
}

function bareMessage(world: World, message: Message): Json {
  const author = world.users.get(message.authorId);
  const everyone = message.pings.everyone;
  return {
    id: message.id,
    channel_id: message.channelId,
    author: author === undefined ? { id: message.authorId, username: 'gone', discriminator: '0' } : userPayload(author),
    content: message.content,
    timestamp: message.timestamp,
    edited_timestamp: message.editedTimestamp,
    tts: false,
    mention_everyone: everyone,
    mentions: message.pings.users.flatMap((id) => world.users.get(id) ?? []).map(userPayload),
    mention_roles: message.pings.roles,
    attachments: message.attachments.map(attachmentPayload),
    embeds: message.embeds,
    components: message.components.map((one) => echoed(one, message.id)),
    pinned: message.pinned,
    type: message.type,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.poll === undefined ? {} : { poll: message.poll }),
    ...fromInteraction(world, message),
  };
}

/** Messages of interactions come through a webhook whose id is the app's. */
function fromInteraction(world: World, message: Message): Json {
  if (message.metadata === undefined) return {};
  const { id } = world.application;
  return { application_id: id, webhook_id: id, interaction_metadata: message.metadata };
}

function referenced(world: World, message: Message): Json {
  if (!isSnowflake(message.referenceId)) return {};
  const target = messagesOf(world, message.channelId).get(message.referenceId);
  return {
    message_reference: {
      type: 0,
      channel_id: message.channelId,
      message_id: message.referenceId,
      ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
    },
    referenced_message: target === undefined ? null : bareMessage(world, target),
  };
}

export const flag = {
  suppressEmbeds: MessageFlags.SuppressEmbeds as number,
  ephemeral: MessageFlags.Ephemeral as number,
  loading: MessageFlags.Loading as number,
  hasThread: MessageFlags.HasThread as number,
  silent: MessageFlags.SuppressNotifications as number,
  componentsV2: MessageFlags.IsComponentsV2 as number,
} as const;
