// Languages that people can hold a session in: by name while they type, by code where it is kept.

/** Languages offered, by BCP 47 code. More can be added freely. */
const codes =
  'ar bn bg zh hr cs da nl en tl fi fr de el he hi hu id it ja ko lt ms no fa pl pt pa ro ru sr sk es sw sv ta te th tr uk ur vi'.split(
    ' ',
  );

/** Languages of one wish at the most. */
const most = 3;

/** `English, Spanish`, in the language that is spoken to the reader. */
export function languageNames(wanted: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return wanted.map((code) => names.of(code) ?? code).join(', ');
}

/**
 * The codes of languages that somebody typed, by name or code, parted by commas; undefined when one is not known.
 *
 * @param language in which the names are
 */
export function languagesTyped(typed: string, language: string): readonly string[] | undefined {
  const parts = typed.split(',').map((part) => part.trim().toLowerCase());
  const found = parts.filter((part) => part !== '').map((part) => codeOf(part, language));
  const known = found.filter((code) => code !== undefined);
  if (known.length === 0 || known.length < found.length) return undefined;
  return [...new Set(known)].slice(0, most);
}

const nameOf = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;

/** By its code, its name for the reader, in English, or as its own speakers call it. */
const codeOf = (typed: string, language: string): string | undefined =>
  codes.find(
    (code) => code === typed || [language, 'en', code].some((in_) => nameOf(code, in_).toLowerCase() === typed),
  );

/** What can be chosen while somebody types: what stands before the last comma stays. */
export function languagesLike(typed: string, language: string): readonly { name: string; value: string }[] {
  const parts = typed.split(',').map((part) => part.trim());
  const before = (languagesTyped(parts.slice(0, -1).join(','), language) ?? []).slice(0, most - 1);
  const begun = (parts.at(-1) ?? '').toLowerCase();
  return codes
    .filter((code) => !before.includes(code))
    .filter((code) => [language, 'en', code].some((in_) => nameOf(code, in_).toLowerCase().startsWith(begun)))
    .slice(0, 25)
    .map((code) => {
      const name = languageNames([...before, code], language);
      return { name, value: name };
    });
}
