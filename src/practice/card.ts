import type { Message } from '#bot/message.ts';
import { button, card, fileShown, line, row, text, ticks } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { careSaid, countsSaid } from '#coach/speak.ts';
import { zoneOffer } from '#members/card.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import { type Coached, coachedSaid, type NotKept } from './coached.ts';
import type { Practised } from './practice.ts';
import { practiceRoutes } from './routes.ts';
import { texts } from './texts.ts';
import { wordsOf } from './words.ts';

type For = { readonly caller: Caller; readonly t: Translator; readonly offersZone?: boolean };

/** What follows an answer: the answer, what the coach reads in it, the checklist, and another try. */
export async function practisedCard(practised: Practised, { caller, t, offersZone = false }: For): Promise<Message> {
  const { answer, exercise, coached } = practised;
  const { words, file } = await wordsOf(practised, t);
  const at = { owner: caller.id, answer: answer.id };
  const message = card(
    'calm',
    text(`-# ${t(texts.answered)}\n**${t(texts.asked, { question: inert(answer.question) })}**\n${words}`),
    ...(file ? [fileShown(file.name)] : []),
    ...coachParts(coached, t),
    ...(exercise
      ? [line(), checklistOf(practised, { id: practiceRoutes.tick.id(at), checklist: exercise.checklist, t })]
      : []),
    ...(exercise && answer.ticks.length > 0
      ? [text(t(texts.ticked, { ticked: answer.ticks.length, of: exercise.checklist.length }))]
      : []),
    row(
      button(t(texts.tryAgain), practiceRoutes.again.id(at), { style: 'main' }),
      ...(exercise?.strong === undefined ? [] : [button(t(texts.strongButton), practiceRoutes.strong.id(at))]),
      button(t(texts.countsButton), practiceRoutes.counts.id(at)),
      button(t(texts.goOn), lessonRoutes.today.id({ owner: caller.id })),
    ),
    ...(offersZone ? [line(), ...zoneOffer({ caller, t })] : []),
  );
  return file ? { ...message, files: [file] } : message;
}

/** What the coach says, and the lessons that go with it. */
export const coachParts = (coached: Coached | undefined, t: Translator) =>
  coached && coached.now.state !== 'care'
    ? [
        line(),
        ...coachedSaid(coached, t).map(text),
        ...(coached.lessons.length > 0
          ? [
              row(
                ...coached.lessons.map(({ id, title }) =>
                  button(shortened(title, 80), lessonRoutes.read.id({ lesson: id })),
                ),
              ),
            ]
          : []),
      ]
    : [];

/** Warm words in the place of advice, and where there is help. Nothing was kept. */
export const careCard = ({ trouble }: NotKept, { caller, t }: Pick<For, 'caller' | 't'>, onward?: string): Message =>
  card(
    'warm',
    ...careSaid(trouble, caller, t).map(text),
    row(button(t(texts.goOn), onward ?? lessonRoutes.today.id({ owner: caller.id }))),
  );

/** Somebody else's strong answer to the same question. */
export const strongCard = ({ answer, exercise }: Practised, t: Translator): Message =>
  card(
    'calm',
    text(`**${t(texts.asked, { question: inert(answer.question) })}**`),
    text(exercise?.strong === undefined ? t(texts.noStrong) : `**${t(texts.strong)}**\n> ${exercise.strong}`),
  );

/** Counts of an answer, which judge nothing. */
export const countsCard = ({ coached }: Practised, t: Translator): Message =>
  card('calm', text((coached ? countsSaid(coached.now.counts, t) : []).join('\n')));

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
