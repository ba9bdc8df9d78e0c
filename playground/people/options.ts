import type { Place } from '#playground/wire/interaction-place.ts';
import type { Command, CommandOption } from '#playground/world/records.ts';
import { canSee } from '#playground/world/permissions.ts';
import type { World } from '#playground/world/world.ts';
import { CannotDo } from './refusal.ts';

/** An option as Discord sends it: a subcommand with options, or a value. The type may be left out; it is filled in. */
export type GivenOption = {
  readonly name: string;
  readonly type?: number;
  readonly value?: string | number | boolean;
  readonly options?: readonly GivenOption[];
  readonly focused?: boolean;
};

export type Filled = { readonly options: readonly GivenOption[]; /** "lesson today" */ readonly fullName: string };

type Filling = { readonly world: World; readonly place: Place; readonly typing: boolean };

/** Checks options as Discord's app does before sending: known, of the right type, choices and limits kept, required ones there. */
export function fillOptions(filling: Filling, command: Command, given: readonly GivenOption[]): Filled {
  const options = level(filling, { name: command.name, options: command.options }, given);
  const names = [command.name];
  for (let at = options; at[0]?.type === 1 || at[0]?.type === 2; at = at[0].options ?? []) names.push(at[0].name);
  return { options, fullName: names.join(' ') };
}

type Level = { readonly name: string; readonly options?: readonly CommandOption[] };

function level(filling: Filling, owner: Level, given: readonly GivenOption[]): readonly GivenOption[] {
  const known = owner.options ?? [];
  const nested = known.some((one) => one.type === 1 || one.type === 2);
  if (nested && given.length !== 1)
    throw new CannotDo(`/${owner.name} needs one subcommand: ${known.map((one) => one.name).join(', ')}`);
  for (const one of known) {
    const missing = one.required === true && !given.some((each) => each.name === one.name);
    if (missing && !filling.typing) throw new CannotDo(`/${owner.name} needs the option ${one.name}`);
  }
  return given.map((each) => {
    const option = known.find((one) => one.name === each.name);
    if (option === undefined) throw new CannotDo(`/${owner.name} has no option ${each.name}`);
    if (option.type <= 2)
      return { name: each.name, type: option.type, options: level(filling, option, each.options ?? []) };
    return value(filling, option, each);
  });
}

function value(filling: Filling, option: CommandOption, given: GivenOption): GivenOption {
  const filled = {
    name: given.name,
    type: option.type,
    value: given.value ?? '',
    ...(given.focused === true ? { focused: true } : {}),
  };
  if (filling.typing && given.focused === true) return { ...filled, value: String(given.value ?? '') };
  const wrong = reasonAgainst(filling, option, given.value);
  if (wrong !== undefined) throw new CannotDo(`${option.name}: ${wrong}`);
  return filled;
}

function reasonAgainst(filling: Filling, option: CommandOption, given: GivenOption['value']): string | undefined {
  if (given === undefined) return 'has no value';
  if (option.choices !== undefined && option.choices.length > 0) {
    return option.choices.some((one) => one.value === given) ? undefined : `"${String(given)}" is none of its choices`;
  }
  if (option.type === 3)
    return typeof given === 'string'
      ? outside(given.length, option['min_length'], option['max_length'] ?? 6000)
      : 'is not text';
  if (option.type === 5) return typeof given === 'boolean' ? undefined : 'is not true or false';
  if (option.type === 4 && !Number.isInteger(given)) return 'is not a whole number';
  if (option.type === 4 || option.type === 10) {
    return typeof given === 'number' ? outside(given, option['min_value'], option['max_value']) : 'is not a number';
  }
  return exists(filling, option.type, String(given)) ? undefined : `there is no ${String(given)}`;
}

function outside(size: number, min: unknown, max: unknown): string | undefined {
  if (typeof min === 'number' && size < min) return `is below ${min}`;
  return typeof max === 'number' && size > max ? `is above ${max}` : undefined;
}

function exists({ world, place }: Filling, type: number, id: string): boolean {
  const channel = world.channels.get(id);
  if (type === 6) return world.users.has(id);
  if (type === 7) return channel !== undefined && canSee(world, { userId: place.person.id, channel });
  if (type === 8) return place.guild?.roles.has(id) === true;
  return world.users.has(id) || place.guild?.roles.has(id) === true;
}
