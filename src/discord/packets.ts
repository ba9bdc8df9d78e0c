import { GatewayDispatchEvents as Packet, type GatewayDispatchPayload } from 'discord.js';

/** What discord.js itself needs to keep its connection. */
const needed: ReadonlySet<string> = new Set([Packet.Ready, Packet.Resumed]);

/**
 * Takes from a packet what discord.js would otherwise keep in memory for good: servers with all their channels, roles
 * and threads, and the people in interactions. The bot asks for nothing of that, and a large bot pays for it with most
 * of its memory.
 *
 * discord.js emits every packet as `raw` just before it handles it, by its type; a type it does not know is ignored.
 * So call this at the end of the `raw` listener, when everything worth knowing was read from the packet.
 */
export function slim(packet: GatewayDispatchPayload): void {
  if (packet.t === Packet.Ready) packet.d.guilds = [];
  if (!needed.has(packet.t)) (packet as { t: string }).t = `HANDLED_${packet.t}`;
}
