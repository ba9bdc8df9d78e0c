import { messagePayload } from '#playground/wire/message.ts';
import { ownersOf, placePayload, type Place } from '#playground/wire/interaction-place.ts';
import type { Json, Message } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { tokenLivesMs, type Exchange, type Interaction } from './interaction.ts';

export type Opening = {
  readonly type: Interaction['type'];
  readonly place: Place;
  readonly data: Json;
  /** The installations the command works in; components keep those of their message. */
  readonly integrationTypes?: readonly number[];
  readonly owners?: Readonly<Record<string, string>>;
  readonly commandName?: string;
  readonly commandType?: number;
  readonly source?: Message | undefined;
  readonly triggeredBy?: Interaction;
};

/** What Discord allows to be uploaded in an answer, in bytes. */
const attachmentLimit = 10 * 1024 * 1024;

/** Sends an interaction to the bot; resolves at its first answer, or when 3 s have passed without one. */
export async function openInteraction(world: World, opening: Opening): Promise<Exchange> {
  const interaction = record(world, opening);
  forgetOld(world);
  world.interactions.set(interaction.token, interaction);
  const settled = firstAnswer(world, interaction);
  tell(world, interaction, 'asked');
  const data = payload(world, interaction, opening);
  world.gateway.emit({ name: 'INTERACTION_CREATE', data, guildId: interaction.guildId });
  tell(world, interaction, await settled);
  return interaction.exchange;
}

/** Resolves when the interaction is answered, or when its time is over. */
async function firstAnswer(world: World, interaction: Interaction): Promise<'answered' | 'failed'> {
  const { exchange } = interaction;
  const begun = performance.now();
  return await new Promise((resolve) => {
    const timer = setTimeout(() => {
      exchange.state = 'failed';
      resolve('failed');
    }, world.answerWithinMs);
    timer.unref();
    interaction.settle = () => {
      clearTimeout(timer);
      exchange.state = 'answered';
      exchange.answeredAfterMs = Math.round(performance.now() - begun);
      resolve('answered');
    };
  });
}

function tell(world: World, { id, channelId, personId }: Interaction, kind: 'asked' | 'answered' | 'failed'): void {
  world.happenings.emit({ kind, interactionId: id, channelId, viewerId: personId });
}

function record(world: World, opening: Opening): Interaction {
  const { person, channel, guild } = opening.place;
  const id = world.newId();
  return {
    id,
    token: Buffer.from(`interaction:${id}:${world.secret(60)}`).toString('base64url'),
    type: opening.type,
    personId: person.id,
    channelId: channel.id,
    guildId: guild?.id,
    owners: opening.owners ?? ownersOf(world, opening.place, opening.integrationTypes ?? [0, 1]),
    openedAt: world.clock.now(),
    commandName: opening.commandName,
    commandType: opening.commandType,
    sourceMessageId: opening.source?.id,
    triggeredBy: opening.triggeredBy,
    data: opening.data,
    followUps: 0,
    formUsed: false,
    exchange: {
      interactionId: id,
      personId: person.id,
      channelId: channel.id,
      state: 'waiting',
      messageIds: [],
      thinking: false,
      edits: 0,
    },
    settle: () => undefined,
  };
}

function forgetOld(world: World): void {
  for (const [token, old] of world.interactions) {
    if (world.clock.now() - old.openedAt < 2 * tokenLivesMs) return;
    world.interactions.delete(token);
  }
}

function payload(world: World, interaction: Interaction, opening: Opening): Json {
  return {
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    ...placePayload(world, opening.place),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: interaction.owners,
    attachment_size_limit: attachmentLimit,
    ...(opening.source === undefined ? {} : { message: messagePayload(world, opening.source) }),
  };
}
