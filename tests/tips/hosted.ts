import { PermissionFlagsBits } from 'discord-api-types/v10';
import { seededDice } from '#tests/support/dice.ts';
import { openWorld, type World } from '#tests/support/world.ts';

export const general = '300000000000000001';
export const annId = '100000000000000001';

type Row = { readonly day: string; readonly part: number; readonly state: string; readonly tip: string | null };

/** A server whose host Ann has turned on tips in #general, at 09:30 UTC, and wants to hear of trouble. */
export type Hosted = World & {
  /** Ann turns on tips in another channel, too. */
  setUp(channel: string): Promise<void>;
  /** The clock moves on, and the alarm rings. */
  after(duration: Temporal.DurationLike): Promise<void>;
  /** What was posted in #general, or another channel. */
  posts(channel?: string): ReturnType<World['outbox']['inside']>;
  /** What Ann was told by direct message. */
  told(): readonly string[];
  deliveries(): Promise<readonly Row[]>;
  /** Each delivery's day and what became of it. */
  states(): Promise<readonly string[]>;
  /** What Ann reads in `/tips list`. */
  list(): Promise<string>;
};

/** It is Monday, 2 March 2026, 09:00. */
export async function openHosted(): Promise<Hosted> {
  const memberMay = PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild;
  const world = await openWorld({ memberMay, dice: seededDice() });
  const { ann, clock, outbox } = world;
  const setUp = async (channel: string) => {
    await ann.run(`/tips setup channel:${channel} time:9:30 zone:UTC`);
    await ann.press('Write to me if it fails');
    await ann.press('Turn on');
  };
  const deliveries = async () => (await world.rows('deliveries')) as readonly Row[];
  await setUp(general);
  return {
    ...world,
    setUp,
    after: async (duration) => {
      clock.now = clock.now.add(duration);
      await world.bring();
    },
    posts: (channel = general) => outbox.inside(channel),
    told: () => outbox.inside(annId).map(({ message }) => JSON.stringify(message)),
    deliveries,
    states: async () => (await deliveries()).map(({ day, state }) => `${day} ${state}`),
    list: async () => {
      await ann.run('/tips list');
      return ann.reads();
    },
  };
}
