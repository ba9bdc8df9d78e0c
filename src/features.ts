import type { Content } from '#content/content.ts';
import type { Database } from '#database/open.ts';
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
  const acts = actsIn(database);
  const recalls = recallsIn(database);
  const lessons = lessonsFrom({ content, acts, recalls });
  return {
    lessons,
    reviews: reviewsFrom({ lessons, recalls, acts }),
    practice: practiceFrom({ content, answers: answersIn(database), acts }),
    privacy: privacyIn(database),
  };
}

/** The handlers of all buttons, selects and forms. */
export const handlers = [...lessonPresses, ...practicePresses, ...privacyPresses];
