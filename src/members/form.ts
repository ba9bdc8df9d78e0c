import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import type { Translator } from '#text/translator.ts';
import { settingsRoutes } from './routes.ts';
import { texts } from './texts.ts';

/** Asks for a city. */
export const cityForm = form(settingsRoutes.city, { city: input.line({ max: 60 }) });

export const cityWords = (t: Translator) => ({
  title: t(texts.zoneTitle),
  inputs: { city: { label: t(texts.cityLabel), description: t(texts.cityHint) } },
});
