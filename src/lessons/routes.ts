import { field, route } from '#bot/route.ts';

const owner = field.snowflake();
const lesson = field.slug();
const face = field.word('idea', 'example');
/** How often in a row the lesson was known when the card was drawn. */
const step = field.int(9);

/** The controls that lessons answer. */
export const lessonRoutes = {
  /** Shows a face of a lesson on the card that was pressed. */
  turn: route('lesson.turn', { owner, lesson, face }),
  /** Records that the lesson is learnt. */
  learn: route('lesson.learn', { owner, lesson, face }),
  /** Goes to another lesson; apart from `turn` so that no two buttons of a card have one id. */
  go: route('lesson.go', { owner, lesson }),
  /** Goes on with what is on for today. */
  today: route('lesson.today', { owner }),
  /** Opens a lesson privately, for whoever presses. */
  read: route('lesson.read', { lesson }),
  /** Previews what would be shared. */
  share: route('lesson.share', { owner, lesson }),
  /** Posts what was previewed: each preview once. */
  post: route('lesson.post', { owner, lesson, once: field.slug(12) }),
  keep: route('lesson.keep', { owner }),
  /** Recall: shows the answer; notes whether it was known; lets it rest for today. */
  reveal: route('lesson.reveal', { owner, lesson, step }),
  recalled: route('lesson.recalled', { owner, lesson, step, knew: field.word('yes', 'no') }),
  rest: route('lesson.rest', { owner, lesson }),
  /** Lists: the values are ids of tracks, or of lessons. */
  track: route('lesson.track', { owner }),
  pick: route('lesson.pick', { owner }),
};
