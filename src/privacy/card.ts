import type { Message } from '#bot/message.ts';
import { button, card, fileShown, picks, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import type { Text } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import { shortened } from '#text/cut.ts';
import { kindOf } from './kinds.ts';
import { type Exported, type Kept, type MemberTable, memberTables } from './privacy.ts';
import { readable } from './readable.ts';
import { type Kind, kinds } from './rules.ts';
import type { TiedServer, WrittenAnswer } from './store.ts';
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

/** Everything of the member in one file that people and programs can read. */
export function exportCard(all: Exported, { t }: Pick<For, 't'>): Message {
  const name = 'rebound-about-you.json';
  const tables = memberTables.map((table) => [table, all[table].map((kept) => readable(table, kept))]);
  const data = new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(tables), undefined, 2)}\n`);
  return { ...card('calm', text(t(texts.exported)), fileShown(name)), files: [{ name, data }] };
}

/** Which of it shall go. */
export function chooseCard(kept: readonly Kept[], servers: readonly TiedServer[], { caller, t }: For): Message {
  if (kept.length === 0) return card('calm', text(t(texts.nothing)));
  const present = kinds.filter((kind) => kept.some(({ table }) => kindOf[table] === kind));
  const options = [
    { value: 'everything', label: t(texts.everything) },
    ...present.map((kind) => ({ value: kind, label: t(texts.kind, { kind }) })),
    ...(present.includes('answers') ? [{ value: 'answer', label: t(texts.oneAnswer) }] : []),
    ...(servers.length > 0 ? [{ value: 'server', label: t(texts.oneServer) }] : []),
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

/** A list in Discord holds 25; when some are deleted, others follow. */
const mostListed = 25;

/** Which server's things shall go: where the member stands now, else by what ties them to it. */
export function serversCard(servers: readonly TiedServer[], { caller, t }: For): Message {
  if (servers.length === 0) return card('calm', text(t(texts.noServers)));
  const isHere = ({ id }: TiedServer) => id === caller.where.server?.id;
  const others = servers.filter((one) => !isHere(one));
  const options = [
    ...servers.filter(isHere).map((one) => ({ label: t(texts.thisServer), one })),
    ...others.map((one, index) => ({ label: t(texts.otherServer, { number: index + 1 }), one })),
  ].map(({ label, one }) => ({ value: one.id, label, description: shortened(tiesOf(one, { caller, t }), 100) }));
  const list = picks(privacyRoutes.server.id({ owner: caller.id }), t(texts.choose), options.slice(0, mostListed));
  return card('warm', text(t(texts.whichServer)), list);
}

function tiesOf({ onBoard, hearsOfTips, waits, lastSession }: TiedServer, { caller, t }: For): string {
  const on = lastSession?.toLocaleString(t.language, { timeZone: caller.zone, dateStyle: 'medium' });
  const ties = [
    ...(on === undefined ? [] : [t(texts.tiedBySessions, { on })]),
    ...(waits ? [t(texts.tiedByWait)] : []),
    ...(onBoard ? [t(texts.tiedByBoard)] : []),
    ...(hearsOfTips ? [t(texts.tiedByTips)] : []),
  ];
  return ties.join(' · ');
}

type Asked = Omit<Parameters<typeof privacyRoutes.delete.id>[0], 'owner'>;

const allOfIt: Asked = { what: 'everything', item: 'all' };

/** Asks before it goes. */
export function sureCard({ caller, t }: For, asked: Asked = allOfIt): Message {
  const owner = caller.id;
  const goesToPartners = asked.what === 'everything' || asked.what === 'server' || asked.item === 'peers';
  return card(
    'bad',
    text(asked.what === 'everything' ? t(texts.sure) : t(texts.sureOf, { what: nameOf(asked, { caller, t }) })),
    ...(asked.what === 'server' ? [text(t(texts.serverThings))] : []),
    ...(goesToPartners ? [text(t(texts.peersStay))] : []),
    row(
      button(t(asked.what === 'everything' ? texts.yes : texts.yesThis), privacyRoutes.delete.id({ owner, ...asked }), {
        style: 'danger',
      }),
      button(t(texts.no), privacyRoutes.keep.id({ owner })),
      button(t(texts.export), privacyRoutes.export.id({ owner })),
    ),
  );
}

function nameOf({ what, item }: Asked, { caller, t }: For): string {
  if (what === 'kind') return t(texts.kind, { kind: item as Kind });
  if (what !== 'server') return t(texts.thisAnswer);
  return item === caller.where.server?.id ? t(texts.tiesHere) : t(texts.tiesThere, { server: item });
}
