// A subscription in words, for hosts.

import type { Translator } from '#text/translator.ts';
import { nextDue } from './rules.ts';
import type { Delivery, Subscription } from './subscription.ts';
import { texts } from './texts.ts';
import type { Examined, Overview } from './tips.ts';

/** Discord's `<t:…>` takes whole seconds. */
const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000);

/** Where a message can be found. */
export const linkTo = ({ server, channel }: Pick<Subscription, 'server' | 'channel'>, message: string): string =>
  `https://discord.com/channels/${server}/${channel}/${message}`;

/** Days and time. */
export const whenOf = ({ time, zone, weekdays }: Subscription, t: Translator): string =>
  t(texts.when, { time, zone, days: t(texts.everyDay, { days: weekdays }) });

/** How it stands: on, paused and why, in trouble. */
export function stateOf({ subscription }: Pick<Overview, 'subscription'>, t: Translator): readonly string[] {
  const { state, why, due, trouble } = subscription;
  const stopped =
    state === 'draft'
      ? t(texts.draft)
      : why === 'host'
        ? t(texts.pausedByHost)
        : why === 'trouble'
          ? t(texts.pausedByTrouble)
          : why === 'channel-gone'
            ? t(texts.channelGone)
            : t(texts.serverLeft);
  return [
    state === 'on' ? (due ? t(texts.next, { at: seconds(due.at) }) : '') : stopped,
    ...(trouble ? [t(texts.trouble, { why: trouble.why, at: seconds(trouble.at) })] : []),
  ].filter((one) => one !== '');
}

/** The last post, and the days on which none came. */
export function pastOf({ subscription, past: { last, odd } }: Overview, t: Translator): readonly string[] {
  const days = odd.newest.map((one) => oddDay(one, t)).filter((one) => one !== undefined);
  const more = odd.count - odd.newest.length;
  const came = last?.message && last.doneAt;
  return [
    ...(came ? [t(texts.last, { at: seconds(came), link: linkTo(subscription, last.message ?? '') })] : []),
    ...(!came && subscription.state !== 'draft' ? [t(texts.noneYet)] : []),
    ...days.map((one) => `- ${one}`),
    ...(more > 0 ? [`- ${t(texts.moreOdd, { more })}`] : []),
  ];
}

function oddDay({ state, day, why }: Delivery, t: Translator): string | undefined {
  switch (state) {
    case 'skipped':
      return t(texts.skipped, { day });
    case 'dropped':
      return t(texts.dropped, { day });
    case 'failed':
      return t(texts.failed, { day, why: why ?? 'other' });
    case 'unsure':
      return t(texts.unsure, { day });
    case 'sending':
      return t(texts.sending, { day });
    case 'sent':
      return undefined;
  }
}

/** What it brings, for how long, and whom it pings. */
export function choiceIn(view: Overview, now: Temporal.Instant, t: Translator): readonly string[] {
  const { subscription, tips, round, fresh } = view;
  const names = subscription.topics.map((topic) => t(texts.topic, { topic }));
  const last = lastFresh(subscription, fresh, now);
  const left = { tips, fresh, until: last && seconds(last) };
  const about = t(texts.about, { topics: names.length === 0 ? t(texts.allTopics) : names.join(', ') });
  return [
    `${about}. ${t(round === 0 ? texts.lasts : texts.comesAgain, left)}`,
    subscription.role === undefined ? t(texts.pingsNobody) : t(texts.pings, { role: subscription.role }),
  ];
}

/** When the chosen tips are used up: so many chosen weekdays from now. */
function lastFresh(plan: Subscription, fresh: number, now: Temporal.Instant): Temporal.Instant | undefined {
  if (fresh === 0 || plan.weekdays.length === 0) return undefined;
  const days = Math.floor(((fresh - 1) * 7) / plan.weekdays.length);
  return nextDue(plan, now.add({ hours: days * 24 }))?.at;
}

/** Whom trouble is told. */
export const contactIn = ({ contact }: Overview, host: string, t: Translator): string =>
  t(contact === undefined ? texts.tellsNobody : contact === host ? texts.tellsYou : texts.tellsOther);

/** What the doctor found. */
export function findingsIn({ subscription, missing }: Examined, t: Translator): readonly string[] {
  const { channel } = subscription;
  if (!missing) return [t(texts.cantLook, { channel })];
  const found = missing.map(({ permission, needed }) =>
    t(needed ? texts.lacks : texts.wouldLike, { permission, channel }),
  );
  return missing.some(({ needed }) => needed) ? found : [t(texts.canPost, { channel }), ...found];
}
