import type { EventEmitter } from 'node:events';
import {
  type APIInteraction,
  Client,
  DiscordAPIError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents as Packet,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  HTTPError,
  type REST,
  Status,
} from 'discord.js';
import type { Happening } from '#bot/happening.ts';
import type { Outbox } from '#bot/outbox.ts';
import type { Log } from '#src/log.ts';
import { happeningReader } from './happenings.ts';
import { outboxOver } from './outbox.ts';
import { slim } from './packets.ts';
import { pacedRest, restForAnswers } from './rests.ts';

export type DiscordOptions = {
  readonly token: string;
  /** Another base of Discord's REST API, such as a proxy. */
  readonly apiUrl?: string;
  readonly log: Log;
  /** `rest` is for answers alone; see `restForAnswers`. */
  readonly onInteraction: (interaction: APIInteraction, rest: REST) => void;
  readonly onHappening: (happening: Happening) => void;
};

export type Discord = {
  readonly rest: REST;
  readonly outbox: Outbox;
  /** Logs in. Resolves with the application's id as soon as Discord accepts the bot. */
  login(): Promise<string>;
  /** Whether all connections to Discord are up. */
  isReady(): boolean;
  /** Stops listening for good. What was begun can still be answered: that needs no connection. */
  disconnect(): Promise<void>;
};

/** Why Discord did not let the bot in, for the operator. */
export class DiscordProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DiscordProblem';
  }
}

/** The one connection to Discord. It needs the intent `Guilds` alone and keeps nothing of servers or people. */
export function openDiscord({ token, apiUrl, log, onInteraction, onHappening }: DiscordOptions): Discord {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    // Servers are not kept (see `slim`), so there are none to wait for.
    waitGuildTimeout: 0,
    ...(apiUrl && { rest: { api: apiUrl } }),
  });
  const answers = restForAnswers(apiUrl);
  const bulk = pacedRest(apiUrl).setToken(token);
  const happeningIn = happeningReader();
  let isLeaving = false;
  let welcome: ((application: string) => void) | undefined;

  function onPacket(packet: GatewayDispatchPayload): void {
    if (packet.t === Packet.Ready) welcome?.(packet.d.application.id);
    if (packet.t === Packet.InteractionCreate) onInteraction(packet.d, answers);
    const happening = happeningIn(packet, client.options.shardCount ?? 1);
    slim(packet);
    if (happening) onHappening(happening);
  }

  // `raw` is not among the events that discord.js gives types to.
  (client as EventEmitter).on(Events.Raw, onPacket);
  client.on(Events.Error, (error) => log.error({ error }, 'discord.js had an error'));
  client.on(Events.ShardError, (error) => log.warn({ error }, 'the connection to Discord had an error'));
  // discord.js says so of a connection that it lets go of for good, too.
  client.on(Events.ShardReconnecting, () => isLeaving || log.info({}, 'reconnecting to Discord'));
  client.on(Events.ShardResume, () => log.info({}, 'connected to Discord again'));

  return {
    rest: client.rest,
    outbox: outboxOver({ rest: bulk, self: () => client.user?.id ?? '' }),
    login: () =>
      new Promise((resolve, reject) => {
        welcome = resolve;
        client.login(token).catch((error: unknown) => reject(explained(error)));
      }),
    isReady: () => client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready),
    disconnect: () => {
      isLeaving = true;
      return client.destroy();
    },
  };
}

/** What an error while logging in means to the operator; unknown ones stay as they are. */
export function explained(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === DiscordjsErrorCodes.TokenInvalid || (error instanceof DiscordAPIError && error.status === 401)) {
    return new DiscordProblem(
      'Discord does not accept DISCORD_TOKEN. Copy the token anew from the Bot page of your application (discord.com/developers/applications) into .env.',
    );
  }
  if (code === 'ENOTFOUND' || code === 'ECONNREFUSED' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new DiscordProblem(
      `Discord can't be reached (${code}). Check the network, and DISCORD_API_URL if it is set.`,
    );
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof SyntaxError) {
    return new DiscordProblem(
      'DISCORD_API_URL answers, but not as Discord does. Check the address, or remove it to use Discord itself.',
    );
  }
  return error;
}
