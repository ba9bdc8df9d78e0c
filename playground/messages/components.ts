import type { Component } from '#playground/world/records.ts';

/** All components of a message or form, parents before children, accessories included. */
export function everyComponent(components: readonly Component[]): readonly Component[] {
  return components.flatMap((one) => [one, ...everyComponent(childrenOf(one))]);
}

/** The direct children of one component, whatever field holds them. */
function childrenOf(one: Component): readonly Component[] {
  return [
    ...(one.components ?? []),
    ...(one.component === undefined ? [] : [one.component]),
    ...(one.accessory === undefined ? [] : [one.accessory]),
  ];
}

/** Gives every component an id; missing ones and 0 are numbered in order, around those that are taken (Component Reference → Anatomy). */
export function withIds(components: readonly Component[]): readonly Component[] {
  const taken = new Set(everyComponent(components).map((one) => one.id ?? 0));
  let last = 0;
  const free = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (one: Component): Component => {
    const id = (one.id ?? 0) === 0 ? free() : (one.id ?? 0);
    return {
      ...one,
      id,
      ...(one.components === undefined ? {} : { components: one.components.map(number) }),
      ...(one.component === undefined ? {} : { component: number(one.component) }),
      ...(one.accessory === undefined ? {} : { accessory: number(one.accessory) }),
    };
  };
  return components.map(number);
}
