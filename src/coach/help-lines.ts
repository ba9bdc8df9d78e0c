// Where people find help, by country. Free or cheap, open to all, and as published by those who run them; whoever changes
// a line looks all of them up anew and changes the date.

import type { Trouble } from './care.ts';

/** When they were published as they stand here. */
export const checked = '2025';

type Line = string;
type Country = {
  readonly name: string;
  readonly lines: Readonly<Record<Trouble, Line>>;
};

export const helpByCountry: Readonly<Record<string, Country>> = {
  US: {
    name: 'In the United States',
    lines: {
      'self-harm': '988 Suicide & Crisis Lifeline: call or text **988**',
      abuse: 'National Domestic Violence Hotline **1-800-799-7233**; RAINN (sexual assault) **1-800-656-4673**',
      danger: 'OSHA **1-800-321-6742**; if you can’t leave: National Human Trafficking Hotline **1-888-373-7888**',
    },
  },
  GB: {
    name: 'In the UK',
    lines: {
      'self-harm': 'Samaritans **116 123**, or text SHOUT to **85258**',
      abuse: 'National Domestic Abuse Helpline **0808 2000 247**; men: Respect **0808 801 0327**',
      danger: 'Acas **0300 123 1100**; if you are forced to work: Modern Slavery Helpline **08000 121 700**',
    },
  },
  IE: {
    name: 'In Ireland',
    lines: {
      'self-harm': 'Samaritans **116 123**, or text HELLO to **50808**',
      abuse: 'Women’s Aid **1800 341 900**; Men’s Aid **01 554 3811**',
      danger: 'Workplace Relations Commission **0818 80 80 90**',
    },
  },
  CA: {
    name: 'In Canada',
    lines: {
      'self-harm': 'Suicide Crisis Helpline: call or text **988**',
      abuse: 'find a shelter or a line near you: **sheltersafe.ca**',
      danger: 'if you can’t leave: Canadian Human Trafficking Hotline **1-833-900-1010**',
    },
  },
  AU: {
    name: 'In Australia',
    lines: {
      'self-harm': 'Lifeline **13 11 14**',
      abuse: '1800RESPECT **1800 737 732**',
      danger: 'Fair Work Ombudsman **13 13 94**',
    },
  },
  NZ: {
    name: 'In New Zealand',
    lines: {
      'self-harm': 'call or text **1737**',
      abuse: 'Women’s Refuge **0800 733 843**',
      danger: 'WorkSafe **0800 030 040**',
    },
  },
  IN: {
    name: 'In India',
    lines: {
      'self-harm': 'Tele-MANAS **14416**',
      abuse: 'women’s helpline **181**; emergency **112**',
      danger: 'emergency **112**',
    },
  },
  DE: {
    name: 'In Germany',
    lines: {
      'self-harm': 'TelefonSeelsorge **0800 111 0 111**',
      abuse: 'Hilfetelefon Gewalt gegen Frauen **116 016**; Männerhilfetelefon **0800 1239900**',
      danger: 'Faire Integration: **faire-integration.de**',
    },
  },
  FR: {
    name: 'In France',
    lines: {
      'self-harm': 'numéro national de prévention du suicide **3114**',
      abuse: 'Violences Femmes Info **3919**',
      danger: 'Défenseur des droits **39 28**',
    },
  },
  ES: {
    name: 'In Spain',
    lines: {
      'self-harm': 'línea de atención a la conducta suicida **024**',
      abuse: '**016**',
      danger: 'Inspección de Trabajo: **itss.gob.es**',
    },
  },
  IT: {
    name: 'In Italy',
    lines: {
      'self-harm': 'Telefono Amico **02 2327 2327**',
      abuse: '**1522**',
      danger: 'numero verde anti-tratta **800 290 290**',
    },
  },
  NL: {
    name: 'In the Netherlands',
    lines: {
      'self-harm': '113 Zelfmoordpreventie **0800-0113**',
      abuse: 'Veilig Thuis **0800-2000**',
      danger: 'Arbeidsinspectie **0800-5151**',
    },
  },
  PL: {
    name: 'In Poland',
    lines: {
      'self-harm': '**116 123**',
      abuse: 'Niebieska Linia **800 120 002**',
      danger: 'Państwowa Inspekcja Pracy: **pip.gov.pl**',
    },
  },
  BR: {
    name: 'In Brazil',
    lines: { 'self-harm': 'CVV **188**', abuse: '**180**', danger: 'Disque 100: **100**' },
  },
};

/** Zones that lie in a country of the list; a chosen zone says more than the language of somebody's Discord. */
const zones: readonly (readonly [RegExp, string])[] = [
  [/^Europe\/(?:London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, 'GB'],
  [/^Europe\/Dublin$/, 'IE'],
  [
    /^America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana\/.*|Kentucky\/.*|North_Dakota\/.*)$|^Pacific\/Honolulu$/,
    'US',
  ],
  [/^America\/(?:Toronto|Vancouver|Edmonton|Winnipeg|Halifax|St_Johns|Regina|Montreal|Moncton|Whitehorse)$/, 'CA'],
  [/^Australia\//, 'AU'],
  [/^Pacific\/(?:Auckland|Chatham)$/, 'NZ'],
  [/^Asia\/(?:Kolkata|Calcutta)$/, 'IN'],
  [/^Europe\/(?:Berlin|Busingen)$/, 'DE'],
  [/^Europe\/Paris$/, 'FR'],
  [/^Europe\/Madrid$|^Atlantic\/Canary$|^Africa\/Ceuta$/, 'ES'],
  [/^Europe\/Rome$/, 'IT'],
  [/^Europe\/Amsterdam$/, 'NL'],
  [/^Europe\/Warsaw$/, 'PL'],
  [/^America\/(?:Sao_Paulo|Recife|Bahia|Fortaleza|Manaus|Belem|Cuiaba|Maceio)$/, 'BR'],
];

/** Languages of Discord that are nearly always spoken in one country of the list. */
const locales: Readonly<Record<string, string>> = {
  'en-US': 'US',
  'en-GB': 'GB',
  de: 'DE',
  fr: 'FR',
  'es-ES': 'ES',
  it: 'IT',
  nl: 'NL',
  pl: 'PL',
  'pt-BR': 'BR',
  hi: 'IN',
};

type Whereabouts = { readonly zone: string | undefined; readonly locale: string | undefined };

/** The country of the list where somebody seems to be; nothing when that isn't known. */
export function countryOf({ zone, locale }: Whereabouts): Country | undefined {
  const here = zone === undefined || zone === 'UTC' ? undefined : zones.find(([pattern]) => pattern.test(zone));
  if (zone !== undefined && zone !== 'UTC') return here && helpByCountry[here[1]];
  return locale === undefined ? undefined : helpByCountry[locales[locale] ?? ''];
}
