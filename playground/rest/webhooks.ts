import { Hono } from 'hono';
import { answered, channelOf, metadataOf, mustBePrivate } from '#playground/interactions/answer.ts';
import type { Interaction } from '#playground/interactions/interaction.ts';
import { changeMessage, removeMessage } from '#playground/messages/change.ts';
import { postMessage } from '#playground/messages/post.ts';
import { answerFlags, editFlags } from '#playground/rules/messages.ts';
import { anything, text } from '#playground/rules/shape.ts';
import { flag, messagePayload } from '#playground/wire/message.ts';
import type { Message } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { messageBody, refuseEmpty, type Incoming } from './message-body.ts';
import { part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Follow-ups an app may send where only its user installed it (Receiving and Responding → Create Followup Message). */
const followUpsOfAUserInstall = 5;

/** What the token of an answered interaction allows: follow-ups, and reading, changing and deleting them. Needs no bot token. */
export function webhookRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  const one = '/webhooks/:application/:token/messages/:message';
  routes.post('/webhooks/:application/:token', (c) => c.json(messagePayload(world, followUp(rest, c))));
  routes.get(one, (c) => c.json(messagePayload(world, target(world, c).message)));
  routes.patch(one, (c) => c.json(messagePayload(world, edit(rest, c))));
  routes.delete(one, (c) => {
    removeMessage(world, target(world, c).message);
    return c.body(null, 204);
  });
  return routes;
}

function interactionOf(world: World, c: RestContext): Interaction {
  if (part(c, 'application') !== world.application.id) throw apiError('unknownWebhook');
  return answered(world, part(c, 'token'));
}

function target(world: World, c: RestContext): { readonly interaction: Interaction; readonly message: Message } {
  const interaction = interactionOf(world, c);
  const asked = part(c, 'message');
  const id = asked === '@original' ? (interaction.originalId ?? '') : asked;
  const message = messagesOf(world, interaction.channelId).get(id);
  const own =
    message !== undefined && (message.id === interaction.originalId || message.interactionId === interaction.id);
  if (message === undefined || !own) throw apiError('unknownMessage');
  return { interaction, message };
}

function edit(rest: Rest, c: RestContext): Message {
  const { interaction, message } = target(rest.world, c);
  const incoming = messageBody(rest, c, { settable: editFlags, message, spec: 'followUpEdit' });
  refuseEmpty(incoming, message);
  return changed(rest.world, interaction, { message, ...incoming });
}

function changed(world: World, interaction: Interaction, change: Incoming & { readonly message: Message }): Message {
  if (change.message.id === interaction.originalId) {
    interaction.exchange.thinking = false;
    interaction.exchange.edits += 1;
  }
  changeMessage(world, change);
  return change.message;
}

function followUp(rest: Rest, c: RestContext): Message {
  const { world } = rest;
  const interaction = interactionOf(world, c);
  const waiting = messagesOf(world, interaction.channelId).get(interaction.originalId ?? '');
  const extra = { username: text(1, 80), avatar_url: anything, thread_name: anything };
  const incoming = messageBody(rest, c, { settable: answerFlags, extra, spec: 'followUp' });
  refuseEmpty(incoming);
  // Discord's documents: right after a deferral this works as an edit of the original, whose privacy stays as deferred.
  if (interaction.exchange.thinking && waiting !== undefined)
    return changed(world, interaction, { message: waiting, ...incoming });
  if (interaction.owners['0'] === undefined && interaction.followUps >= followUpsOfAUserInstall)
    throw apiError('tooManyFollowUps');
  interaction.followUps += 1;
  return post(world, interaction, incoming);
}

function post(world: World, interaction: Interaction, { body, uploads }: Incoming): Message {
  const hidden = ((body.flags ?? 0) & flag.ephemeral) !== 0 || mustBePrivate(world, interaction);
  const message = postMessage(world, {
    channel: channelOf(world, interaction),
    authorId: world.application.botId,
    body,
    uploads,
    type: interaction.originalId === undefined ? 0 : 19,
    referenceId: interaction.originalId,
    viewerId: hidden ? interaction.personId : undefined,
    interactionId: interaction.id,
    metadata: metadataOf(world, interaction, interaction.originalId),
  });
  interaction.exchange.messageIds.push(message.id);
  return message;
}
