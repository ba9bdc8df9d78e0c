// What somebody sees who waits for a partner, and what comes to them directly.

import type { Message } from '#bot/message.ts';
import { button, card, line, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { levelName, roleName } from '#content/names.ts';
import { mockRoutes } from '#mocks/routes.ts';
import type { Translator } from '#text/translator.ts';
import type { Joined } from './joining.ts';
import { languageNames } from './languages.ts';
import { isHeld } from './moves.ts';
import { peerRoutes } from './routes.ts';
import { minutesOf } from './rules.ts';
import type { Room, Wait } from './session.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id'>; readonly t: Translator };

const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1_000);

/** What came of joining. */
export function joinedCard(joined: Joined, to: For): Message {
  const { t } = to;
  if (joined.kind === 'sits') return sitsCard(joined.room, to);
  const { wait, usual } = joined;
  return card(
    'calm',
    text(`### ${t(texts.waiting)}\n${wishIn(wait, t)}\n${t(texts.until, { at: seconds(wait.until) })}`),
    ...(Temporal.Instant.compare(wait.readyAt, wait.since) > 0
      ? [text(t(texts.readyFrom, { at: seconds(wait.readyAt) }))]
      : []),
    text(usual === undefined ? t(texts.usualUnknown) : t(texts.usual, { minutes: usual })),
    line(),
    text(`${t(texts.signal)} ${t(texts.noSign)}\n-# ${t(texts.whoReads)}`),
    waitRow(to),
  );
}

const waitRow = ({ caller: { id: owner }, t }: For) =>
  row(
    button(t(texts.leaveList), peerRoutes.leaveList.id({ owner })),
    button(t(texts.meanwhile), mockRoutes.single.id({ owner })),
  );

/** Somebody has a session already. */
function sitsCard({ session: { thread } }: Room, { t }: For): Message {
  return card('calm', text(thread === undefined ? t(texts.paired) : t(texts.sits, { thread })));
}

function wishIn({ role, level, languages, length }: Wait, t: Translator): string {
  return t(texts.lookingFor, {
    role: role && roleName(role, t),
    level: level && levelName(level, t),
    languages: languageNames(languages, t.language),
    minutes: minutesOf(length),
  });
}

const soloButton = (owner: string, t: Translator) =>
  button(t(texts.solo), mockRoutes.start.id({ owner }), { style: 'main' });

/** Nobody came within the hour. */
export const nobodyCard = (owner: string, t: Translator): Message =>
  card('warm', text(t(texts.nobodyCame)), row(soloButton(owner, t)));

/** How a session ended, for whoever can't read it in its room. */
export function closingCard(
  { session }: Room,
  { member, t }: { readonly member: string; readonly t: Translator },
): Message {
  if (isHeld(session) && session.state === 'closed') {
    const read = button(t(texts.readMine), peerRoutes.read.id({ session: session.id }), { style: 'main' });
    return card('calm', text(`### ${t(texts.ready)}`), row(read));
  }
  const words = [`### ${t(texts.over)}`, t(texts.why, { why: session.why ?? '' })];
  return card(
    'warm',
    text([...words, ...(isHeld(session) ? [t(texts.counts), t(texts.stillOpen)] : [])].join('\n')),
    row(soloButton(member, t)),
  );
}
