import type { Message, MessageFile } from '#bot/message.ts';
import { button, card, fileShown, line, row, text, ticks } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { zoneOffer } from '#members/card.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Practised } from './practice.ts';
import { practiceRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Caller; readonly t: Translator; readonly offersZone?: boolean };

/** How much of an answer stands in the card itself, in characters; the whole is in a file when it is longer. */
const excerpt = 200;

/** Changes longer than this, in characters, are cut; the file holds both tries. */
const mostChanges = 450;

/** What follows an answer: the answer, a strong one beside it, the checklist, and another try. */
export async function practisedCard(practised: Practised, { caller, t, offersZone = false }: For): Promise<Message> {
  const { answer, exercise } = practised;
  const { words, file } = practised.before ? await changes(practised, practised.before.body, t) : given(answer.body, t);
  const owner = caller.id;
  const message = card(
    'calm',
    text(`-# ${t(texts.answered)}\n**${t(texts.asked, { question: inert(answer.question) })}**\n${words}`),
    ...(file ? [fileShown(file.name)] : []),
    ...(exercise
      ? [
          line(),
          text(`**${t(texts.strong)}**\n> ${exercise.strong}`),
          checklistOf(practised, exercise.checklist, { caller, t }),
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

const checklistOf = ({ answer }: Practised, checklist: readonly string[], { caller, t }: For) =>
  ticks(
    practiceRoutes.tick.id({ owner: caller.id, answer: answer.id }),
    t(texts.checklist),
    checklist.map((label, place) => ({ label, value: String(place), chosen: answer.ticks.includes(place) })),
  );

type Told = { readonly words: string; readonly file?: MessageFile };

function given(body: string, t: Translator): Told {
  const words = quoted(shortened(body, excerpt));
  return body.length <= excerpt
    ? { words }
    : { words: `${words}\n-# ${t(texts.wholeAnswer)}`, file: fileOf('your-answer.txt', body) };
}

/** What another try changed; with both texts whole in a file when they don't fit. */
async function changes({ answer }: Practised, before: string, t: Translator): Promise<Told> {
  const { changesBetween } = await import('./changes.ts'); // what it needs is large, and a first lesson does without
  if (before.trim() === answer.body.trim()) return { words: t(texts.unchanged) };
  const changed = changesBetween(before, answer.body);
  const isShort = changed !== undefined && changed.length <= mostChanges;
  const words = isShort
    ? `**${t(texts.changed)}**\n${quotedMarkdown(changed)}`
    : quoted(shortened(answer.body, excerpt));
  const fits = isShort && answer.body.length <= excerpt;
  if (fits) return { words };
  const both = `${t(texts.fileBefore)}\n\n${before}\n\n${t(texts.fileNow)}\n\n${answer.body}\n`;
  return { words: `${words}\n-# ${t(texts.bothTries)}`, file: fileOf('both-tries.txt', both) };
}

const quoted = (typed: string): string => quotedMarkdown(inert(typed));
const quotedMarkdown = (markdown: string): string =>
  markdown
    .split('\n')
    .map((one) => `> ${one}`)
    .join('\n');

const fileOf = (name: string, whole: string): MessageFile => ({ name, data: new TextEncoder().encode(whole) });
