import { refuse } from '#bot/refusal.ts';
import { levels, roles } from '#content/families.ts';
import type { Together } from '#database/open.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import { languages } from '#text/text.ts';
import { keepChoices, keptUnlessChosen } from './rules.ts';
import type { Member, Members } from './store.ts';
import { texts } from './texts.ts';
import { type ZoneChoice, zoneNamed, zonesLike } from './zones.ts';

/** What can be changed by a list: the value is as the list holds it. */
export type Setting = 'language' | 'role' | 'level' | 'goal' | 'keep';

/** What the panel shows: what a member chose, and whether they are reminded of their streak in the evening. */
export type Chosen = Member & { readonly reminds: boolean };

/** Evening reminders, which another room keeps. */
export type Reminders = {
  wants(member: string): Promise<boolean>;
  /** Begins or ends them. */
  remind(member: string, wanted: boolean, now: Temporal.Instant): Promise<void>;
};

export type Settings = {
  of(member: string): Promise<Chosen>;
  /** Changes one thing. A value that is none of the choices takes the choice back. */
  change(member: string, setting: Setting, value: string): Promise<Chosen>;
  /** Begins or ends evening reminders. */
  remind(member: string, wanted: boolean, now: Temporal.Instant): Promise<Chosen>;
  /** Chooses a zone by its name, or by what only one zone is called. Refuses what is none. */
  setZone(member: string, typed: string, now: Temporal.Instant): Promise<Chosen>;
  /** Zones that fit a city. Refuses when there is none. */
  zonesFor(typed: string, now: Temporal.Instant): readonly ZoneChoice[];
  /** Whether to ask a member for their zone now: once, and never somebody who chose one. */
  offersZone(member: string): Promise<boolean>;
};

type Parts = {
  readonly members: Members;
  readonly together: Together<Members>;
  readonly reminders: Reminders;
};

/** What members choose about how the bot treats them. */
export function settingsFrom({ members, together, reminders }: Parts): Settings {
  const zonesFor: Settings['zonesFor'] = (typed, now) => {
    const found = zonesLike(typed, now);
    if (found.length === 0) throw refuse(texts.noSuchZone, { typed: inert(shortened(typed, 60)) });
    return found;
  };

  const of: Settings['of'] = async (member) => ({
    ...(await members.find(member)),
    reminds: await reminders.wants(member),
  });

  return {
    of,
    zonesFor,
    offersZone: members.offerZone,
    change: async (member, setting, value) => {
      await members.change(member, changeOf(setting, value));
      return of(member);
    },
    remind: async (member, wanted, now) => {
      await reminders.remind(member, wanted, now);
      return of(member);
    },
    setZone: async (member, typed, now) => {
      const [first, ...others] = zonesFor(typed, now);
      const zone = zoneNamed(typed) ?? (others.length === 0 ? first?.zone : undefined);
      if (zone === undefined) throw refuse(texts.manyZones, { typed: inert(shortened(typed, 60)) });
      await together(async (tx) => {
        const before = await tx.find(member);
        if (before.zone !== zone) await tx.setZone(member, zone, now);
      });
      return of(member);
    },
  };
}

function changeOf(setting: Setting, value: string): Parameters<Members['change']>[1] {
  const number = Number(value);
  switch (setting) {
    case 'language':
      return { language: languages.find((language) => language === value) };
    case 'role':
      return { role: roles.find((role) => role === value) };
    case 'level':
      return { level: levels.find((level) => level === value) };
    case 'goal':
      return { goal: Number.isInteger(number) && number >= 1 && number <= 7 ? number : undefined };
    case 'keep':
      return { keepDays: keepChoices.find((days) => String(days) === value) ?? keptUnlessChosen };
  }
}
