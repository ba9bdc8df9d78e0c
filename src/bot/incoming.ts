/** A Discord id: 17 to 20 digits. */
export type Snowflake = string;

/** Where something was said. `server` is missing in direct and group messages. */
export type Where = {
  readonly context: 'server' | 'bot-dm' | 'private-channel';
  readonly channel: Snowflake;
  readonly isThread: boolean;
  readonly server?: {
    readonly id: Snowflake;
    /** Discord's tag of the server's language, such as `en-US`. */
    readonly locale: string;
    /** What the person may do in this channel, as Discord's permission bits. */
    readonly memberMay: bigint;
    /** The roles that the person has there. */
    readonly memberRoles: readonly Snowflake[];
  };
  /** What the bot may do in this channel, as Discord's permission bits. */
  readonly botMay: bigint;
};

/** Who did something, as Discord tells it. */
export type Actor = {
  readonly id: Snowflake;
  /** The name others see; may hold anything. */
  readonly name: string;
  readonly locale: string;
};

type Base = {
  /** The interaction's id: the same when Discord tells of it twice. */
  readonly id: Snowflake;
  readonly actor: Actor;
  readonly where: Where;
};

/** A value as it came with a slash command; users, channels, roles and attachments come as ids. */
export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** A value as it came with a form: a text, what was chosen, or whether a box was ticked. */
export type FormValue = string | readonly string[] | boolean;

export type IncomingCommand = Base & {
  readonly kind: 'command';
  /** The words after the slash: `['lesson', 'show']`. */
  readonly path: readonly string[];
  readonly options: OptionValues;
};

export type IncomingAutocomplete = Base & {
  readonly kind: 'autocomplete';
  readonly path: readonly string[];
  readonly options: OptionValues;
  readonly focused: { readonly name: string; readonly typed: string };
};

export type TargetMessage = {
  readonly id: Snowflake;
  readonly channel: Snowflake;
  readonly author: Snowflake;
  readonly content: string;
};

/** A command from the menu of a person or of a message. */
export type IncomingMenu = Base &
  (
    | { readonly kind: 'user-menu'; readonly name: string; readonly target: Snowflake }
    | { readonly kind: 'message-menu'; readonly name: string; readonly target: TargetMessage }
  );

export type IncomingPress = Base & { readonly kind: 'press'; readonly customId: string };

export type IncomingSelect = Base & {
  readonly kind: 'select';
  readonly customId: string;
  /** What was chosen: the options' values, or ids of users, roles and channels. */
  readonly values: readonly string[];
};

export type IncomingSubmit = Base & {
  readonly kind: 'submit';
  readonly customId: string;
  readonly values: Readonly<Record<string, FormValue>>;
  /** Whether the form was opened from a message (then its answer can change that message). */
  readonly onMessage: boolean;
};

/** Anything a person can do to the bot, as plain values. */
export type Incoming =
  | IncomingCommand
  | IncomingAutocomplete
  | IncomingMenu
  | IncomingPress
  | IncomingSelect
  | IncomingSubmit;
