import type { Message } from '#bot/message.ts';
import { button, card, picks, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { startOf } from '#members/rules.ts';
import { shortened } from '#text/cut.ts';
import type { Translator } from '#text/translator.ts';
import type { History } from './past.ts';
import { titleOf } from './result-card.ts';
import { mockRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id' | 'zone'>; readonly t: Translator };

const startRow = ({ caller, t }: For) =>
  row(button(t(texts.startOne), mockRoutes.start.id({ owner: caller.id }), { style: 'main' }));

/** Mocks that are over, and single questions, to open. */
export function historyCard({ page, hasOlder, mocks }: History, { caller, t }: For): Message {
  if (mocks.length === 0)
    return card('calm', text(`### ${t(texts.mocks)}\n${t(texts.noMocks)}`), startRow({ caller, t }));
  const options = mocks.map((mock) => ({
    value: mock.id,
    label: shortened(`${dayOf(mock.begunAt, { caller, t })} · ${titleOf(mock, t)}`, 100),
    description: shortened(describedIn(mock, t), 100),
  }));
  const to = (target: number) => mockRoutes.history.id({ owner: caller.id, page: target });
  return card(
    'calm',
    text(`### ${t(texts.mocks)}`),
    picks(mockRoutes.open.id({ owner: caller.id }), t(texts.chooseMock), options),
    ...(page > 0 || hasOlder
      ? [
          row(
            button(t(texts.newer), to(Math.max(0, page - 1)), { disabled: page === 0 }),
            button(t(texts.older), to(page + 1), { disabled: !hasOlder }),
          ),
        ]
      : []),
    startRow({ caller, t }),
  );
}

/** What a single question asked; of a mock how many were answered. */
const describedIn = (mock: History['mocks'][number], t: Translator): string =>
  mock.source === 'single' ? (mock.first ?? t(texts.gone)) : t(texts.listed, mock);

const dayOf = (at: Temporal.Instant, { caller, t }: For): string =>
  at.toLocaleString(t.language, { timeZone: caller.zone, dateStyle: 'medium' });

/** Nothing to review; `nextDay` (`YYYY-MM-DD`) is when something will be. */
export function nothingDueCard(nextDay: string | undefined, { caller, t }: For): Message {
  const at = nextDay === undefined ? undefined : startOf(nextDay, caller.zone);
  return card('calm', text(t(texts.nothingDue, { at })), startRow({ caller, t }));
}

/** Asks before a mock goes. */
export const deleteCard = (mock: string, { caller, t }: For): Message =>
  card(
    'bad',
    text(t(texts.sureToDelete)),
    row(
      button(t(texts.yesDelete), mockRoutes.forget.id({ owner: caller.id, mock }), { style: 'danger' }),
      button(t(texts.keep), mockRoutes.stand.id({ owner: caller.id, mock })),
    ),
  );
