import type { Clock } from '#playground/clock.ts';
import type { Interaction } from '#playground/interactions/interaction.ts';
import type { Signal } from '#playground/signal.ts';
import type { Attachment, Channel, Command, Guild, Json, Message, User } from './records.ts';

/** Something Discord tells bots over the gateway. Without a guild it goes to shard 0. */
export type GatewayEvent = { readonly name: string; readonly data: Json; readonly guildId?: string | undefined };

/** Something people could notice; what the page and the tests listen to. */
export type Happening = {
  readonly kind:
    | 'asked'
    | 'answered'
    | 'failed'
    | 'message'
    | 'edited'
    | 'deleted'
    | 'channel'
    | 'guild'
    | 'commands'
    | 'clock';
  readonly channelId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly interactionId?: string | undefined;
  /** Only this person may know of it. */
  readonly viewerId?: string | undefined;
};

export type Application = {
  readonly id: string;
  readonly name: string;
  readonly botId: string;
  readonly token: string;
};

/** The whole state of one playground. Nothing else is kept anywhere. */
export type World = {
  readonly clock: Clock;
  readonly newId: () => string;
  /** Random characters for tokens and the like. */
  readonly secret: (length: number) => string;
  /** Where attachments are served; known once the server listens. */
  baseUrl: string;
  readonly application: Application;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Channel id → message id → message, oldest first. */
  readonly messages: Map<string, Map<string, Message>>;
  /** Every file that was uploaded, by its id, as long as something may still link to it. */
  readonly files: Map<string, Attachment>;
  /** 'global' or a guild's id → its commands. */
  readonly commands: Map<string, readonly Command[]>;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  /** Nonces of the bot's posts → the message and when. */
  readonly nonces: Map<string, { readonly messageId: string; readonly channelId: string; readonly at: number }>;
  readonly gateway: Signal<GatewayEvent>;
  readonly happenings: Signal<Happening>;
  /** Real milliseconds an interaction may stay without an answer. */
  readonly answerWithinMs: number;
};

/** The moment as Discord writes it. */
export function timestamp(world: World): string {
  return new Date(world.clock.now()).toISOString().replace('Z', '000+00:00');
}

export function botIsIn(world: World, guild: Guild): boolean {
  return guild.members.has(world.application.botId);
}

/** Messages of a channel, oldest first; an empty map for a channel without any. */
export function messagesOf(world: World, channelId: string): ReadonlyMap<string, Message> {
  return world.messages.get(channelId) ?? new Map<string, Message>();
}
