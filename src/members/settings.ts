import { refuse } from '#bot/refusal.ts';
import { roles } from '#content/families.ts';
import type { Together } from '#database/open.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import { keepChoices, keptUnlessChosen } from './rules.ts';
import { type Level, levels, type Member, type Members } from './store.ts';
import { texts } from './texts.ts';
import { type ZoneChoice, zoneNamed, zonesLike } from './zones.ts';

/** What can be changed by a list: the value is as the list holds it. */
export type Setting = 'role' | 'level' | 'goal' | 'keep';

export type Settings = {
  of(member: string): Promise<Member>;
  /** Changes one thing. A value that is none of the choices takes the choice back. */
  change(member: string, setting: Setting, value: string): Promise<Member>;
  /** Chooses a zone by its name, or by what only one zone is called. Refuses what is none. */
  setZone(member: string, typed: string, now: Temporal.Instant): Promise<Member>;
  /** Zones that fit a city. Refuses when there is none. */
  zonesFor(typed: string, now: Temporal.Instant): readonly ZoneChoice[];
  /** Whether to ask a member for their zone now: once, and never somebody who chose one. */
  offersZone(member: string): Promise<boolean>;
};

type Parts = { readonly members: Members; readonly together: Together<Members> };

/** What members choose about how the bot treats them. */
export function settingsFrom({ members, together }: Parts): Settings {
  const zonesFor: Settings['zonesFor'] = (typed, now) => {
    const found = zonesLike(typed, now);
    if (found.length === 0) throw refuse(texts.noSuchZone, { typed: inert(shortened(typed, 60)) });
    return found;
  };

  return {
    of: members.find,
    zonesFor,
    offersZone: members.offerZone,
    change: async (member, setting, value) => {
      await members.change(member, changeOf(setting, value));
      return members.find(member);
    },
    setZone: async (member, typed, now) => {
      const [first, ...others] = zonesFor(typed, now);
      const zone = zoneNamed(typed) ?? (others.length === 0 ? first?.zone : undefined);
      if (zone === undefined) throw refuse(texts.manyZones, { typed: inert(shortened(typed, 60)) });
      return together(async (tx) => {
        const before = await tx.find(member);
        if (before.zone !== zone) await tx.setZone(member, zone, now);
        return { ...before, zone };
      });
    },
  };
}

function changeOf(setting: Setting, value: string): Parameters<Members['change']>[1] {
  const number = Number(value);
  switch (setting) {
    case 'role':
      return { role: roles.find((role) => role === value) };
    case 'level':
      return { level: levels.find((level): level is Level => level === value) };
    case 'goal':
      return { goal: Number.isInteger(number) && number >= 1 && number <= 7 ? number : undefined };
    case 'keep':
      return { keepDays: keepChoices.find((days) => String(days) === value) ?? keptUnlessChosen };
  }
}
