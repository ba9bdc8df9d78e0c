import { type Language, languages } from './text.ts';

/** Where a language wish can come from, strongest first. Each is a tag such as `es-ES`, or nothing. */
export type LanguageWishes = {
  readonly option?: string | null | undefined;
  readonly member?: string | null | undefined;
  readonly server?: string | null | undefined;
  readonly discord?: string | null | undefined;
};

/** The language to speak: the first wish that the bot can fulfil, else English. `es-419` is fulfilled by `es`. */
export function languageOf(wishes: LanguageWishes): Language {
  const ladder = [wishes.option, wishes.member, wishes.server, wishes.discord];
  for (const wish of ladder) {
    const spoken = languages.find((language) => wish?.toLowerCase().split('-')[0] === language);
    if (spoken) return spoken;
  }
  return 'en';
}
