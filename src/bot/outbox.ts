import type { Snowflake } from './incoming.ts';
import type { Message } from './message.ts';

/** A message that nobody asked for by a press: a daily tip, a reminder, a note to a host. */
export type Posting = {
  readonly message: Message;
  /**
   * At most 25 characters, made from what the message is about and never by chance. While Discord remembers it (a few
   * minutes), a second message with it is taken for the first one.
   */
  readonly nonce: string;
  /** Roles that this message pings. A message that pings nobody comes without a sound. */
  readonly pings?: readonly Snowflake[];
  /** People that this message pings. */
  readonly people?: readonly Snowflake[];
  /** Set when it shall be heard though it pings nobody. */
  readonly aloud?: boolean;
};

/** What became of a posting. */
export type Posted =
  | { readonly kind: 'posted'; readonly message: Snowflake }
  /** Discord said no, so it was not posted. */
  | { readonly kind: 'refused'; readonly why: WhyRefused }
  /** Discord was never reached, so it was not posted. */
  | { readonly kind: 'unreached' }
  /** Nobody knows whether it was posted. */
  | { readonly kind: 'unknown' };

/**
 * `hidden`: the bot may not see the channel (50001); `forbidden`: it may not write there (50013, 50083 …); `gone`: there
 * is no such channel or server any more (10003, 10004); `closed`: the person takes no messages (50007, 50278); `other`:
 * anything else, which would be a bug of ours (a bad body, say).
 */
export type WhyRefused = 'hidden' | 'forbidden' | 'gone' | 'closed' | 'other';

/** What the bot may do in a channel, and what it can say of the roles there. */
export type Standing = {
  /** Discord's permission bits, from the bot's roles and the channel's overwrites. */
  readonly may: bigint;
  readonly isThread: boolean;
  /** The roles of the server that anybody may ping, by id. */
  readonly mentionable: ReadonlySet<Snowflake>;
  /** The roles whose holders see the channel, `everyone` (the server's id) among them if it does. */
  readonly seenBy: ReadonlySet<Snowflake>;
};

/** What a look for one's own post found. */
export type Found = { readonly message: Snowflake } | 'absent' | 'unseen' | 'unknown';

/** What became of a change to something that is there. */
export type Done = Exclude<Posted, { readonly kind: 'posted' }> | { readonly kind: 'done' };

/** What became of a thread that was to be made, or was looked for. */
export type Thread =
  | Exclude<Posted, { readonly kind: 'posted' }>
  | { readonly kind: 'there'; readonly thread: Snowflake };

/** Private threads: rooms for a few people of a server. Never throws for what Discord or the network does. */
export type Threads = {
  /** Makes a private thread to which nobody but the bot lets people in. Name: at most 100 characters. */
  open(channel: Snowflake, name: string): Promise<Thread>;
  /** The bot's active thread in a channel whose name ends like this; undefined when there is none. */
  find(server: Snowflake, channel: Snowflake, ending: string): Promise<Thread | undefined>;
  letIn(thread: Snowflake, person: Snowflake): Promise<Done>;
  /** Whether somebody is in the thread; undefined when nobody knows. */
  has(thread: Snowflake, person: Snowflake): Promise<boolean | undefined>;
};

/** The one way out for messages that answer nothing. Never throws for what Discord or the network does. */
export type Outbox = {
  /** Posts in a channel or thread. Paced, so that answers to people keep their share of Discord's limit. */
  post(channel: Snowflake, posting: Posting): Promise<Posted>;
  /** Changes a message of the bot's own. */
  edit(channel: Snowflake, message: Snowflake, to: Message): Promise<Done>;
  /** Writes to a person directly. */
  tell(person: Snowflake, posting: Posting): Promise<Posted>;
  /**
   * Whether one of the channel's last 50 messages is the bot's own and has a control with this custom id. `unseen`: the
   * bot may not look there (View Channel, Read Message History); `unknown`: nobody answered.
   */
  find(channel: Snowflake, customId: string): Promise<Found>;
  /** What the bot may do in a channel of a server; undefined when the channel isn't there or can't be asked about. */
  standing(server: Snowflake, channel: Snowflake): Promise<Standing | undefined>;
  readonly threads: Threads;
};
