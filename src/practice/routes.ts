import { field, route } from '#bot/route.ts';

const owner = field.snowflake();
const source = field.word('lesson', 'tip', 'question');
const item = field.slug();
const answer = field.slug(16);

/** The controls that practice answers. Any room's card may draw `open`. */
export const practiceRoutes = {
  /** Opens the form for an exercise, for whoever presses. */
  open: route('practice.open', { source, item }),
  /** The form for a first answer. */
  first: route('practice.first', { source, item }),
  /** Opens the form once more with an answer in it. */
  again: route('practice.again', { owner, answer }),
  /** The form for another try. */
  retry: route('practice.retry', { owner, answer }),
  /** Somebody else's strong answer; counts of the own one. */
  strong: route('practice.strong', { owner, answer }),
  counts: route('practice.counts', { owner, answer }),
  /** The checklist; the values are places in it. */
  tick: route('practice.tick', { owner, answer }),
};
