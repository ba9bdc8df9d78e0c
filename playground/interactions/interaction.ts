import type { Component, Json } from '#playground/world/records.ts';

export type Choice = { readonly name: string; readonly value: string | number };

/** A modal as the bot sent it. */
export type Form = { readonly custom_id: string; readonly title: string; readonly components: readonly Component[] };

/** What a person's one action came to. It stays live: follow-ups and edits appear in it as they happen. */
export type Exchange = {
  readonly interactionId: string;
  readonly personId: string;
  readonly channelId: string;
  /** 'failed': no answer within 3 s, "This interaction failed". */
  readonly state: 'waiting' | 'answered' | 'failed';
  /** Real milliseconds from the action to its first answer. */
  readonly answeredAfterMs?: number;
  /** The interaction callback type of the first answer. */
  readonly answerType?: number;
  readonly form?: Form;
  readonly choices?: readonly Choice[];
  /** What answered: the original first (the updated message, after an update), then follow-ups. */
  readonly messageIds: readonly string[];
  /** True while the first answer is "thinking…". */
  readonly thinking: boolean;
  /** How often @original was edited. */
  readonly edits: number;
};

/** An interaction and all that its token allows. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 form. */
  readonly type: 2 | 3 | 4 | 5;
  readonly personId: string;
  readonly channelId: string;
  readonly guildId?: string | undefined;
  readonly owners: Readonly<Record<string, string>>;
  /** Product time. */
  readonly openedAt: number;
  /** "lesson today", for commands. */
  readonly commandName?: string | undefined;
  readonly commandType?: number | undefined;
  /** The message whose component was used, also of the form that it opened. */
  readonly sourceMessageId?: string | undefined;
  /** The interaction that opened the form. */
  readonly triggeredBy?: Interaction | undefined;
  readonly data: Json;
  originalId?: string;
  followUps: number;
  formUsed: boolean;
  readonly exchange: { -readonly [K in keyof Exchange]: Exchange[K] } & { messageIds: string[] };
  /** Stops the 3 s timer. */
  settle: () => void;
};

/** How long a token works, in milliseconds (Receiving and Responding → Followup Messages). */
export const tokenLivesMs = 15 * 60 * 1000;
