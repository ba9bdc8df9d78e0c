import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Where } from '#bot/incoming.ts';
import { keyBy } from '#bot/key.ts';
import { card, text } from '#bot/parts.ts';
import { refuse } from '#bot/refusal.ts';
import { announce, show, update } from '#bot/reply.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import type { Settings } from '#members/settings.ts';
import { lessonCard, previewCard, sharedCard } from './card.ts';
import { browseCard } from './lists.ts';
import { recallAnswerCard } from './recall-card.ts';
import { lessonRoutes } from './routes.ts';
import { texts } from './texts.ts';
import { todayCard, type TodayFeatures } from './today.ts';

const { press, select } = vocabulary<TodayFeatures & { readonly settings: Pick<Settings, 'offersZone'> }>();

/** What the controls on lessons' cards do. */
export const lessonPresses = [
  press(lessonRoutes.turn, async ({ state, caller, features, t }) =>
    update(lessonCard(features.lessons.open(caller, state.lesson), { face: state.face, caller, t })),
  ),

  press(lessonRoutes.go, async ({ state, caller, features, t }) =>
    update(lessonCard(features.lessons.open(caller, state.lesson), { caller, t })),
  ),

  press(lessonRoutes.today, async (turn) => update(await todayCard(turn))),

  press(lessonRoutes.read, async ({ state, caller, features, t }) =>
    show(lessonCard(features.lessons.open(caller, state.lesson), { caller, t })),
  ),

  press(lessonRoutes.learn, async ({ state, caller, features, t, now }) => {
    const { first, ...count } = await features.lessons.learn(caller, state.lesson, now);
    const note = t(first ? texts.noted : texts.notedBefore, count);
    const view = features.lessons.open(caller, state.lesson);
    const offersZone = await features.settings.offersZone(caller.id);
    return update(lessonCard(view, { face: state.face, caller, t, note, learnt: true, offersZone }));
  }),

  press(lessonRoutes.share, async ({ state, caller, features, t, dice }) => {
    mustMayWrite(caller.where);
    return show(previewCard(features.lessons.open(caller, state.lesson), { caller, t, once: keyBy(dice, 12) }));
  }),

  press(lessonRoutes.post, async ({ state, caller, features, t }) => {
    mustMayWrite(caller.where);
    return announce(sharedCard(features.lessons.open(caller, state.lesson), { caller, t }), {
      done: card('calm', text(t(texts.posted))),
      keptPrivate: card('warm', text(t(texts.keptPrivate))),
      unsure: card('warm', text(t(texts.postedPerhaps))),
    });
  }),

  press(lessonRoutes.keep, async ({ t }) => update(card('calm', text(t(texts.notPosted))))),

  press(lessonRoutes.reveal, async ({ state, caller, features, t }) =>
    update(recallAnswerCard({ ...features.lessons.open(caller, state.lesson), step: state.step }, { caller, t })),
  ),

  press(lessonRoutes.recalled, async ({ state, ...turn }) => {
    const { caller, features, t, now } = turn;
    const noted = await features.reviews.answer(caller, { ...state, knew: state.knew === 'yes' }, now);
    const note = !noted
      ? t(texts.answeredBefore)
      : noted.days === null
        ? t(texts.knownForGood)
        : t(texts.backIn, { days: noted.days });
    return update(await todayCard(turn, note));
  }),

  press(lessonRoutes.rest, async ({ state, ...turn }) => {
    await turn.features.reviews.skip(turn.caller, state.lesson, turn.now);
    return update(await todayCard(turn, turn.t(texts.rests)));
  }),

  select(lessonRoutes.track, async ({ values, caller, features, t }) => {
    const tracks = features.lessons.tracks(caller.language);
    const chosen = tracks.find(({ track }) => track === values[0]);
    if (!chosen) throw refuse(texts.lessonGone);
    return update(browseCard(tracks, chosen, { caller, t }));
  }),

  select(lessonRoutes.pick, async ({ values, caller, features, t }) =>
    update(lessonCard(features.lessons.open(caller, values[0] ?? ''), { caller, t })),
  ),
];

/** The bot posts in a member's name only where the member could have written it. */
function mustMayWrite({ server, isThread }: Where): void {
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (server && (server.memberMay & needed) !== needed) throw refuse(texts.maySayNothing);
}
