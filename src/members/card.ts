import type { Message } from '#bot/message.ts';
import { button, card, picks, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { levels, roles } from '#content/families.ts';
import { levelName, roleName } from '#content/names.ts';
import { languages } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import { settingsRoutes } from './routes.ts';
import { keepChoices, keptUnlessChosen } from './rules.ts';
import type { Chosen } from './settings.ts';
import type { Member } from './store.ts';
import { texts } from './texts.ts';
import { type ZoneChoice, zoneLabel } from './zones.ts';

type For = { readonly caller: Pick<Caller, 'id'>; readonly t: Translator; readonly now: Temporal.Instant };

/** `spoken`: the languages to choose from, by their tags. */
type Looks = For & { readonly spoken?: readonly string[] };

const none = 'none';

/** What a member chose, and lists to change it. A language is asked for as soon as there is more than one. */
export function settingsCard(member: Chosen, { caller, t, now, spoken = languages }: Looks): Message {
  const { role, level, goal, keepDays = keptUnlessChosen, reminds } = member;
  const owner = caller.id;
  const work = { role: role && roleName(role, t), level: level && levelName(level, t) };
  const lines = [
    t(spoken.length > 1 ? texts.language : texts.onlyLanguage, { name: nameOf(t.language, t.language) }),
    zoneLine(member, t, now),
    t(texts.work, work),
    t(texts.goal, { days: goal }),
    t(texts.keep, { days: keepDays }),
    t(reminds ? texts.reminds : texts.noReminders),
  ];
  return card(
    'calm',
    text([`### ${t(texts.title)}`, ...lines, `-# ${t(texts.note)}`].join('\n')),
    ...(spoken.length > 1 ? [languageList(member, spoken, { owner, t })] : []),
    ...listsFor({ role, level, goal, keepDays }, owner, t),
    row(
      button(t(texts.changeZone), settingsRoutes.zone.id({ owner }), { style: 'main' }),
      button(
        t(reminds ? texts.dontRemind : texts.remind),
        settingsRoutes.remind.id({ owner, wanted: reminds ? 'no' : 'yes' }),
      ),
    ),
  );
}

type Drawn = { readonly owner: string; readonly t: Translator };

/** Each language by the name that its own speakers give it. */
const languageList = ({ language }: Member, spoken: readonly string[], { owner, t }: Drawn) =>
  picks(settingsRoutes.change.id({ owner, setting: 'language' }), t(texts.chooseLanguage), [
    { value: none, label: t(texts.anyLanguage), chosen: language === undefined },
    ...spoken.map((one) => ({ value: one, label: nameOf(one, one), chosen: one === language })),
  ]);

const nameOf = (language: string, said: string): string =>
  new Intl.DisplayNames([said], { type: 'language' }).of(language) ?? language;

function zoneLine({ zone }: Member, t: Translator, now: Temporal.Instant): string {
  if (zone === undefined) return t(texts.noZone);
  const time = now.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return t(texts.zone, { label: zoneLabel(zone, now), time });
}

type Listed = { readonly [K in 'role' | 'level' | 'goal' | 'keepDays']: Member[K] | undefined };

function listsFor({ role, level, goal, keepDays }: Listed, owner: string, t: Translator) {
  const pick = (value: string, label: string, chosen: boolean) => ({ value, label, chosen });
  return [
    picks(settingsRoutes.change.id({ owner, setting: 'role' }), t(texts.chooseRole), [
      pick(none, t(texts.anyRole), role === undefined),
      ...roles.map((one) => pick(one, roleName(one, t), one === role)),
    ]),
    picks(
      settingsRoutes.change.id({ owner, setting: 'level' }),
      t(texts.chooseLevel),
      levels.map((one) => pick(one, levelName(one, t), one === level)),
    ),
    picks(settingsRoutes.change.id({ owner, setting: 'goal' }), t(texts.chooseGoal), [
      pick(none, t(texts.noGoal), goal === undefined),
      ...[1, 2, 3, 4, 5, 6, 7].map((days) => pick(String(days), t(texts.days, { days }), days === goal)),
    ]),
    picks(
      settingsRoutes.change.id({ owner, setting: 'keep' }),
      t(texts.chooseKeep),
      keepChoices.map((days) => pick(String(days), t(texts.keepFor, { days }), days === keepDays)),
    ),
  ];
}

/** Zones that fit a city, to choose from. */
export const zonesCard = (zones: readonly ZoneChoice[], { caller, t }: Omit<For, 'now'>): Message =>
  card(
    'calm',
    text(t(texts.zonesFound)),
    picks(
      settingsRoutes.pick.id({ owner: caller.id }),
      t(texts.chooseZone),
      zones.map(({ zone, label }) => ({ value: zone, label })),
    ),
  );

/** Parts of a card that ask for the zone, for somebody who has just practised for the first time. */
export const zoneOffer = ({ caller, t }: Omit<For, 'now'>) => [
  text(t(texts.offer)),
  row(button(t(texts.changeZone), settingsRoutes.zone.id({ owner: caller.id }))),
];
