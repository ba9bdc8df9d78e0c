import { GatewayDispatchEvents as Packet, type GatewayDispatchPayload } from 'discord.js';
import { type Happening, isOnShard, type Shard } from '#bot/happening.ts';

/** Turns packets of one process into happenings; most packets are none. */
export type HappeningReader = (packet: GatewayDispatchPayload, totalShards: number) => Happening | undefined;

/**
 * Makes a reader. It remembers which servers it heard of and which of them are down, to tell a server that comes back
 * after an outage from one that was joined.
 */
export function happeningReader(): HappeningReader {
  const known = new Set<string>();
  const down = new Set<string>();

  /** These are all servers of a shard now; the others were lost while nobody listened. */
  function connected(servers: readonly string[], shard: Shard): Happening {
    for (const server of known) if (isOnShard(server, shard)) known.delete(server);
    for (const server of servers) known.add(server);
    return { kind: 'connected', servers, shard };
  }

  /** A server is there: new, back after an outage, or just one of those announced when the connection began. */
  function arrived(server: string): Happening | undefined {
    const isNew = !known.has(server);
    known.add(server);
    const wasDown = down.delete(server);
    if (wasDown && !isNew) return { kind: 'server-available', server };
    return isNew ? { kind: 'server-joined', server } : undefined;
  }

  function gone(server: string, isOutage: boolean): Happening {
    if (isOutage) {
      down.add(server);
      return { kind: 'server-unavailable', server };
    }
    known.delete(server);
    down.delete(server);
    return { kind: 'server-left', server };
  }

  return ({ t, d }, totalShards) => {
    switch (t) {
      case Packet.Ready: {
        const [id, count] = d.shard ?? [0, totalShards];
        const servers = d.guilds.map((server) => server.id);
        return connected(servers, { id, count });
      }
      case Packet.GuildCreate:
        return d.unavailable ? undefined : arrived(d.id);
      case Packet.GuildDelete:
        return gone(d.id, d.unavailable ?? false);
      case Packet.ChannelDelete:
        return 'guild_id' in d && d.guild_id ? { kind: 'channel-gone', server: d.guild_id, channel: d.id } : undefined;
      case Packet.ThreadDelete:
        return { kind: 'thread-gone', server: d.guild_id, thread: d.id };
      case Packet.ThreadUpdate:
        return d.guild_id && (d.thread_metadata?.archived || d.thread_metadata?.locked)
          ? { kind: 'thread-closed', server: d.guild_id, thread: d.id }
          : undefined;
      default:
        return undefined;
    }
  };
}
