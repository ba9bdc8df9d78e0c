// What commands and buttons of streaks have in common.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Where } from '#bot/incoming.ts';
import { keyBy } from '#bot/key.ts';
import type { Message } from '#bot/message.ts';
import { refuse } from '#bot/refusal.ts';
import type { Turn } from '#bot/turn.ts';
import { boardCard, previewCard, streakCard } from './card.ts';
import type { MyStreak, Streaks } from './streaks.ts';
import { texts } from './texts.ts';

export type StreakFeatures = { readonly streaks: Streaks };

/** How the caller's streak stands, with the picture of the year. */
export async function cardFor(turn: Turn<StreakFeatures>, note?: string): Promise<Message> {
  const { caller, features, t, now } = turn;
  const mine = await features.streaks.mine(caller.id, now);
  const drawn = await features.streaks.draw(caller.id, mine, { t, now });
  return streakCard(mine, { caller, t, drawn, ...(note !== undefined && { note }) });
}

/** What would be shared, before it is. Refuses where there is nothing to share, or nobody to share it with. */
export async function previewFor(turn: Turn<StreakFeatures>): Promise<Message> {
  const { caller, t, dice } = turn;
  return previewCard(await shareable(turn), { caller, t, once: keyBy(dice, 12) });
}

/** The board of the server where somebody is. Refuses elsewhere. */
export async function boardFor({ caller, features, t, now }: Turn<StreakFeatures>): Promise<Message> {
  return boardCard(await features.streaks.board(serverOf(caller.where), caller.id, now), { caller, t });
}

/** What the caller can share here. Refuses where there is nothing to share, or they may not write. */
export async function shareable({ caller, features, now }: Turn<StreakFeatures>): Promise<MyStreak> {
  mustMayWrite(caller.where);
  const mine = await features.streaks.mine(caller.id, now);
  if (mine.current === 0) throw refuse(texts.nothingToShare);
  return mine;
}

/** Refuses outside of servers. */
export function serverOf({ server }: Where): string {
  if (!server) throw refuse(texts.onlyInServers);
  return server.id;
}

/** The bot posts in a member's name only where the member could have written it. */
function mustMayWrite({ server, isThread }: Where): void {
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (server && (server.memberMay & needed) !== needed) throw refuse(texts.maySayNothing);
}
