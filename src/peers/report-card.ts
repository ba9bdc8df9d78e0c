import type { Message } from '#bot/message.ts';
import { card, line, text } from '#bot/parts.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Report } from './safety.ts';
import { texts } from './texts.ts';

/** How long a quotation gets with its marks, in characters: two of them and the words around fit Discord's 4,000. */
const longestQuotation = 1_700;

/** A report as moderators read it. Nothing in it says who sent it. */
export function reportCard(report: Report, t: Translator): Message {
  const { about, server, channel, message, reason, words, quoted } = report;
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

/** What somebody wrote, as a quotation that does nothing. Text full of marks and line breaks is cut earlier than other. */
export function cited(typed: string, longest = longestQuotation): string {
  const quoted = (most: number): string => `> ${inert(shortened(typed.trim(), most)).replaceAll('\n', '\n> ')}`;
  let most = longest;
  while (quoted(most).length > longest) most = Math.floor(most * 0.8);
  return quoted(most);
}
