// A server in this process on which peer sessions can be set up: what Hana may choose, and what stands in its channels.

import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Standing } from '#bot/outbox.ts';
import type { ChatOptions } from '#tests/support/in-process.ts';
import { transcript } from '#tests/support/transcript.ts';
import { openWorld, type World } from '#tests/support/world.ts';

export const server = '200000000000000001';
export const practice = '300000000000000005';
export const moderators = '300000000000000006';

export const annId = '100000000000000001';
export const benId = '100000000000000002';

export const roomBits =
  Bits.ViewChannel | Bits.CreatePrivateThreads | Bits.SendMessagesInThreads | Bits.ReadMessageHistory;
export const reportBits = Bits.ViewChannel | Bits.SendMessages;

export const standing = (may: bigint, ...seenBy: readonly string[]): Standing => ({
  may,
  isThread: false,
  mentionable: new Set(),
  seenBy: new Set(seenBy),
});

/** Opens it with channels that fit. Hana looks after it; nothing is set up yet. */
export async function openQuietServer(options: ChatOptions & { readonly dice?: () => number } = {}): Promise<World> {
  const world = await openWorld({ hosts: ['Hana'], ...options });
  world.outbox.standings.set(practice, standing(roomBits, server));
  world.outbox.standings.set(moderators, standing(reportBits));
  return world;
}

/** Hana turns sessions on. */
export async function turnOn({ hana }: World): Promise<void> {
  await hana.run('/server setup');
  await hana.choose('1. Where rooms open', practice);
  await hana.choose('2. Where reports go', moderators);
  await hana.press('Turn on');
}

/** All that the bot wrote in a place by itself, as read aloud, oldest first. */
export const said = ({ outbox }: World, place: string): readonly string[] =>
  outbox.inside(place).map(({ id, message }) => transcript({ id, components: message.components, onlyYou: false }));
