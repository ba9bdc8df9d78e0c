import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { FormValue, OptionValues } from '#bot/incoming.ts';
import type { Choice } from '#bot/option.ts';

/**
 * A place where people of the tests talk to the bot. Two are places where it is not, and Ann brings it along: the lounge is on
 * a server, the friends are her direct messages with Ben. A thread has its id.
 */
export type Spot = 'general' | 'dm' | 'lounge' | 'friends' | `thread ${string}`;

/** A message as one person sees it. */
export type Seen = {
  readonly id: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly onlyYou: boolean;
  readonly files?: readonly { readonly name: string; readonly text: string }[];
};

/** One way from the people of the tests to the bot: in this process, or over the wire through discord.js. */
export type Transport = {
  command(
    person: string,
    spot: Spot,
    asked: { readonly path: readonly string[]; readonly options: OptionValues },
  ): Promise<void>;
  suggestions(
    person: string,
    asked: { readonly path: readonly string[]; readonly option: string; readonly typed: string },
  ): Promise<readonly Choice[]>;
  press(person: string, spot: Spot, control: { readonly message: string; readonly customId: string }): Promise<void>;
  select(
    person: string,
    spot: Spot,
    control: { readonly message: string; readonly customId: string; readonly values: readonly string[] },
  ): Promise<void>;
  submit(person: string, spot: Spot, values: Readonly<Record<string, FormValue>>): Promise<void>;
  /** The form that is open on the person's screen. */
  form(person: string): APIModalInteractionResponseCallbackData | undefined;
  /** What the person sees there, oldest first. */
  seen(person: string, spot: Spot): readonly Seen[];
  /** Waits until what the person sees there fits; rejects when that takes too long. */
  until(person: string, spot: Spot, fits: (seen: readonly Seen[]) => boolean): Promise<void>;
};
