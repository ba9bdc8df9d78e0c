import type { Message } from '#bot/message.ts';
import { button, card, fileShown, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import type { Text } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import type { Kept, MemberTable } from './privacy.ts';
import { privacyRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Caller; readonly t: Translator };

/** What each table holds, in a member's words; a table without words does not compile. */
const holds: Readonly<Record<MemberTable, Text>> = {
  members: texts.members,
  zone_history: texts.zones,
  acts: texts.acts,
  answers: texts.answers,
  recalls: texts.recalls,
  tip_contacts: texts.tipContacts,
  streaks: texts.streaks,
  practice_days: texts.practiceDays,
  boards: texts.boards,
  reminders: texts.reminders,
};

/** What is kept of the member, in words, with the ways to copy and delete it. */
export function keptCard(kept: readonly Kept[], { caller, t }: For): Message {
  const owner = caller.id;
  if (kept.length === 0) return card('calm', text(`### ${t(texts.title)}\n${t(texts.nothing)}`));
  const lines = kept.map(({ table, count }) => t(texts.kept, { what: t(holds[table]), count }));
  return card(
    'calm',
    text(`### ${t(texts.title)}\n${lines.join('\n')}\n-# ${t(texts.whoSees)}`),
    row(
      button(t(texts.export), privacyRoutes.export.id({ owner }), { style: 'main' }),
      button(t(texts.delete), privacyRoutes.ask.id({ owner })),
    ),
  );
}

/** Instants are kept as numbers; people read dates. */
const readable = (key: string, value: unknown): unknown =>
  key === 'at' && typeof value === 'number' ? Temporal.Instant.fromEpochMilliseconds(value).toString() : value;

/** Everything of the member in one file that people and programs can read. */
export function exportCard(rows: object, { t }: Pick<For, 't'>): Message {
  const name = 'rebound-about-you.json';
  const data = new TextEncoder().encode(`${JSON.stringify(rows, readable, 2)}\n`);
  return { ...card('calm', text(t(texts.exported)), fileShown(name)), files: [{ name, data }] };
}

/** Asks before everything goes. */
export const sureCard = ({ caller: { id: owner }, t }: For): Message =>
  card(
    'bad',
    text(t(texts.sure)),
    row(
      button(t(texts.yes), privacyRoutes.delete.id({ owner }), { style: 'danger' }),
      button(t(texts.no), privacyRoutes.keep.id({ owner })),
      button(t(texts.export), privacyRoutes.export.id({ owner })),
    ),
  );
