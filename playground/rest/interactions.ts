import { Hono } from 'hono';
import { allowedAnswers, awaiting, giveAnswer } from '#playground/interactions/answer.ts';
import type { Interaction } from '#playground/interactions/interaction.ts';
import { present, type MessageBody } from '#playground/messages/post.ts';
import { answerProblems } from '#playground/rules/answers.ts';
import type { Problem } from '#playground/rules/problem.ts';
import { isObject } from '#playground/rules/shape.ts';
import type { SpecName } from '#playground/rules/spec.ts';
import { flag, messagePayload } from '#playground/wire/message.ts';
import type { Json, Message } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { around, refuseEmpty } from './message-body.ts';
import { bodyOf, check, part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** First answers to interactions (Receiving and Responding → Create Interaction Response). Needs no bot token. */
export function interactionRoutes(rest: Rest): Hono<RestEnv> {
  const routes = new Hono<RestEnv>();
  routes.post('/interactions/:id/:token/callback', (c) => {
    const interaction = awaiting(rest.world, part(c, 'id'), part(c, 'token'));
    const answer = readAnswer(rest, c, interaction);
    const message = giveAnswer(rest.world, interaction, answer);
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json(callback(rest.world, interaction, { type: answer.type, message }));
  });
  return routes;
}

const specs: ReadonlyMap<number, SpecName> = new Map([
  [4, 'answer'],
  [5, 'answer'],
  [6, 'update'],
  [7, 'update'],
  [8, 'choices'],
  [9, 'form'],
]);

function readAnswer(
  rest: Rest,
  c: RestContext,
  interaction: Interaction,
): { type: number; data: MessageBody; uploads: RestEnv['Variables']['uploads'] } {
  const body = bodyOf(c);
  const type = Number(body['type']);
  const data = (body['data'] ?? {}) as MessageBody;
  const incoming = { body: data, uploads: c.get('uploads') };
  const source = messagesOf(rest.world, interaction.channelId).get(interaction.sourceMessageId ?? '');
  const find = (): readonly Problem[] =>
    answerProblems(body, {
      allowed: allowedAnswers(interaction),
      focusedType: focusedType(interaction.data['options']),
      message: (settable) => around(incoming, { settable, message: type === 7 ? source : undefined }),
    });
  const spec = specs.get(type);
  check(rest, { find, spec: spec === undefined ? [] : [[spec, body]] });
  if (type === 4) refuseEmpty(incoming);
  if (type === 7) refuseEmpty(incoming, source);
  return { type, data, uploads: incoming.uploads };
}

/** The type of the option that carries `focused`, however deep; text when there is none. */
function focusedType(options: unknown): number {
  const flat = (list: unknown): readonly unknown[] =>
    Array.isArray(list) ? list.flatMap((one: unknown) => [one, ...(isObject(one) ? flat(one['options']) : [])]) : [];
  const focused = flat(options).find((one) => isObject(one) && one['focused'] === true);
  return isObject(focused) ? Number(focused['type']) : 3;
}

/** The body for `with_response=true`; the message itself only where one was written (Interaction Callback Resource Object). */
function callback(
  world: World,
  interaction: Interaction,
  done: { readonly type: number; readonly message: Message | undefined },
): Json {
  const { message, type } = done;
  const about = present({
    response_message_id: message?.id,
    response_message_loading: message === undefined ? undefined : (message.flags & flag.loading) !== 0,
    response_message_ephemeral: message === undefined ? undefined : message.viewerId !== undefined,
    channel_id: interaction.channelId,
    guild_id: interaction.guildId,
  });
  const written = type === 4 || type === 5 || type === 7 ? message : undefined;
  return {
    interaction: { id: interaction.id, type: interaction.type, ...about },
    resource: { type, ...(written === undefined ? {} : { message: messagePayload(world, written) }) },
  };
}
