import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { zoneOffer } from '#members/card.ts';
import type { Translator } from '#text/translator.ts';
import { practiceRoutes } from '#practice/routes.ts';
import { texts as practiceTexts } from '#practice/texts.ts';
import type { LessonView } from './lessons.ts';
import { lessonRoutes } from './routes.ts';
import { texts } from './texts.ts';

/** The two faces of a lesson's card; each fits one phone screen. */
export type Face = 'idea' | 'example';

type Looks = {
  readonly face?: Face;
  readonly caller: Caller;
  readonly t: Translator;
  /** A sentence above the buttons: what has just happened. */
  readonly note?: string;
  /** Set when the member pressed *I've got it* already. */
  readonly learnt?: boolean;
  /** Set to ask for the member's time zone below everything else. */
  readonly offersZone?: boolean;
};

/** A lesson for one member, with the buttons to work with it. */
export function lessonCard(view: LessonView, looks: Looks): Message {
  const { face = 'idea', note, offersZone = false, caller, t } = looks;
  const words = face === 'idea' ? ideaOf(view, t) : exampleOf(view, t);
  const parts = note === undefined ? [text(words)] : [text(words), line(), text(note)];
  return card(
    'calm',
    ...parts,
    ...buttonsOf(view, { ...looks, face }),
    ...(offersZone ? [line(), ...zoneOffer({ caller, t })] : []),
  );
}

/** A lesson for everybody in a channel: the idea, who shares it, and a way to open it privately. */
export const sharedCard = (view: LessonView, { caller, t }: Pick<Looks, 'caller' | 't'>): Message =>
  card(
    'calm',
    text(`-# ${t(texts.sharedBy, { member: caller.id })}\n${ideaOf(view, t)}`),
    row(button(t(texts.readIt), lessonRoutes.read.id({ lesson: view.lesson.id }))),
  );

/** What would be shared, for the member alone, to decide. `once` tells this preview from every other. */
export function previewCard(
  view: LessonView,
  { caller, t, once }: Pick<Looks, 'caller' | 't'> & { readonly once: string },
): Message {
  const owner = caller.id;
  return card(
    'warm',
    text(t(texts.preview)),
    line(),
    text(`-# ${t(texts.sharedBy, { member: owner })}\n${ideaOf(view, t)}`),
    row(
      button(t(texts.post), lessonRoutes.post.id({ owner, lesson: view.lesson.id, once }), { style: 'main' }),
      button(t(texts.dontPost), lessonRoutes.keep.id({ owner })),
    ),
  );
}

function headOf({ lesson, track, number, of }: LessonView, t: Translator): string {
  return `-# ${t(texts.place, { track: track.title, number, of })}\n### ${lesson.title}`;
}

function ideaOf(view: LessonView, t: Translator): string {
  const { idea, why, do: good, dont } = view.lesson;
  return [
    `${headOf(view, t)}\n${idea}`,
    `**${t(texts.why)}**\n${why}`,
    `**${t(texts.do)}**\n${list(good)}`,
    `**${t(texts.dont)}**\n${list(dont)}`,
  ].join('\n');
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

function exampleOf(view: LessonView, t: Translator): string {
  const { question, weak, strong, try: trial } = view.lesson.example;
  return [
    `${headOf(view, t)}\n${t(texts.asked, { question })}`,
    `**${t(texts.weak)}**\n> ${weak}`,
    `**${t(texts.strong)}**\n> ${strong}`,
    `**${t(texts.tryThis)}**\n${trial}`,
  ].join('\n');
}

function buttonsOf(view: LessonView, { face, caller, t, learnt = false }: Looks & { readonly face: Face }) {
  const item = view.lesson.id;
  const state = { owner: caller.id, lesson: item };
  const other: Face = face === 'idea' ? 'example' : 'idea';
  const go = (label: string, lesson: string | undefined): readonly APIButtonComponent[] =>
    lesson === undefined ? [] : [button(label, lessonRoutes.go.id({ ...state, lesson }))];
  const work = row(
    button(t(practiceTexts.practise), practiceRoutes.open.id({ source: 'lesson', item }), { style: 'main' }),
    button(t(face === 'idea' ? texts.seeExample : texts.seeIdea), lessonRoutes.turn.id({ ...state, face: other })),
  );
  const done = button(t(learnt ? texts.gotItToday : texts.gotIt), lessonRoutes.learn.id({ ...state, face }), {
    disabled: learnt,
  });
  // With the bot alone there is nobody to share with.
  const share = caller.where.context === 'bot-dm' ? [] : [button(t(texts.share), lessonRoutes.share.id(state))];
  return [work, row(done, ...go(t(texts.previous), view.previous), ...go(t(texts.next), view.next), ...share)];
}
