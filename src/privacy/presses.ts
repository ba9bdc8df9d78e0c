import { card, text } from '#bot/parts.ts';
import { refuse } from '#bot/refusal.ts';
import { show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { answersCard, exportCard, serversCard, sureCard } from './card.ts';
import type { Privacy, What } from './privacy.ts';
import { privacyRoutes } from './routes.ts';
import { kinds } from './rules.ts';
import { texts } from './texts.ts';

const { press, select } = vocabulary<{ readonly privacy: Privacy }>();

/** What the controls of privacy do. */
export const privacyPresses = [
  press(privacyRoutes.export, async ({ caller, features, t, now }) =>
    show(exportCard(await features.privacy.export(caller.id, now), { t })),
  ),

  press(privacyRoutes.ask, async ({ caller, t }) => update(sureCard({ caller, t }))),

  select(privacyRoutes.what, async ({ values, caller, features, t }) => {
    const [value = ''] = values;
    if (value === 'answer') return update(answersCard(await features.privacy.answers(caller.id), { caller, t }));
    if (value === 'server') return update(serversCard(await features.privacy.servers(caller.id), { caller, t }));
    const kind = kinds.find((one) => one === value);
    return update(kind ? sureCard({ caller, t }, { what: 'kind', item: kind }) : sureCard({ caller, t }));
  }),

  select(privacyRoutes.answer, async ({ values, caller, t }) =>
    update(sureCard({ caller, t }, { what: 'answer', item: values[0] ?? '' })),
  ),

  select(privacyRoutes.server, async ({ values, caller, t }) =>
    update(sureCard({ caller, t }, { what: 'server', item: values[0] ?? '' })),
  ),

  press(privacyRoutes.delete, async ({ state, caller, features, t }) => {
    await features.privacy.delete(caller.id, whatIn(state));
    return update(card('calm', text(t(state.what === 'everything' ? texts.deleted : texts.deletedThis))));
  }),

  press(privacyRoutes.keep, async ({ t }) => update(card('calm', text(t(texts.notDeleted))))),
];

function whatIn({ what, item }: { readonly what: What['what']; readonly item: string }): What {
  switch (what) {
    case 'everything':
      return { what };
    case 'kind': {
      const kind = kinds.find((one) => one === item);
      if (!kind) throw refuse(texts.goneAlready);
      return { what, kind };
    }
    case 'server':
      return { what, server: item };
    case 'answer':
      return { what, answer: item };
  }
}
