import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import type { Content, Question } from '#content/content.ts';
import { questionIn } from '#content/exercise.ts';
import type { Translator } from '#text/translator.ts';
import { stepOf } from './moves.ts';
import { peerRoutes } from './routes.ts';
import type { Room } from './session.ts';
import { texts } from './texts.ts';

/** What the interviewer alone sees: the question and what to listen for, or in the last minutes all that was asked. */
export function sheetCard(room: Room, content: Content, t: Translator): Message {
  const { session } = room;
  const { kind, half } = stepOf(session);
  const ofHalf = room.questions.filter((one) => one.half === half);
  const asked = ofHalf
    .filter((one) => one.asked)
    .flatMap(({ question }) => questionIn(content, t.language, question) ?? []);
  const now = asked.at(-1);
  if (!now || (kind !== 'questions' && kind !== 'retry')) return card('calm', text(t(texts.noSheetNow)));
  if (kind === 'retry') return card('calm', text(asked.map(({ question }) => `- “${question}”`).join('\n')));
  const isLast = asked.length === ofHalf.length;
  const { id, turn } = session;
  return card(
    'calm',
    ...wordsOf(now, asked.length, t),
    text(`-# ${t(isLast ? texts.sheetLast : texts.sheetHow)}`),
    row(
      button(t(texts.next), peerRoutes.sheetNext.id({ session: id, turn, count: asked.length }), {
        style: 'main',
        disabled: isLast,
      }),
    ),
  );
}

const list = (title: string, items: readonly string[]): string =>
  [`**${title}**`, ...items.map((one) => `- ${one}`)].join('\n');

function wordsOf(question: Question, number: number, t: Translator) {
  const { signals, flags, followUps } = question;
  return [
    text(
      `-# ${t(texts.questionNow, { number })}\n### “${question.question}”\n-# ${t(texts.sheetAsks, { asks: question.asks })}`,
    ),
    line(),
    text(list(t(texts.sheetSignals), signals)),
    text(
      list(
        t(texts.sheetFollowUps),
        followUps.map(({ ask }) => ask),
      ),
    ),
    text(list(t(texts.sheetFlags), flags)),
  ];
}
