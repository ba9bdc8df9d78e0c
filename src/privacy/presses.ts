import { card, text } from '#bot/parts.ts';
import { show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { exportCard, sureCard } from './card.ts';
import type { Privacy } from './privacy.ts';
import { privacyRoutes } from './routes.ts';
import { texts } from './texts.ts';

const { press } = vocabulary<{ readonly privacy: Privacy }>();

/** What the controls of privacy do. */
export const privacyPresses = [
  press(privacyRoutes.export, async ({ caller, features, t }) =>
    show(exportCard(await features.privacy.export(caller.id), { t })),
  ),

  press(privacyRoutes.ask, async ({ caller, t }) => update(sureCard({ caller, t }))),

  press(privacyRoutes.delete, async ({ caller, features, t }) => {
    await features.privacy.delete(caller.id);
    return update(card('calm', text(t(texts.deleted))));
  }),

  press(privacyRoutes.keep, async ({ t }) => update(card('calm', text(t(texts.notDeleted))))),
];
