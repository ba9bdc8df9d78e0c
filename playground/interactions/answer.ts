import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { changeMessage } from '#playground/messages/change.ts';
import { withIds } from '#playground/messages/components.ts';
import { postMessage, present, type MessageBody } from '#playground/messages/post.ts';
import type { Upload } from '#playground/messages/files.ts';
import { apiError } from '#playground/rest/errors.ts';
import { flag } from '#playground/wire/message.ts';
import { userPayload } from '#playground/wire/user.ts';
import { permissionsIn } from '#playground/world/permissions.ts';
import type { Channel, Json, Message } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { tokenLivesMs, type Choice, type Form, type Interaction } from './interaction.ts';

export type Answer = { readonly type: number; readonly data: MessageBody; readonly uploads: readonly Upload[] };

/** Which first answers each type of interaction may get (Receiving and Responding → Interaction Callback Type). */
export function allowedAnswers(interaction: Interaction): readonly number[] {
  if (interaction.type === 4) return [8];
  const update = interaction.sourceMessageId === undefined ? [] : [6, 7];
  return [4, 5, ...update, ...(interaction.type === 5 ? [] : [9])];
}

/** An interaction that may still be answered: 10062 when unknown or late, 40060 when it has been. */
export function awaiting(world: World, id: string, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (interaction === undefined || interaction.id !== id) throw apiError('unknownInteraction');
  if (interaction.exchange.state === 'answered') throw apiError('alreadyAnswered');
  if (interaction.exchange.state === 'failed') throw apiError('unknownInteraction');
  return interaction;
}

/** An interaction by its token, as the webhook routes take it: answered before (10015), at most 15 minutes old (50027). */
export function answered(world: World, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (interaction === undefined) throw apiError('invalidWebhookToken');
  if (world.clock.now() - interaction.openedAt > tokenLivesMs) throw apiError('invalidWebhookToken');
  if (interaction.exchange.state !== 'answered') throw apiError('unknownWebhook');
  return interaction;
}

/** Gives the first answer. Returns the message it made or changed, if any. */
export function giveAnswer(world: World, interaction: Interaction, answer: Answer): Message | undefined {
  const { exchange } = interaction;
  exchange.answerType = answer.type;
  if (answer.type === 8) exchange.choices = (answer.data['choices'] ?? []) as readonly Choice[];
  if (answer.type === 9) exchange.form = formOf(answer.data);
  const message =
    answer.type === 4 || answer.type === 5 ? original(world, interaction, answer) : updated(world, interaction, answer);
  interaction.settle();
  return message;
}

/** The channel of an interaction; 10003 when it is gone. */
export function channelOf(world: World, interaction: Interaction): Channel {
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw apiError('unknownChannel');
  return channel;
}

/** True where an app that only its user installed may not speak in public (Permissions → USE_EXTERNAL_APPS). */
export function mustBePrivate(world: World, interaction: Interaction): boolean {
  if (interaction.guildId === undefined || interaction.owners['0'] !== undefined) return false;
  const asking = { userId: interaction.personId, channel: channelOf(world, interaction) };
  return (permissionsIn(world, asking) & Bits.UseExternalApps) === 0n;
}

function original(world: World, interaction: Interaction, answer: Answer): Message {
  const hidden = ((answer.data.flags ?? 0) & flag.ephemeral) !== 0 || mustBePrivate(world, interaction);
  const command = interaction.type === 2 ? (interaction.commandType === 1 ? 20 : 23) : undefined;
  const message = postMessage(world, {
    channel: channelOf(world, interaction),
    authorId: world.application.botId,
    body: answer.type === 5 ? {} : answer.data,
    uploads: answer.uploads,
    type: command ?? (interaction.sourceMessageId === undefined ? 0 : 19),
    referenceId: interaction.sourceMessageId,
    viewerId: hidden ? interaction.personId : undefined,
    interactionId: interaction.id,
    metadata: metadataOf(world, interaction),
    loading: answer.type === 5,
  });
  interaction.originalId = message.id;
  interaction.exchange.messageIds.push(message.id);
  interaction.exchange.thinking = answer.type === 5;
  return message;
}

function updated(world: World, interaction: Interaction, answer: Answer): Message | undefined {
  if (answer.type !== 6 && answer.type !== 7) return undefined;
  const source = messagesOf(world, interaction.channelId).get(interaction.sourceMessageId ?? '');
  if (source === undefined) throw apiError('unknownMessage');
  interaction.originalId = source.id;
  interaction.exchange.messageIds.push(source.id);
  if (answer.type === 7) changeMessage(world, { message: source, body: answer.data, uploads: answer.uploads });
  return source;
}

function formOf(data: MessageBody): Form {
  return {
    custom_id: String(data['custom_id']),
    title: String(data['title']),
    components: withIds(data.components ?? []),
  };
}

/** What a message says of the interaction it answers (Resources → Message → Message Interaction Metadata). */
export function metadataOf(world: World, interaction: Interaction, originalId?: string): Json {
  const user = world.users.get(interaction.personId);
  return {
    id: interaction.id,
    type: interaction.type,
    user: user === undefined ? undefined : userPayload(user),
    authorizing_integration_owners: interaction.owners,
    ...present({ name: interaction.commandName, command_type: interaction.commandType }),
    ...present({ interacted_message_id: interaction.type === 3 ? interaction.sourceMessageId : undefined }),
    ...present({ original_response_message_id: originalId }),
    ...(interaction.triggeredBy === undefined
      ? {}
      : { triggering_interaction_metadata: metadataOf(world, interaction.triggeredBy) }),
  };
}
