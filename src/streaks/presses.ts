import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Where } from '#bot/incoming.ts';
import { keyBy } from '#bot/key.ts';
import type { Message } from '#bot/message.ts';
import { card, text } from '#bot/parts.ts';
import { refuse } from '#bot/refusal.ts';
import { announce, show, update } from '#bot/reply.ts';
import type { Turn } from '#bot/turn.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import { boardCard, previewCard, sharedCard, streakCard } from './card.ts';
import { logCard } from './log-card.ts';
import { streakRoutes } from './routes.ts';
import type { MyStreak, Streaks } from './streaks.ts';
import { texts } from './texts.ts';

export type StreakFeatures = { readonly streaks: Streaks };

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

  press(streakRoutes.remind, async ({ state, caller, features, t, now }) => {
    const wanted = state.wanted === 'yes';
    await features.streaks.remind(caller.id, wanted, now);
    const note = t(wanted ? texts.remindsNow : texts.remindsNoMore);
    return update(streakCard(await features.streaks.mine(caller.id, now), { caller, t, note }));
  }),

  press(streakRoutes.show, async (turn) => {
    const { state, caller, features, now } = turn;
    await features.streaks.showOn(serverOf(caller.where), caller.id, { wanted: state.wanted === 'yes', now });
    return update(await boardFor(turn));
  }),
];

/** What would be shared, before it is. Refuses where there is nothing to share, or nobody to share it with. */
export async function previewFor(turn: Turn<StreakFeatures>): Promise<Message> {
  const { caller, t, dice } = turn;
  return previewCard(await shareable(turn), { caller, t, once: keyBy(dice, 12) });
}

/** The board of the server where somebody is. Refuses elsewhere. */
export async function boardFor({ caller, features, t, now }: Turn<StreakFeatures>): Promise<Message> {
  return boardCard(await features.streaks.board(serverOf(caller.where), caller.id, now), { caller, t });
}

async function shareable({ caller, features, now }: Turn<StreakFeatures>): Promise<MyStreak> {
  mustMayWrite(caller.where);
  const mine = await features.streaks.mine(caller.id, now);
  if (mine.current === 0) throw refuse(texts.nothingToShare);
  return mine;
}

function serverOf({ server }: Where): string {
  if (!server) throw refuse(texts.onlyInServers);
  return server.id;
}

/** The bot posts in a member's name only where the member could have written it. */
function mustMayWrite({ server, isThread }: Where): void {
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (server && (server.memberMay & needed) !== needed) throw refuse(texts.maySayNothing);
}
