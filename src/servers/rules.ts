/** Which servers were joined and which were lost while nobody listened. */
export function changesWhileAway(known: readonly string[], present: readonly string[]) {
  const before = new Set(known);
  const now = new Set(present);
  return { joined: present.filter((id) => !before.has(id)), lost: known.filter((id) => !now.has(id)) };
}

/**
 * Whether a server belongs to a shard.
 *
 * Formula: https://docs.discord.com/developers/events/gateway#sharding
 */
export const isOnShard = (server: string, shard: { readonly id: number; readonly count: number }): boolean =>
  Number((BigInt(server) >> 22n) % BigInt(shard.count)) === shard.id;
