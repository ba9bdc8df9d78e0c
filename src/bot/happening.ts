import type { Snowflake } from './incoming.ts';

/** Which part of all servers one connection to Discord looks after. */
export type Shard = { readonly id: number; readonly count: number };

/**
 * Whether a server belongs to a shard.
 *
 * Formula: https://docs.discord.com/developers/events/gateway#sharding
 */
export const isOnShard = (server: Snowflake, shard: Shard): boolean =>
  Number((BigInt(server) >> 22n) % BigInt(shard.count)) === shard.id;

/** Something that happened on Discord without anybody asking the bot, as plain values. */
export type Happening =
  /** The connection is new; these are all its servers, also those that are down at the moment. */
  | { readonly kind: 'connected'; readonly servers: readonly Snowflake[]; readonly shard: Shard }
  | { readonly kind: 'server-joined'; readonly server: Snowflake }
  | { readonly kind: 'server-left'; readonly server: Snowflake }
  /** Discord has an outage there; the bot is still a member. */
  | { readonly kind: 'server-unavailable'; readonly server: Snowflake }
  | { readonly kind: 'server-available'; readonly server: Snowflake }
  | { readonly kind: 'channel-gone'; readonly server: Snowflake; readonly channel: Snowflake }
  | { readonly kind: 'thread-gone'; readonly server: Snowflake; readonly thread: Snowflake }
  | { readonly kind: 'thread-closed'; readonly server: Snowflake; readonly thread: Snowflake };
