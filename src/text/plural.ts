import type { Language } from './text.ts';

type Forms = { readonly [F in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const rules = new Map<Language, Intl.PluralRules>();

/** `plural('en', 2, { one: '# lesson', other: '# lessons' })` is "2 lessons"; `#` stands for the number. */
export function plural(language: Language, count: number, forms: Forms): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return (forms[rule.select(count)] ?? forms.other).replaceAll('#', String(count));
}
