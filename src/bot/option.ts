import { ApplicationCommandOptionType, type ChannelType } from 'discord-api-types/v10';
import type { Text } from '#text/text.ts';
import type { OptionValue, OptionValues, Snowflake } from './incoming.ts';
import type { Turn } from './turn.ts';

/** One line of an autocomplete list: at most 100 characters each, at most 25 lines. */
export type Choice = { readonly name: string; readonly value: string };

/** Offers choices while a person types. Asked at every keystroke, so it must be quick; nothing is recorded. */
export type Suggest<F> = (turn: Turn<F> & { readonly typed: string }) => Promise<readonly Choice[]>;

/** One option of a slash command; `T` is what the command's handler gets. */
export type Option<T, F> = {
  readonly type: ApplicationCommandOptionType;
  readonly about: Text;
  readonly required: boolean;
  readonly choices?: Readonly<Record<string, Text>>;
  readonly min?: number;
  readonly max?: number;
  readonly channels?: readonly ChannelType[];
  readonly suggest?: Suggest<F>;
  read(value: OptionValue | undefined): T;
};

export type Options<F> = Readonly<Record<string, Option<unknown, F>>>;
export type ValuesOf<O> = { readonly [K in keyof O]: O[K] extends Option<infer T, never> ? T : never };

type Wanted<T, R> = R extends true ? T : T | undefined;
type Base<R> = { readonly about: Text; readonly required?: R };
type Range = { readonly min?: number; readonly max?: number };

/** Makes the options of a command whose handlers get features `F`. */
export function optionsFor<F>() {
  return {
    /** Free text; with `suggest` live suggestions (what is typed may still be anything). */
    text: <R extends boolean = false>(spec: Base<R> & Range & { readonly suggest?: Suggest<F> }) =>
      make<string, R>(ApplicationCommandOptionType.String, spec, isString),
    /** One of a few fixed words, each with its label. */
    choice: <W extends string, R extends boolean = false>(
      spec: Base<R> & { readonly choices: Readonly<Record<W, Text>> },
    ) =>
      make<W, R>(ApplicationCommandOptionType.String, spec, (value): value is W =>
        Object.hasOwn(spec.choices, `${value}`),
      ),
    integer: <R extends boolean = false>(spec: Base<R> & Range) =>
      make<number, R>(ApplicationCommandOptionType.Integer, spec, isNumber),
    number: <R extends boolean = false>(spec: Base<R> & Range) =>
      make<number, R>(ApplicationCommandOptionType.Number, spec, isNumber),
    boolean: <R extends boolean = false>(spec: Base<R>) =>
      make<boolean, R>(
        ApplicationCommandOptionType.Boolean,
        spec,
        (value): value is boolean => typeof value === 'boolean',
      ),
    user: <R extends boolean = false>(spec: Base<R>) =>
      make<Snowflake, R>(ApplicationCommandOptionType.User, spec, isString),
    role: <R extends boolean = false>(spec: Base<R>) =>
      make<Snowflake, R>(ApplicationCommandOptionType.Role, spec, isString),
    channel: <R extends boolean = false>(spec: Base<R> & { readonly channels?: readonly ChannelType[] }) =>
      make<Snowflake, R>(ApplicationCommandOptionType.Channel, spec, isString),
  };

  function make<T extends OptionValue, R extends boolean>(
    type: ApplicationCommandOptionType,
    spec: Omit<Option<unknown, F>, 'type' | 'read' | 'required'> & { readonly required?: boolean },
    fits: (value: OptionValue) => value is T,
  ): Option<Wanted<T, R>, F> {
    const read = (value: OptionValue | undefined) => (value !== undefined && fits(value) ? value : undefined);
    return { ...spec, type, required: spec.required ?? false, read: read as Option<Wanted<T, R>, F>['read'] };
  }
}

const isString = (value: OptionValue): value is string => typeof value === 'string';
const isNumber = (value: OptionValue): value is number => typeof value === 'number';

/** The values that a handler gets. Throws when a required one is missing, which Discord does not let happen. */
export function readOptions(options: Options<never>, values: OptionValues): Readonly<Record<string, unknown>> {
  const read = Object.entries(options).map(([name, option]) => {
    const value = option.read(values[name]);
    if (value === undefined && option.required) throw new Error(`the required option ${name} did not come`);
    return [name, value] as const;
  });
  return Object.fromEntries(read);
}
