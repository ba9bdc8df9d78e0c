import type { Together } from '#database/open.ts';
import { localDay } from '#members/rules.ts';
import type { Recalls } from '#recall/store.ts';
import type { Acts } from '#streaks/store.ts';
import type { Lessons, LessonView, Reader } from './lessons.ts';

/** A lesson to ask about again, and how often it was known in a row. */
export type Review = LessonView & { readonly step: number };

/** A lesson on its card, as it stood when the card was drawn. */
type Asked = { readonly lesson: string; readonly step: number };

export type Reviews = {
  /** The lesson that is due longest; none when nothing is due, or three were asked today. */
  due(reader: Reader, now: Temporal.Instant): Promise<Review | undefined>;
  /**
   * Notes whether the member knew it: a practice act. Says in how many days it comes back (null: never again); nothing
   * when it was answered or skipped today already.
   */
  answer(
    reader: Reader,
    asked: Asked & { readonly knew: boolean },
    now: Temporal.Instant,
  ): Promise<{ readonly days: number | null } | undefined>;
  /** Lets a lesson rest until tomorrow. */
  skip(reader: Reader, lesson: string, now: Temporal.Instant): Promise<void>;
};

type Parts = {
  readonly lessons: Pick<Lessons, 'view'>;
  readonly recalls: Recalls;
  readonly together: Together<{ readonly acts: Acts; readonly recalls: Recalls }>;
};

/** Learnt lessons that come back. */
export const reviewsFrom = ({ lessons, recalls, together }: Parts): Reviews => ({
  due: async (reader, now) => {
    const due = await recalls.due(reader.id, 'lesson', localDay(now, reader.zone));
    for (const { item, step } of due) {
      const view = lessons.view(reader, item);
      // A lesson that went out of the content is passed over.
      if (view) return { ...view, step };
    }
    return undefined;
  },
  answer: async (reader, { lesson, step, knew }, now) => {
    const day = localDay(now, reader.zone);
    const member = reader.id;
    // Both or neither: whoever dies in between could never count this act, because the card can't be answered twice.
    const noted = await together(async (stores) => {
      const next = await stores.recalls.answer({ member, kind: 'lesson', item: lesson }, { day, step, knew });
      if (next) await stores.acts.record({ member, kind: 'recall', item: lesson, day, at: now });
      return next;
    });
    if (!noted) return undefined;
    if (noted.due === null) return { days: null };
    return { days: Temporal.PlainDate.from(day).until(noted.due, { largestUnit: 'day' }).days };
  },
  skip: (reader, lesson, now) =>
    recalls.skip({ member: reader.id, kind: 'lesson', item: lesson }, localDay(now, reader.zone)),
});
