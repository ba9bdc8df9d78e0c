/** Discord's epoch, the first second of 2015, in milliseconds (Reference → Snowflakes). */
const epoch = 1_420_070_400_000n;

/** Makes ids as Discord does: milliseconds since its epoch above 22 bits, here filled by one counter so that no id comes twice. */
export function snowflakes(now: () => number): () => string {
  let count = 0n;
  return () => {
    count = (count + 1n) & 0x3fffffn;
    return String(((BigInt(Math.trunc(now())) - epoch) << 22n) | count);
  };
}

/** When an id was made, in milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number((BigInt(id) >> 22n) + epoch);
}

/** Which of `count` shards hears of a guild (Gateway → Sharding). */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** Whether a value has the form of an id. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}
