import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { kindName } from '#content/names.ts';
import type { Translator } from '#text/translator.ts';
import type { Step } from './answering.ts';
import { doneIn, type Mock } from './mock.ts';
import { mockRoutes } from './routes.ts';
import { secondsPerQuestion } from './rules.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id'>; readonly t: Translator };

/** A question, as its turn comes. `hinted` shows its hint. */
export function questionCard(step: Step, { caller, t }: For, { hinted = false } = {}): Message {
  const { mock, asked, question } = step;
  const at = { owner: caller.id, mock: mock.id, place: asked.place };
  const head = `-# ${placeOf(step, t)} · ${kindName(question.kind, t)}\n### “${question.question}”\n-# ${t(texts.asks, { asks: question.asks })}`;
  const askedAt = mock.choices.timed ? asked.askedAt : undefined;
  const until = askedAt && Math.floor(askedAt.epochMilliseconds / 1_000) + secondsPerQuestion;
  return card(
    'calm',
    text(head),
    text(until === undefined ? `-# ${t(texts.readHow)}` : t(texts.until, { at: until })),
    ...fewerSaid(step, t),
    ...(hinted ? [line(), text(t(texts.hinted, { hint: question.hint }))] : []),
    row(
      button(t(texts.answer), mockRoutes.answer.id(at), { style: 'main' }),
      button(t(texts.hint), mockRoutes.hint.id(at), { disabled: hinted }),
      button(t(texts.skip), mockRoutes.skip.id(at)),
      ...(mock.source === 'single' ? [] : [button(t(texts.stop), mockRoutes.stop.id(at))]),
    ),
  );
}

/** At the first question, that there are fewer than were wished for. */
function fewerSaid({ mock, asked }: Step, t: Translator) {
  const { length } = mock.asked;
  const { count } = mock.choices;
  return asked.place === 0 && length < count ? [text(`-# ${t(texts.fewer, { there: length, count })}`)] : [];
}

const placeOf = ({ mock, asked }: Step, t: Translator): string =>
  mock.source === 'single' ? t(texts.single) : t(texts.place, { number: asked.place + 1, of: mock.asked.length });

/** A mock that waits to be gone on with, for somebody who wants to begin one. `beginId` begins what they asked for. */
export function unfinishedCard(mock: Mock, { caller, t }: For, beginId: string): Message {
  const since = Math.floor(mock.begunAt.epochMilliseconds / 1_000);
  const state = { done: doneIn(mock), of: mock.asked.length, since };
  return card(
    'warm',
    text(`${t(texts.unfinished, state)}\n-# ${t(texts.whatIfNew)}`),
    row(
      button(t(texts.goOn), mockRoutes.goOn.id({ owner: caller.id, mock: mock.id }), { style: 'main' }),
      button(t(texts.beginNew), beginId),
    ),
  );
}

/** Asks whether to end a mock or to leave it for another day. */
export function stopCard({ mock, asked }: Step, { caller, t }: For): Message {
  const at = { owner: caller.id, mock: mock.id };
  const source = mock.source === 'review' ? 'review' : 'bank';
  return card(
    'warm',
    text(t(texts.sureToStop, { done: asked.place, of: mock.asked.length, source })),
    row(
      button(t(texts.goOn), mockRoutes.stand.id(at), { style: 'main' }),
      button(t(texts.later), mockRoutes.later.id({ owner: caller.id, source })),
      button(t(texts.endIt), mockRoutes.end.id(at)),
    ),
  );
}
