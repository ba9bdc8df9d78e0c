import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import type { Translator } from '#text/translator.ts';
import { tipRoutes } from './routes.ts';
import type { Subscription } from './subscription.ts';
import { texts } from './texts.ts';

/** Asks for another time and zone. */
export const timeForm = form(tipRoutes.time, { time: input.line({ max: 20 }), zone: input.line({ max: 60 }) });

export const timeWords = ({ time, zone }: Subscription, t: Translator) => ({
  title: t(texts.timeTitle),
  inputs: {
    time: { label: t(texts.timeLabel), description: t(texts.timeHint), value: time },
    zone: { label: t(texts.zoneLabel), description: t(texts.zoneHint), value: zone },
  },
});
