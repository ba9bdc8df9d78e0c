import type { MessageFile } from '#bot/message.ts';
import { heatMap } from '#pictures/heat-map.ts';
import { pngOf } from '#pictures/png.ts';
import type { Translator } from '#text/translator.ts';
import { dateOf } from './clock/rules.ts';
import type { MyStreak } from './streaks.ts';
import { texts } from './texts.ts';

/** A picture and the words that say the same. */
export type Drawn = (MessageFile & { readonly alt: string }) | 'too often' | 'nothing yet';

export type Drawing = (
  member: string,
  mine: MyStreak,
  looks: { readonly t: Translator; readonly now: Temporal.Instant },
) => Promise<Drawn>;

type Latest = { readonly svg: string; readonly data: Uint8Array; readonly times: readonly number[] };

/** A member gets so many new pictures in a minute; the same one again costs nothing. */
const mostPerMinute = 5;
const minute = 60_000;

/** Members whose latest picture is at hand (some 40 KiB each). */
const mostKept = 100;

/** Draws members' years, and minds how often. */
export function drawing(): Drawing {
  const latest = new Map<string, Latest>();
  return async (member, mine, { t, now }) => {
    if (mine.acts === 0) return 'nothing yet';
    const svg = svgOf(mine, t);
    const file = { name: 'year.png', alt: altOf(mine, t) };
    const before = latest.get(member);
    if (before?.svg === svg) return { ...file, data: before.data };
    const times = (before?.times ?? []).filter((time) => now.epochMilliseconds - time < minute);
    if (times.length >= mostPerMinute) return 'too often';
    const data = await pngOf(svg);
    latest.delete(member);
    latest.set(member, { svg, data, times: [...times, now.epochMilliseconds] });
    const [oldest] = latest.keys();
    if (latest.size > mostKept && oldest !== undefined) latest.delete(oldest);
    return { ...file, data };
  };
}

function svgOf({ today, perDay, current, longest, acts }: MyStreak, t: Translator): string {
  const days = [...perDay].map(([day, count]) => [dateOf(day), count] as const);
  return heatMap({
    today: dateOf(today),
    counts: new Map(days.filter(([, count]) => count > 0)),
    bridged: new Set(days.filter(([, count]) => count === 0).map(([day]) => day)),
    figures: [
      { value: String(current), label: t(texts.inARow) },
      { value: String(longest), label: t(texts.longestShort) },
      { value: String(acts), label: t(texts.timesInAll) },
    ],
    says: {
      months: namesOf(
        t.language,
        { month: 'short' },
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => [month, 1]),
      ),
      weekdays: namesOf(
        t.language,
        { weekday: 'short' },
        [5, 6, 7, 8, 9, 10, 11].map((day) => [1, day]),
      ),
      less: t(texts.less),
      more: t(texts.more),
      bridged: t(texts.bridged),
      today: t(texts.today),
    },
  });
}

/** Names of months or weekdays; 5 January 2026 was a Monday. */
const namesOf = (
  language: string,
  form: Intl.DateTimeFormatOptions,
  days: readonly (readonly [number, number])[],
): readonly string[] =>
  days.map(([month, day]) => new Temporal.PlainDate(2026, month, day).toLocaleString(language, form));

function altOf({ perDay, current, longest, acts, practisedToday }: MyStreak, t: Translator): string {
  const counts = [...perDay.values()];
  const on = counts.filter((count) => count > 0).length;
  const bridged = counts.length - on;
  return t(texts.alt, { on, bridged, current, longest, times: acts, practised: practisedToday });
}
