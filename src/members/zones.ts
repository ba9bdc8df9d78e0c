// Time zones as people look for them: by city, region, country, abbreviation or offset.

/** A zone to choose: its IANA name, and a label such as “Berlin, Europe (UTC+01:00)”. */
export type ZoneChoice = { readonly zone: string; readonly label: string };

/** Discord's limit for the lines of an autocomplete list. */
const most = 25;

/** What people type who do not think of a city. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': [
    'eastern',
    'est',
    'edt',
    'et',
    'usa',
    'united states',
    'boston',
    'miami',
    'washington',
    'atlanta',
  ],
  'America/Chicago': ['central', 'cst', 'cdt', 'usa', 'united states', 'texas', 'dallas', 'houston', 'austin'],
  'America/Denver': ['mountain', 'mst', 'mdt', 'usa', 'united states', 'colorado', 'utah'],
  'America/Los_Angeles': [
    'pacific',
    'pst',
    'pdt',
    'pt',
    'usa',
    'united states',
    'california',
    'seattle',
    'san francisco',
  ],
  'America/Anchorage': ['alaska', 'akst'],
  'Pacific/Honolulu': ['hawaii', 'hst'],
  'America/Toronto': ['canada', 'ontario', 'montreal', 'ottawa'],
  'America/Vancouver': ['canada', 'british columbia'],
  'America/Halifax': ['canada', 'atlantic', 'ast'],
  'America/Mexico_City': ['mexico'],
  'America/Sao_Paulo': ['brazil', 'brasil', 'brt', 'rio de janeiro'],
  'America/Argentina/Buenos_Aires': ['argentina', 'art'],
  'America/Bogota': ['colombia'],
  'America/Lima': ['peru'],
  'America/Santiago': ['chile'],
  'Europe/London': ['uk', 'united kingdom', 'england', 'britain', 'scotland', 'wales', 'gmt', 'bst', 'manchester'],
  'Europe/Dublin': ['ireland'],
  'Europe/Lisbon': ['portugal', 'wet'],
  'Europe/Madrid': ['spain', 'españa', 'barcelona'],
  'Europe/Paris': ['france', 'cet', 'cest'],
  'Europe/Berlin': ['germany', 'deutschland', 'cet', 'cest', 'munich', 'hamburg', 'cologne', 'frankfurt'],
  'Europe/Vienna': ['austria'],
  'Europe/Zurich': ['switzerland', 'geneva'],
  'Europe/Rome': ['italy', 'milan'],
  'Europe/Amsterdam': ['netherlands', 'holland'],
  'Europe/Brussels': ['belgium'],
  'Europe/Warsaw': ['poland'],
  'Europe/Prague': ['czech'],
  'Europe/Stockholm': ['sweden'],
  'Europe/Oslo': ['norway'],
  'Europe/Copenhagen': ['denmark'],
  'Europe/Helsinki': ['finland', 'eet'],
  'Europe/Athens': ['greece'],
  'Europe/Kyiv': ['ukraine', 'kiev'],
  'Europe/Istanbul': ['turkey', 'türkiye', 'ankara'],
  'Europe/Moscow': ['russia', 'msk', 'saint petersburg'],
  'Africa/Cairo': ['egypt'],
  'Africa/Lagos': ['nigeria', 'wat'],
  'Africa/Nairobi': ['kenya', 'eat'],
  'Africa/Johannesburg': ['south africa', 'sast', 'cape town'],
  'Asia/Jerusalem': ['israel', 'tel aviv'],
  'Asia/Dubai': ['emirates', 'uae', 'gst', 'abu dhabi'],
  'Asia/Karachi': ['pakistan', 'pkt', 'lahore'],
  'Asia/Kolkata': ['india', 'ist', 'delhi', 'mumbai', 'bangalore', 'calcutta'],
  'Asia/Dhaka': ['bangladesh'],
  'Asia/Bangkok': ['thailand'],
  'Asia/Jakarta': ['indonesia', 'wib'],
  'Asia/Ho_Chi_Minh': ['vietnam', 'hanoi', 'saigon'],
  'Asia/Manila': ['philippines'],
  'Asia/Singapore': ['sgt'],
  'Asia/Shanghai': ['china', 'beijing', 'cst'],
  'Asia/Hong_Kong': ['hkt'],
  'Asia/Tokyo': ['japan', 'jst', 'osaka'],
  'Asia/Seoul': ['korea', 'kst'],
  'Australia/Perth': ['awst'],
  'Australia/Sydney': ['australia', 'aest', 'aedt', 'canberra', 'melbourne'],
  'Pacific/Auckland': ['new zealand', 'nzst', 'wellington'],
};

/** Names that places gave up; the list of the machine still says the old ones. */
const newerNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const renamed = (zone: string): string => newerNames[zone] ?? zone;

