import type { Message } from '#bot/message.ts';
import { button, card, fileShown, line, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { zoneOffer } from '#members/card.ts';
import { checklistOf, coachParts } from '#practice/card.ts';
import { practiceRoutes } from '#practice/routes.ts';
import { wordsOf } from '#practice/words.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Step } from './answering.ts';
import { currentOf } from './mock.ts';
import { mockRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id'>; readonly t: Translator; readonly offersZone?: boolean };

/** What follows an answer: the answer, what interviewers listen for, perhaps a follow-up, and the way on. */
export async function answeredCard(step: Step, to: For): Promise<Message> {
  const { caller, t, offersZone = false } = to;
  const { practised, follow, asked, question } = step;
  const latest = follow ?? practised;
  const said = latest && (await wordsOf(latest, t));
  const found = (latest?.coached?.now.findings.length ?? 0) > 0;
  const message = card(
    'calm',
    text(`${headOf(step, t)}\n${said?.words ?? t(texts.deleted)}`),
    ...(said?.file ? [fileShown(said.file.name)] : []),
    ...(asked.late ? [text(`-# ${t(texts.late)}`)] : []),
    ...coachParts(latest?.coached, t),
    line(),
    ...(found ? [] : [text(`-# ${t(texts.worries, { flags: question.flags.join(' · ') })}`)]),
    ...signalsOf(step, to),
    ...followUpOf(step, t),
    waysOn(step, to),
    ...(offersZone ? [line(), ...zoneOffer({ caller, t })] : []),
  );
  return said?.file ? { ...message, files: [said.file] } : message;
}

function headOf({ mock, asked, question, follow }: Step, t: Translator): string {
  const at = { number: asked.place + 1, of: mock.asked.length };
  const place = mock.source === 'single' ? t(texts.answeredOne) : t(texts.answered, at);
  const said = follow
    ? t(texts.followAnswered, { ask: inert(follow.answer.question) })
    : t(texts.asked, { question: question.question });
  return `-# ${place}\n**${said}**`;
}

function signalsOf({ mock, asked, question, practised }: Step, { caller, t }: For) {
  if (!practised) return [];
  const { signals } = question;
  const id = mockRoutes.tick.id({ owner: caller.id, mock: mock.id, place: asked.place });
  const ticked = practised.answer.ticks.length;
  return [
    checklistOf(practised, { id, checklist: signals, t }),
    ...(ticked > 0 ? [text(`-# ${t(texts.ticked, { ticked, of: signals.length })}`)] : []),
  ];
}

/** The follow-up that waits for an answer. */
const openFollowUp = ({ asked, question, follow }: Step) =>
  follow || asked.followUp === undefined ? undefined : question.followUps[asked.followUp];

function followUpOf(step: Step, t: Translator) {
  const followUp = openFollowUp(step);
  return followUp ? [line(), text(t(texts.followUp, { ask: followUp.ask }))] : [];
}

function waysOn(step: Step, { caller, t }: For) {
  const { mock, asked } = step;
  const latest = step.follow ?? step.practised;
  const owner = caller.id;
  const at = { owner, mock: mock.id, place: asked.place };
  const asks = openFollowUp(step) !== undefined;
  const style = asks ? 'plain' : 'main';
  const onward =
    mock.source === 'single'
      ? button(t(texts.another), mockRoutes.single.id({ owner }), { style })
      : button(t(currentOf(mock) ? texts.next : texts.finish), mockRoutes.stand.id(at), { style });
  return row(
    ...(asks ? [button(t(texts.answerFollowUp), mockRoutes.follow.id(at), { style: 'main' })] : []),
    onward,
    button(t(texts.tryAgain), mockRoutes.answer.id(at)),
    ...(latest ? [button(t(texts.counts), practiceRoutes.counts.id({ owner, answer: latest.answer.id }))] : []),
  );
}
