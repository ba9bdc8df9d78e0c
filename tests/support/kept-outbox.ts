import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Message } from '#bot/message.ts';
import type { Outbox, Posted, Posting, Standing, WhyRefused } from '#bot/outbox.ts';

type Kept = {
  readonly id: string;
  readonly message: Message;
  readonly nonce: string;
  readonly pings: readonly string[];
};

/** What happens to the next posts of a channel: a no, nobody there, or a post whose answer is lost, carried out or not. */
export type Weather = WhyRefused | 'unreached' | 'unknown, posted' | 'unknown, lost';

type Room = { readonly channel: string; readonly name: string; readonly people: Set<string> };

/** An outbox that keeps what is sent. Like Discord's it takes a nonce twice for one message while it remembers it. */
export type KeptOutbox = Outbox & {
  /** The messages of a channel, or of a person's direct messages. */
  inside(place: string): readonly Kept[];
  /** From now on, until `clear`. */
  weather(place: string, weather: Weather): void;
  clear(place: string): void;
  /** How often somebody tried to post. */
  readonly attempts: () => number;
  standings: Map<string, Standing | undefined>;
  /** The private threads that were made: their channel, their name, and who is in them. */
  readonly rooms: Map<string, Room>;
  /** Forgets the nonces, as Discord does after some minutes. */
  forgetNonces(): void;
};

const everything: Standing = {
  may: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.ReadMessageHistory,
  isThread: false,
  mentionable: new Set(),
  seenBy: new Set(),
};

export function keptOutbox(): KeptOutbox {
  const kept = new Map<string, Kept[]>();
  const nonces = new Map<string, string>();
  const weathers = new Map<string, Weather>();
  const standings = new Map<string, Standing | undefined>();
  const rooms = new Map<string, Room>();
  let count = 0;

  function send(place: string, { message, nonce, pings = [] }: Posting): Posted {
    count += 1;
    const weather = weathers.get(place);
    if (weather === 'unreached') return { kind: 'unreached' };
    if (weather === 'unknown, lost') return { kind: 'unknown' };
    if (weather !== undefined && weather !== 'unknown, posted') return { kind: 'refused', why: weather };
    const id = nonces.get(`${place} ${nonce}`) ?? String(700_000_000_000_000_000n + BigInt(count));
    if (!nonces.has(`${place} ${nonce}`)) {
      nonces.set(`${place} ${nonce}`, id);
      kept.set(place, [...(kept.get(place) ?? []), { id, message, nonce, pings }]);
    }
    return weather === undefined ? { kind: 'posted', message: id } : { kind: 'unknown' };
  }

  return {
    post: async (channel, posting) => send(channel, posting),
    tell: async (person, posting) => send(person, posting),
    edit: async (channel, message, to) => {
      const all = kept.get(channel) ?? [];
      kept.set(
        channel,
        all.map((one) => (one.id === message ? { ...one, message: to } : one)),
      );
      return { kind: 'done' };
    },
    threads: threadsIn(rooms, weathers),
    rooms,
    find: async (channel, customId) => {
      if (weathers.get(channel) === 'unreached') return 'unknown';
      const standing = standings.has(channel) ? standings.get(channel) : everything;
      if (!standing || (standing.may & PermissionFlagsBits.ReadMessageHistory) === 0n) return 'unseen';
      const found = (kept.get(channel) ?? [])
        .slice(-50)
        .find(({ message }) => JSON.stringify(message).includes(`"${customId}"`));
      return found ? { message: found.id } : 'absent';
    },
    standing: async (_server, channel) => (standings.has(channel) ? standings.get(channel) : everything),
    inside: (place) => kept.get(place) ?? [],
    weather: (place, weather) => void weathers.set(place, weather),
    clear: (place) => void weathers.delete(place),
    attempts: () => count,
    standings,
    forgetNonces: () => nonces.clear(),
  };
}

function threadsIn(rooms: Map<string, Room>, weathers: ReadonlyMap<string, Weather>): Outbox['threads'] {
  const outcome = (place: string) => {
    const weather = weathers.get(place);
    if (weather === undefined) return undefined;
    if (weather === 'unreached') return { kind: 'unreached' } as const;
    if (weather.startsWith('unknown')) return { kind: 'unknown' } as const;
    return { kind: 'refused', why: weather as WhyRefused } as const;
  };
  return {
    open: async (channel, name) => {
      const no = outcome(channel);
      if (no?.kind === 'refused' || no?.kind === 'unreached') return no;
      const thread = String(800_000_000_000_000_000n + BigInt(rooms.size));
      rooms.set(thread, { channel, name, people: new Set() });
      return no ?? { kind: 'there', thread };
    },
    find: async (_server, channel, ending) => {
      const found = [...rooms].find(([, room]) => room.channel === channel && room.name.endsWith(ending));
      return found && { kind: 'there', thread: found[0] };
    },
    letIn: async (thread, person) => {
      const no = outcome(person);
      if (no) return no;
      rooms.get(thread)?.people.add(person);
      return { kind: 'done' };
    },
    has: async (thread, person) => rooms.get(thread)?.people.has(person) ?? false,
  };
}
