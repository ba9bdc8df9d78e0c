import { field, route } from '#bot/route.ts';

const owner = field.snowflake();

/** The controls that streaks answer. */
export const streakRoutes = {
  /** What changed, and why. */
  log: route('streak.log', { owner }),
  /** Previews what would be shared; posts what was previewed, each preview once; or not. */
  share: route('streak.share', { owner }),
  post: route('streak.post', { owner, once: field.slug(12) }),
  keep: route('streak.keep', { owner }),
  /** Begins or ends evening reminders. */
  remind: route('streak.remind', { owner, wanted: field.word('yes', 'no') }),
  /** Puts the member's streak on the server's board, or takes it off. */
  show: route('streak.show', { owner, wanted: field.word('yes', 'no') }),
};
