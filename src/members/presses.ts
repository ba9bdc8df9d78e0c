import { show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { settingsCard, zonesCard } from './card.ts';
import { cityForm, cityWords } from './form.ts';
import { settingsRoutes } from './routes.ts';
import type { Settings } from './settings.ts';

const { press, select, submit } = vocabulary<{ readonly settings: Settings }>();

/** What the controls of settings do. */
export const settingsPresses = [
  press(settingsRoutes.open, async ({ caller, features, t, now }) =>
    show(settingsCard(await features.settings.of(caller.id), { caller, t, now })),
  ),

  select(settingsRoutes.change, async ({ state, values, caller, features, t, now }) =>
    update(settingsCard(await features.settings.change(caller.id, state.setting, values[0] ?? ''), { caller, t, now })),
  ),

  press(settingsRoutes.remind, async ({ state, caller, features, t, now }) =>
    update(settingsCard(await features.settings.remind(caller.id, state.wanted === 'yes', now), { caller, t, now })),
  ),

  press(settingsRoutes.zone, async ({ state, t }) => cityForm.open(state, cityWords(t)), { opensForm: true }),

  submit(cityForm, async ({ values, caller, features, t, now }) => {
    const { settings } = features;
    const found = settings.zonesFor(values.city, now);
    const [only, ...others] = found;
    if (!only || others.length > 0) return show(zonesCard(found, { caller, t }));
    return show(settingsCard(await settings.setZone(caller.id, only.zone, now), { caller, t, now }));
  }),

  select(settingsRoutes.pick, async ({ values, caller, features, t, now }) =>
    update(settingsCard(await features.settings.setZone(caller.id, values[0] ?? '', now), { caller, t, now })),
  ),
];
