// What hosts' commands and buttons have in common.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import { keyBy } from '#bot/key.ts';
import type { Message } from '#bot/message.ts';
import { card, text } from '#bot/parts.ts';
import { refuse } from '#bot/refusal.ts';
import type { Caller, Turn } from '#bot/turn.ts';
import { zoneNamed, zonesLike } from '#members/zones.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import { previewCard } from './card.ts';
import type { Outcome } from './delivering.ts';
import { againCard, panelCard, removeCard, whichCard } from './panel.ts';
import { timeFrom } from './rules.ts';
import type { Subscription } from './subscription.ts';
import { texts } from './texts.ts';
import type { Examined, Tips } from './tips.ts';
import { linkTo } from './wording.ts';

export type TipsTurn = Turn<{ readonly tips: Tips }>;

/** What can be done with one subscription. */
export type Action = 'open' | 'pause' | 'resume' | 'remove' | 'preview' | 'now';

/** Buttons live longer than permissions: whoever lost theirs can't go on with an old panel. */
export function mustManage({ where: { server } }: Caller): void {
  const bit = PermissionFlagsBits.ManageGuild;
  if (!server || (server.memberMay & bit) !== bit) throw refuse(texts.mustManage);
}

/** A time as it was typed; refuses what is none. */
export function timeTyped(typed: string): string {
  const time = timeFrom(typed);
  if (time === undefined) throw refuse(texts.badTime, { typed: inert(shortened(typed, 40)) });
  return time;
}

/** A zone as it was typed, a city too if only one zone is like it; refuses what is none. */
export function zoneTyped(typed: string, now: Temporal.Instant): string {
  const [first, ...others] = zonesLike(typed, now);
  const zone = zoneNamed(typed) ?? (others.length === 0 ? first?.zone : undefined);
  if (zone === undefined) throw refuse(texts.badZone, { typed: inert(shortened(typed, 60)) });
  return zone;
}

/** The panel of a subscription. */
export const panelOf = (view: Examined, { caller, t, now, dice }: TipsTurn, note?: string): Message =>
  panelCard(view, { caller, t, now, once: keyBy(dice, 12), ...(note !== undefined && { note }) });

/** Does one thing with one subscription, and answers with what its host sees then. */
export async function act(action: Action, id: string, turn: TipsTurn): Promise<Message> {
  const { caller, features, t, now, dice } = turn;
  const { tips } = features;
  mustManage(caller);
  switch (action) {
    case 'open':
      return panelOf(await tips.open(caller, id), turn);
    case 'pause':
      return panelOf(await tips.pause(caller, id, now), turn);
    case 'resume':
      return panelOf(await tips.start(caller, id, now), turn, t(texts.turnedOn));
    case 'remove':
      return removeCard((await tips.open(caller, id)).subscription, turn);
    case 'preview': {
      const { subscription, ...view } = await tips.preview(caller, id);
      return previewCard({ ...view, delivery: 'preview' }, { channel: subscription.channel, t });
    }
    case 'now': {
      const today = await tips.today(caller, id, now);
      if (today) {
        const subscription = await tips.subscription(caller, id);
        return againCard({ subscription, today }, { caller, t, once: keyBy(dice, 12) });
      }
      const outcome = await tips.now(caller, id, now);
      return outcomeCard(outcome, await tips.subscription(caller, id), t);
    }
  }
}

/** What became of a tip that its host asked for. */
export function outcomeCard({ delivery }: Outcome, subscription: Subscription, t: Translator): Message {
  const { message, why, state } = delivery;
  if (state === 'sent' && message !== undefined) {
    return card('calm', text(t(texts.postedNow, { link: linkTo(subscription, message) })));
  }
  return card('warm', text(why === undefined ? t(texts.postedUnknown) : t(texts.notPosted, { why })));
}

/** Finds the one that a command means: in this channel, or the only one there is; asks when there are several. */
export async function meant(action: Action, channel: string | undefined, turn: TipsTurn): Promise<Message> {
  const { caller, features, t } = turn;
  mustManage(caller);
  const all = (await features.tips.list(caller)).map(({ subscription }) => subscription);
  const some = channel === undefined ? nearest(all, caller) : all.filter((one) => one.channel === channel);
  if (some.length > 1) return whichCard(some, { action, caller, t });
  const [only] = some;
  if (only) return act(action, only.id, turn);
  throw channel === undefined ? refuse(texts.none) : refuse(texts.noneHere, { channel });
}

function nearest(all: readonly Subscription[], { where }: Caller): readonly Subscription[] {
  const here = all.filter(({ channel }) => channel === where.channel);
  return here.length > 0 ? here : all;
}
