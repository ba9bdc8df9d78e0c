import type { Language, Text } from './text.ts';

/** Says a text in one language. Parameters are checked against the text. */
export type Translator = {
  (text: Text): string;
  <P>(text: Text<P>, params: P): string;
  readonly language: Language;
  /** A mention of the command with these words. */
  readonly command: MentionCommand;
};

/** A translator for whoever has this tag of Discord's as their language, such as `en-US`. */
export type Speak = (locale: string) => Translator;

/** Turns the words of a command (`lesson today`) into something a person can tap, or at least read. */
export type MentionCommand = (words: string) => string;

const commandMention = /<\/([a-z][a-z -]*)>/g;

/**
 * A translator for one language. In any text, `</lesson today>` becomes a mention of that command.
 *
 * @param mention what a command's words become; Discord's form is `</lesson today:ID>`
 */
export function translator(language: Language, mention: MentionCommand): Translator {
  const say = <P>(text: Text<P>, params?: P): string => {
    const said = text.said[language] ?? text.said.en;
    const sentence = typeof said === 'string' ? said : said(params as P);
    return sentence.replaceAll(commandMention, (_, words: string) => mention(words));
  };
  return Object.assign(say, { language, command: mention });
}
