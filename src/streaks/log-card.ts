import type { Message } from '#bot/message.ts';
import { card, text } from '#bot/parts.ts';
import type { Text } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import { dateOf } from './clock/rules.ts';
import type { Change, Reason } from './rules.ts';
import { texts } from './texts.ts';

/** One line of the log: a change, or several days in a row that simply counted. */
type Entry = Change & { readonly since: number };

/** How many lines fit a phone screen. */
const most = 12;

/** What changed lately, newest first, and why. */
export function logCard(changes: readonly Change[], t: Translator): Message {
  const lines = entriesOf(changes).slice(-most).toReversed();
  const said = lines.map((entry) => `- ${sentenceOf(entry, t)}`);
  return card('calm', text(`### ${t(texts.log)}\n${said.length > 0 ? said.join('\n') : t(texts.logEmpty)}`));
}

function entriesOf(changes: readonly Change[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const change of changes) {
    const last = entries.at(-1);
    const goesOn = change.reason === 'practised' && last?.reason === 'practised' && change.current > 1;
    if (goesOn) entries[entries.length - 1] = { ...change, since: last.since };
    else entries.push({ ...change, since: change.day });
  }
  return entries;
}

type Words = Text<{ readonly on: string; readonly count: number }>;

const sentences: Readonly<Record<Exclude<Reason, 'practised'>, Words>> = {
  'freeze-earned': texts.freezeEarned,
  'freeze-spent': texts.freezeSpent,
  away: texts.away,
  moved: texts.moved,
  'no-such-day': texts.noSuchDay,
  ended: texts.ended,
};

function sentenceOf({ reason, day, since, current, freezes }: Entry, t: Translator): string {
  const on = dated(day, t);
  if (reason !== 'practised') return t(sentences[reason], { on, count: reason === 'ended' ? current : freezes });
  if (since === day) return t(texts.practisedOn, { on, count: current });
  return t(texts.practisedThrough, { from: dated(since, t), to: on, count: current });
}

const dated = (day: number, { language }: Translator): string =>
  Temporal.PlainDate.from(dateOf(day)).toLocaleString(language, { month: 'short', day: 'numeric' });