/** What stands in the list before anything is typed. */
const first =
  'UTC America/Los_Angeles America/Denver America/Chicago America/New_York America/Sao_Paulo Europe/London Europe/Berlin ' +
  'Europe/Athens Africa/Lagos Africa/Johannesburg Europe/Moscow Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Dhaka ' +
  'Asia/Bangkok Asia/Manila Asia/Shanghai Asia/Tokyo Asia/Seoul Australia/Sydney Pacific/Auckland';
const firstZones = first.split(' ');

/**
 * The zone that somebody typed by its name: any case, spaces for underscores, older names too. Offsets such as +02:00
 * are none, because they know no summer.
 */
export function zoneNamed(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/g, '_');
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(name)) return undefined;
  try {
    return renamed(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}

/** Zones that fit what was typed so far, the likeliest first, 25 at most. Quick enough for every keystroke. */
export function zonesLike(typed: string, now: Temporal.Instant): readonly ZoneChoice[] {
  const wanted = plain(typed);
  const choice = (zone: string): ZoneChoice => ({ zone, label: zoneLabel(zone, now) });
  if (wanted === '') return firstZones.map(choice);
  const offset = offsetTyped(wanted);
  if (offset !== undefined) {
    const fitting = listed().filter(({ zone }) => offsetOf(zone, now) === offset);
    const known = new Set([...firstZones, ...Object.keys(otherNames)]);
    return fitting
      .toSorted((a, b) => Number(known.has(b.zone)) - Number(known.has(a.zone)))
      .slice(0, most)
      .map(({ zone }) => choice(zone));
  }
  const exact = zoneNamed(typed);
  const scored = listed()
    .map((entry) => ({ zone: entry.zone, score: scoreOf(entry, wanted) }))
    .filter(({ score, zone }) => score > 0 && zone !== exact)
    .toSorted((a, b) => b.score - a.score)
    .map(({ zone }) => zone);
  return [...(exact === undefined ? [] : [exact]), ...scored].slice(0, most).map(choice);
}

type Entry = {
  readonly zone: string;
  readonly city: string;
  readonly whole: string;
  readonly others: readonly string[];
};

let entries: readonly Entry[] | undefined;

/** All zones; made when first asked for, since a start should not wait for it. */
function listed(): readonly Entry[] {
  entries ??= ['UTC', ...Intl.supportedValuesOf('timeZone').map(renamed)].map((zone) => ({
    zone,
    city: plain(cityIn(zone)),
    whole: plain(zone),
    others: otherNames[zone] ?? [],
  }));
  return entries;
}

const cityIn = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Letters without accents, small, words apart. */
const plain = (typed: string): string =>
  typed
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[_/,]+/g, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');

function scoreOf({ city, whole, others }: Entry, wanted: string): number {
  if (city === wanted || others.includes(wanted)) return 6;
  if (city.startsWith(wanted)) return 5;
  if (others.some((name) => name.startsWith(wanted))) return 4;
  if (` ${whole}`.includes(` ${wanted}`)) return 3;
  if (wanted.split(' ').every((word) => whole.includes(word) || others.some((name) => name.includes(word)))) return 2;
  return wanted.length >= 4 && isNear(city, wanted) ? 1 : 0;
}

/** Whether one letter more, less, other or two in the wrong order is all that differs. */
function isNear(city: string, wanted: string): boolean {
  if (Math.abs(city.length - wanted.length) > 1) return false;
  let start = 0;
  while (start < wanted.length && city[start] === wanted[start]) start += 1;
  const [rest, other] = [wanted.slice(start), city.slice(start)];
  const isSwapped = rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
  return isSwapped || rest.slice(1) === other || rest === other.slice(1) || rest.slice(1) === other.slice(1);
}

/** `+5:30`, `utc-3`, `gmt+1` as minutes; undefined when it is no offset. */
function offsetTyped(wanted: string): number | undefined {
  const found = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/.exec(wanted);
  if (!found) return undefined;
  const [, sign, hours = '0', minutes = '0'] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const offsetOf = (zone: string, now: Temporal.Instant): number =>
  now.toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;

/** “Berlin, Europe (UTC+01:00)”, with the offset as it is now. */
export function zoneLabel(zone: string, now: Temporal.Instant): string {
  const { offset } = now.toZonedDateTimeISO(zone);
  const [region, ...others] = zone.replaceAll('_', ' ').split('/');
  if (others.length === 0) return `${zone} (UTC${offset})`;
  return `${cityIn(zone)}, ${[region, ...others.slice(0, -1)].join(', ')} (UTC${offset})`;
}
