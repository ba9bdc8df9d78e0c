import type { Place } from '#playground/wire/interaction-place.ts';
import { canSee } from '#playground/world/permissions.ts';
import type { Component, Json } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { CannotDo } from './refusal.ts';
import { resolvedData } from './resolved.ts';

/** Checks a choice of values as Discord's app does; gives `resolved` for selects of users, roles and channels. */
export function chooseFrom(
  at: { readonly world: World; readonly place: Place },
  select: Component,
  values: readonly string[],
): Json | undefined {
  const { world, place } = at;
  inRange(select, values.length);
  if (select.type === 3) {
    const known = (select['options'] ?? []) as readonly { readonly value: string }[];
    const strange = values.find((value) => !known.some((one) => one.value === value));
    if (strange !== undefined) throw new CannotDo(`"${strange}" is none of the options`);
    return undefined;
  }
  const roles =
    select.type === 5 || select.type === 8 ? [] : values.filter((id) => place.guild?.roles.has(id) === true);
  const users = select.type === 5 || select.type === 7 ? values.filter((id) => world.users.has(id)) : [];
  const channels = select.type === 8 ? values.filter((id) => seen(at, select, id)) : [];
  if (roles.length + users.length + channels.length !== values.length)
    throw new CannotDo(`Not all of ${values.join(', ')} can be chosen`);
  return resolvedData(world, place, { roles, users, channels });
}

/** Between min_values and max_values; nothing at all only where that is allowed. */
export function inRange(component: Component, count: number): void {
  const min = typeof component['min_values'] === 'number' ? component['min_values'] : 1;
  const max = typeof component['max_values'] === 'number' ? component['max_values'] : Math.max(1, min);
  if (count === 0 && component['required'] === false) return;
  if (count < min || count > max) throw new CannotDo(`Between ${min} and ${max} must be chosen, not ${count}`);
}

function seen(
  { world, place }: { readonly world: World; readonly place: Place },
  select: Component,
  id: string,
): boolean {
  const channel = world.channels.get(id);
  const types = select['channel_types'];
  if (channel === undefined || channel.guildId !== place.guild?.id) return false;
  return canSee(world, { userId: place.person.id, channel }) && (!Array.isArray(types) || types.includes(channel.type));
}
