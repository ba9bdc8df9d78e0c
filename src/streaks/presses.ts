import { card, text } from '#bot/parts.ts';
import { announce, show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { sharedCard } from './card.ts';
import { boardFor, cardFor, previewFor, serverOf, shareable, type StreakFeatures } from './doing.ts';
import { logCard } from './log-card.ts';
import { streakRoutes } from './routes.ts';
import { texts } from './texts.ts';

const { press } = vocabulary<StreakFeatures>();

/** What the controls on streaks' cards do. */
export const streakPresses = [
  press(streakRoutes.log, async ({ caller, features, t, now }) =>
    show(logCard(await features.streaks.changes(caller.id, now), t)),
  ),

  press(streakRoutes.share, async (turn) => show(await previewFor(turn))),

  press(streakRoutes.post, async (turn) => {
    const { caller, t } = turn;
    return announce(sharedCard(await shareable(turn), { caller, t }), {
      done: card('calm', text(t(texts.posted))),
      keptPrivate: card('warm', text(t(texts.keptPrivate))),
      unsure: card('warm', text(t(texts.postedPerhaps))),
    });
  }),

  press(streakRoutes.keep, async ({ t }) => update(card('calm', text(t(texts.notPosted))))),

  press(streakRoutes.remind, async (turn) => {
    const { state, caller, features, t, now } = turn;
    const wanted = state.wanted === 'yes';
    await features.streaks.remind(caller.id, wanted, now);
    const note = t(wanted ? texts.remindsNow : texts.remindsNoMore);
    return update(await cardFor(turn, note));
  }),

  press(streakRoutes.show, async (turn) => {
    const { state, caller, features, now } = turn;
    await features.streaks.showOn(serverOf(caller.where), caller.id, { wanted: state.wanted === 'yes', now });
    return update(await boardFor(turn));
  }),
];
