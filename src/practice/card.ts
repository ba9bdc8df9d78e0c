import type { Message } from '#bot/message.ts';
import { button, card, fileShown, line, row, text, ticks } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { zoneOffer } from '#members/card.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Practised } from './practice.ts';
import { practiceRoutes } from './routes.ts';
import { texts } from './texts.ts';
import { wordsOf } from './words.ts';

type For = { readonly caller: Caller; readonly t: Translator; readonly offersZone?: boolean };

/** What follows an answer: the answer, a strong one beside it, the checklist, and another try. */
export async function practisedCard(practised: Practised, { caller, t, offersZone = false }: For): Promise<Message> {
  const { answer, exercise } = practised;
  const { words, file } = await wordsOf(practised, t);
  const owner = caller.id;
  const message = card(
    'calm',
    text(`-# ${t(texts.answered)}\n**${t(texts.asked, { question: inert(answer.question) })}**\n${words}`),
    ...(file ? [fileShown(file.name)] : []),
    ...(exercise
      ? [
          line(),
          ...(exercise.strong === undefined ? [] : [text(`**${t(texts.strong)}**\n> ${exercise.strong}`)]),
          checklistOf(practised, {
            id: practiceRoutes.tick.id({ owner, answer: answer.id }),
            checklist: exercise.checklist,
            t,
          }),
        ]
      : []),
    ...(exercise && answer.ticks.length > 0
      ? [text(t(texts.ticked, { ticked: answer.ticks.length, of: exercise.checklist.length }))]
      : []),
    row(
      button(t(texts.tryAgain), practiceRoutes.again.id({ owner, answer: answer.id }), { style: 'main' }),
      button(t(texts.goOn), lessonRoutes.today.id({ owner })),
    ),
    ...(offersZone ? [line(), ...zoneOffer({ caller, t })] : []),
  );
  return file ? { ...message, files: [file] } : message;
}

type Checked = {
  /** The custom id of the list. */ readonly id: string;
  readonly checklist: readonly string[];
  readonly t: Translator;
};

/** A list of what a good answer has, to tick what the own one has. The values are places in it. */
export const checklistOf = ({ answer }: Pick<Practised, 'answer'>, { id, checklist, t }: Checked) =>
  ticks(
    id,
    t(texts.checklist),
    checklist.map((label, place) => ({ label, value: String(place), chosen: answer.ticks.includes(place) })),
  );
