import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import type { Tip } from '#content/content.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import type { Translator } from '#text/translator.ts';
import { tipRoutes } from './routes.ts';
import type { Subscription } from './subscription.ts';
import { texts } from './texts.ts';

/** A tip as it is posted: what it says, the lesson it belongs to, and a way to practise it. */
export type TipView = {
  readonly tip: Tip;
  readonly lessonTitle: string;
  /** The delivery's name, by which the bot finds its own post again. */
  readonly delivery: string;
  /** The role it pings: Discord pings only what the message mentions. */
  readonly role?: string | undefined;
};

/** A tip for everybody in a channel; whoever presses practises privately. */
export const tipCard = (view: TipView, t: Translator): Message => card('calm', ...tipParts(view, t));

/** The tip that would come next, for the host alone. */
export const previewCard = (view: TipView, { channel, t }: { readonly channel: string; readonly t: Translator }) =>
  card('warm', text(t(texts.preview, { channel })), line(), ...tipParts(view, t));

function tipParts({ tip, lessonTitle, delivery, role }: TipView, t: Translator) {
  const mention = role === undefined ? '' : ` <@&${role}>`;
  return [
    text(`### ${t(texts.title)}\n${tip.text}\n-# ${t(texts.lesson, { lesson: lessonTitle })}${mention}`),
    row(
      button(t(texts.practise), tipRoutes.practise.id({ tip: tip.id, delivery }), { style: 'main' }),
      button(t(texts.readLesson), lessonRoutes.read.id({ lesson: tip.lesson })),
    ),
  ];
}

/** A message that only shows that posting works. */
export const testCard = (t: Translator): Message => card('calm', text(t(texts.test)));

/** For the host who wished to hear of it: what is wrong, and what mends it. */
export function troubleCard({ channel, state, why, trouble }: Subscription, t: Translator): Message {
  const isGone = state === 'gone';
  const lines = [
    `### ${t(isGone ? texts.troubleDeleted : texts.troubleTitle, { channel })}`,
    ...(trouble && !isGone
      ? [t(texts.trouble, { why: trouble.why, at: Math.floor(trouble.at.epochMilliseconds / 1000) })]
      : []),
    t(isGone ? texts.troubleGone : state === 'paused' && why === 'trouble' ? texts.troublePaused : texts.troubleTry),
    `-# ${t(texts.troubleWhy)}`,
  ];
  return card('warm', text(lines.join('\n')));
}
