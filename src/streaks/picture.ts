import { allowanceOf } from '#bot/allowance.ts';
import type { MessageFile } from '#bot/message.ts';
import { drawing } from '#pictures/drawn.ts';
import { heatMap } from '#pictures/heat-map.ts';
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

/** New pictures that a member gets in a minute. */
const mostPerMinute = 5;

/** Draws members' years, and minds how often. */
export function drawingYears(): Drawing {
  const draw = drawing();
  const may = allowanceOf(mostPerMinute);
  return async (member, mine, { t, now }) => {
    if (mine.acts === 0) return 'nothing yet';
    const data = await draw(member, svgOf(mine, t), () => may(member, now));
    return data === 'too often' ? data : { name: 'year.png', alt: altOf(mine, t), data };
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
