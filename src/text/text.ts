/** Languages that the bot speaks; the first is the one every text exists in. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

type Said<P> = string | ((params: P) => string);

/**
 * One thing the bot can say, in every language it was translated to. `P` is what the sentence needs to know
 * (`void` when it needs nothing).
 */
export type Text<P = void> = {
  readonly key: string;
  readonly said: { readonly en: Said<P> } & { readonly [L in Language]?: Said<P> };
};

type ParamsOf<S> = S extends (params: infer P) => string ? P : void;
type Translation<E> = { readonly [K in keyof E]: E[K] extends string ? string : E[K] };
type Texts<E> = { readonly [K in keyof E]: Text<ParamsOf<E[K]>> };

/**
 * Makes the texts of one room from its language files. English decides which keys and parameters there are; another
 * language that lacks one does not compile.
 *
 * @param room name of the room, the first half of each key
 * @param translations the objects exported by `text.en.ts` and its siblings
 */
export function texts<const E extends Record<string, string | ((params: never) => string)>>(
  room: string,
  translations: { readonly en: E } & { readonly [L in Exclude<Language, 'en'>]: Translation<E> },
): Texts<E> {
  const keys = Object.keys(translations.en);
  const entries = keys.map((key) => {
    const said = Object.fromEntries(Object.entries(translations).map(([language, all]) => [language, all[key]]));
    return [key, { key: `${room}.${key}`, said }] as const;
  });
  return Object.fromEntries(entries) as Texts<E>;
}
