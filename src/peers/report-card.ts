import type { Message } from '#bot/message.ts';
import { card, line, text } from '#bot/parts.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Report } from './safety.ts';
import { texts } from './texts.ts';

/** How much of a text a report shows, in characters before they are made inert: two of them fit Discord's 4,000. */
const mostShown = 900;

/** A report as moderators read it. Nothing in it says who sent it. */
export function reportCard(
  report: Report,
  { server, t }: { readonly server: string; readonly t: Translator },
): Message {
  const { about, channel, message, reason, words, quoted } = report;
  const link = `https://discord.com/channels/${server}/${channel}${message === undefined ? '' : `/${message}`}`;
  const head = [t(texts.reportedWhy, { reason }), t(texts.reportedWhere, { link })];
  return card(
    'bad',
    text(`### ${t(texts.reported, { member: about })}\n${head.join('\n')}`),
    ...(quoted === undefined ? [] : [line(), text(`**${t(texts.reportedQuote)}**\n${cited(quoted)}`)]),
    ...(words.trim() === '' ? [] : [line(), text(`**${t(texts.reportedWords)}**\n${cited(words)}`)]),
    text(t(texts.reportedNext)),
  );
}

/** What somebody wrote, as a quotation that does nothing. */
export const cited = (typed: string): string =>
  `> ${inert(shortened(typed.trim(), mostShown)).replaceAll('\n', '\n> ')}`;
