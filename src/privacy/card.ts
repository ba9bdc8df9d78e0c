import type { Message } from '#bot/message.ts';
import { button, card, fileShown, picks, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import type { Text } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import { shortened } from '#text/cut.ts';
import { kindOf } from './kinds.ts';
import type { Kept, MemberTable } from './privacy.ts';
import { type Kind, kinds } from './rules.ts';
import type { WrittenAnswer } from './store.ts';
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
  mocks: texts.mocks,
  mock_questions: texts.mockQuestions,
  peer_waits: texts.peerWaits,
  peer_seats: texts.peerSeats,
  peer_notes: texts.peerNotes,
  never_matches: texts.neverMatches,
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

/** Which of it shall go. */
export function chooseCard(kept: readonly Kept[], { caller, t }: For): Message {
  if (kept.length === 0) return card('calm', text(t(texts.nothing)));
  const present = kinds.filter((kind) => kept.some(({ table }) => kindOf[table] === kind));
  const options = [
    { value: 'everything', label: t(texts.everything) },
    ...present.map((kind) => ({ value: kind, label: t(texts.kind, { kind }) })),
    ...(present.includes('answers') ? [{ value: 'answer', label: t(texts.oneAnswer) }] : []),
    ...(caller.where.server && kept.some(({ table }) => table === 'boards')
      ? [{ value: 'server', label: t(texts.thisServer) }]
      : []),
  ];
  const list = picks(privacyRoutes.what.id({ owner: caller.id }), t(texts.choose), options);
  return card('warm', text(t(texts.chooseIntro)), list);
}

/** Which answer shall go. */
export function answersCard(answers: readonly WrittenAnswer[], { caller, t }: For): Message {
  if (answers.length === 0) return card('calm', text(t(texts.noAnswers)));
  const options = answers.map(({ id, question, body }) => ({
    value: id,
    label: shortened(body.trim(), 100),
    ...(question !== '' && { description: shortened(question, 100) }),
  }));
  return card(
    'warm',
    text(t(texts.whichAnswer)),
    picks(privacyRoutes.answer.id({ owner: caller.id }), t(texts.choose), options),
  );
}

type Asked = Omit<Parameters<typeof privacyRoutes.delete.id>[0], 'owner'>;

const allOfIt: Asked = { what: 'everything', item: 'all' };

/** Asks before it goes. */
export const sureCard = ({ caller: { id: owner }, t }: For, asked: Asked = allOfIt): Message =>
  card(
    'bad',
    text(asked.what === 'everything' ? t(texts.sure) : t(texts.sureOf, { what: nameOf(asked, t) })),
    ...(asked.what === 'everything' || asked.item === 'peers' ? [text(t(texts.peersStay))] : []),
    row(
      button(t(asked.what === 'everything' ? texts.yes : texts.yesThis), privacyRoutes.delete.id({ owner, ...asked }), {
        style: 'danger',
      }),
      button(t(texts.no), privacyRoutes.keep.id({ owner })),
      button(t(texts.export), privacyRoutes.export.id({ owner })),
    ),
  );

const nameOf = ({ what, item }: Asked, t: Translator): string =>
  what === 'kind'
    ? t(texts.kind, { kind: item as Kind })
    : what === 'server'
      ? t(texts.thisServer)
      : t(texts.thisAnswer);
