import { InteractionContextType, type PermissionFlagsBits } from 'discord-api-types/v10';
import type { Text } from '#text/text.ts';
import type { Snowflake, TargetMessage } from './incoming.ts';
import type { Options, ValuesOf } from './option.ts';
import type { CommandReply } from './reply.ts';
import type { Turn } from './turn.ts';

/** What a member must be allowed to do in a server before a command is offered; checked again when it runs. */
export type Needs = keyof typeof PermissionFlagsBits;

type Run<F, More> = (turn: Turn<F> & More) => Promise<CommandReply>;

/** The last word of a slash command: its options and what it does. */
export type Action<F, O> = {
  readonly about: Text;
  readonly options?: O;
  /** Set when it answers with a form: then it can't be deferred, see `dispatch`. */
  readonly opensForm?: boolean;
  run(turn: Turn<F> & { readonly options: ValuesOf<O> }): Promise<CommandReply>;
};

/** Where a command can be used. Without one it works in servers, in direct messages and as a user-installed app. */
export type Place = 'server';

type Head = { readonly name: string; readonly needs?: Needs; readonly only?: Place };

/** An action of which only the dispatcher knows that its options fit. */
export type AnyAction<F> = {
  readonly about: Text;
  readonly options: Options<F>;
  readonly opensForm: boolean;
  run: Run<F, { readonly options: never }>;
};

export type SlashCommand<F> = Head & {
  readonly kind: 'slash';
  readonly about: Text;
  /** The action of each subcommand, or of the command itself under the empty word. */
  readonly actions: Readonly<Record<string, AnyAction<F>>>;
};

export type MenuCommand<F> = Head &
  (
    | { readonly kind: 'user-menu'; run: Run<F, { readonly target: Snowflake }> }
    | { readonly kind: 'message-menu'; run: Run<F, { readonly target: TargetMessage }> }
  ) & { readonly opensForm: boolean };

/** Anything a person can type or pick from a menu, as data. */
export type Command<F> = SlashCommand<F> | MenuCommand<F>;

type MenuSpec<F, More> = Head & { readonly opensForm?: boolean; run: Run<F, More> };

/** Makes the commands whose handlers get features `F`. */
export function commandsFor<F>() {
  return {
    /** A slash command without subcommands. */
    command: <const O extends Options<F>>(spec: Head & Action<F, O>): SlashCommand<F> => ({
      ...headOf(spec),
      kind: 'slash',
      about: spec.about,
      actions: { '': complete(spec) },
    }),
    /** A slash command with subcommands. */
    commandGroup: (
      spec: Head & { readonly about: Text; readonly subcommands: Readonly<Record<string, AnyAction<F>>> },
    ): SlashCommand<F> => ({ ...headOf(spec), kind: 'slash', about: spec.about, actions: spec.subcommands }),
    /** One subcommand of a group. */
    subcommand: <const O extends Options<F>>(action: Action<F, O>): AnyAction<F> => complete(action),
    /** A command in the menu of a person. */
    userCommand: (spec: MenuSpec<F, { readonly target: Snowflake }>): MenuCommand<F> => ({
      opensForm: false,
      ...spec,
      kind: 'user-menu',
    }),
    /** A command in the menu of a message. */
    messageCommand: (spec: MenuSpec<F, { readonly target: TargetMessage }>): MenuCommand<F> => ({
      opensForm: false,
      ...spec,
      kind: 'message-menu',
    }),
  };

  function complete<O extends Options<F>>({ about, options, opensForm, run }: Action<F, O>): AnyAction<F> {
    return { about, options: options ?? {}, opensForm: opensForm ?? false, run };
  }
}

const headOf = ({ name, needs, only }: Head): Head => ({ name, ...(needs && { needs }), ...(only && { only }) });

/** The contexts in which Discord offers a command. */
export const contextsOf = ({ only }: Pick<Head, 'only'>): readonly InteractionContextType[] =>
  only === 'server'
    ? [InteractionContextType.Guild]
    : [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel];

/** All ways to type the slash commands: `['lesson today', …]`. */
export const wordsOf = <F>(command: SlashCommand<F>): readonly string[] =>
  Object.keys(command.actions).map((word) => (word === '' ? command.name : `${command.name} ${word}`));
