import { field, route } from '#bot/route.ts';

const owner = field.snowflake();

/** The controls that settings answer. */
export const settingsRoutes = {
  open: route('settings.open', { owner }),
  /** A list; the value is what was chosen. */
  change: route('settings.change', { owner, setting: field.word('language', 'role', 'level', 'goal', 'keep') }),
  remind: route('settings.remind', { owner, wanted: field.word('yes', 'no') }),
  /** Opens the form for a city, is that form, and is the list of zones that fit it. */
  zone: route('settings.zone', { owner }),
  city: route('settings.city', { owner }),
  pick: route('settings.pick', { owner }),
};
