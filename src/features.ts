import type { Content } from '#content/content.ts';
import type { Database } from '#database/open.ts';
import { type Lessons, lessonsFrom } from '#lessons/lessons.ts';
import { lessonPresses } from '#lessons/presses.ts';
import { actsIn } from '#streaks/store.ts';

/** What commands and presses can call. */
export type Features = { readonly lessons: Lessons };

/** Builds all features over one database and one content. */
export const featuresOf = (database: Database, content: Content): Features => ({
  lessons: lessonsFrom({ content, acts: actsIn(database) }),
});

/** The handlers of all buttons, selects and forms. */
export const handlers = [...lessonPresses];
