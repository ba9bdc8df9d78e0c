import type { Content } from '#content/content.ts';
import type { Database, Together } from '#database/open.ts';
import { type Lessons, lessonsFrom } from '#lessons/lessons.ts';
import { lessonPresses } from '#lessons/presses.ts';
import { type Reviews, reviewsFrom } from '#lessons/reviews.ts';
import { type Practice, practiceFrom } from '#practice/practice.ts';
import { practicePresses } from '#practice/presses.ts';
import { answersIn } from '#practice/store.ts';
import { privacyPresses } from '#privacy/presses.ts';
import { type Privacy, privacyIn } from '#privacy/privacy.ts';
import { recallsIn } from '#recall/store.ts';
import { actsIn } from '#streaks/store.ts';

/** What commands and presses can call. */
export type Features = {
  readonly lessons: Lessons;
  readonly reviews: Reviews;
  readonly practice: Practice;
  readonly privacy: Privacy;
};

/** Builds all features over one database and one content. */
export function featuresOf(database: Database, content: Content): Features {
  const { acts, answers, recalls } = storesIn(database);
  const together: Together<ReturnType<typeof storesIn>> = (work) =>
    database.transaction((tx) => work(storesIn({ db: tx })));
  const lessons = lessonsFrom({ content, acts, together });
  return {
    lessons,
    reviews: reviewsFrom({ lessons, recalls, together }),
    practice: practiceFrom({ content, answers, together }),
    privacy: privacyIn(database),
  };
}

const storesIn = (database: Pick<Database, 'db'>) => ({
  acts: actsIn(database),
  answers: answersIn(database),
  recalls: recallsIn(database),
});

/** The handlers of all buttons, selects and forms. */
export const handlers = [...lessonPresses, ...practicePresses, ...privacyPresses];
