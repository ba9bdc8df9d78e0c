import type { MessageFile } from '#bot/message.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Translator } from '#text/translator.ts';
import type { Practised } from './practice.ts';
import { texts } from './texts.ts';

/** How much of an answer stands in the card itself, in characters; the whole is in a file when it is longer. */
const excerpt = 200;

/** Changes longer than this, in characters, are cut; the file holds both tries. */
const mostChanges = 450;

/** An answer as markdown, and the file that holds what does not fit. */
type Told = { readonly words: string; readonly file?: MessageFile };

/** What a member wrote, for a card; of another try what it changed. */
export const wordsOf = async (practised: Pick<Practised, 'answer' | 'before'>, t: Translator): Promise<Told> =>
  practised.before ? changes(practised, practised.before.body, t) : given(practised.answer.body, t);

function given(body: string, t: Translator): Told {
  const words = quoted(shortened(body, excerpt));
  return body.length <= excerpt
    ? { words }
    : { words: `${words}\n-# ${t(texts.wholeAnswer)}`, file: fileOf('your-answer.txt', body) };
}

/** What another try changed; with both texts whole in a file when they don't fit. */
async function changes({ answer }: Pick<Practised, 'answer'>, before: string, t: Translator): Promise<Told> {
  const { changesBetween } = await import('./changes.ts'); // what it needs is large, and a first lesson does without
  if (before.trim() === answer.body.trim()) return { words: t(texts.unchanged) };
  const changed = changesBetween(before, answer.body);
  const isShort = changed !== undefined && changed.length <= mostChanges;
  const words = isShort
    ? `**${t(texts.changed)}**\n${quotedMarkdown(changed)}`
    : quoted(shortened(answer.body, excerpt));
  const fits = isShort && answer.body.length <= excerpt;
  if (fits) return { words };
  const both = `${t(texts.fileBefore)}\n\n${before}\n\n${t(texts.fileNow)}\n\n${answer.body}\n`;
  return { words: `${words}\n-# ${t(texts.bothTries)}`, file: fileOf('both-tries.txt', both) };
}

const quoted = (typed: string): string => quotedMarkdown(inert(typed));
const quotedMarkdown = (markdown: string): string =>
  markdown
    .split('\n')
    .map((one) => `> ${one}`)
    .join('\n');

const fileOf = (name: string, whole: string): MessageFile => ({ name, data: new TextEncoder().encode(whole) });
