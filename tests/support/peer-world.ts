import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Person } from './people.ts';
import { openWireWorld, type WireWorld } from './wire-world.ts';

/** A server over the wire on which Hana has turned peer sessions on. */
export type PeerWorld = WireWorld & {
  /** The rooms that there are, newest last. */
  rooms(): readonly { readonly id: string; readonly name: string; readonly people: readonly string[] }[];
  /** Somebody in the newest room. */
  inRoom(person: Person): Person;
};

/** Opens it; `on` is false for whoever wants to see the set-up itself. */
export async function openPeerWorld(
  options: { readonly databaseUrl?: string; readonly on?: boolean } = {},
): Promise<PeerWorld> {
  const { on = true, ...rest } = options;
  const world = await openWireWorld(rest);
  const { playground, hana } = world;
  const rooms = () =>
    [...playground.state.channels.values()]
      .filter(({ thread }) => thread !== undefined)
      .map(({ id, name, thread }) => ({ id, name: name ?? '', people: [...(thread?.members.keys() ?? [])] }));
  if (on) {
    allowRooms(world);
    await hana.run('/server setup');
    await hana.choose('1. Where rooms open', playground.world.channel('interview-practice').id);
    await hana.choose('2. Where reports go', playground.world.channel('moderators').id);
    await hana.press('Turn on');
  }
  return {
    ...world,
    get app() {
      return world.app;
    },
    rooms,
    inRoom: (person) => person.at(`thread ${rooms().at(-1)?.id ?? ''}`),
  };
}

/** Gives the bot what the doctor asks for. */
export function allowRooms({ playground }: Pick<WireWorld, 'playground'>): void {
  const { world, applicationId } = playground;
  const own = (allow: bigint) => ({ id: applicationId, type: 1 as const, allow, deny: 0n });
  const practice = world.channel('interview-practice');
  const moderators = world.channel('moderators');
  world.setOverwrites(practice.id, [own(Bits.CreatePrivateThreads | Bits.SendMessagesInThreads)]);
  world.setOverwrites(moderators.id, [...moderators.overwrites, own(Bits.ViewChannel | Bits.SendMessages)]);
}
