import { field, route } from '#bot/route.ts';

const owner = field.snowflake();
const subscription = field.slug(12);

/** The controls that daily tips answer. */
export const tipRoutes = {
  /** On a tip: opens the form to practise it. `delivery` tells each post from every other. */
  practise: route('tips.practise', { tip: field.slug(), delivery: field.slug(25) }),
  /** On a host's panel. The values of the lists are weekdays, topics, or a role. */
  open: route('tips.open', { owner, subscription }),
  weekdays: route('tips.weekdays', { owner, subscription }),
  topics: route('tips.topics', { owner, subscription }),
  role: route('tips.role', { owner, subscription }),
  noRole: route('tips.norole', { owner, subscription }),
  /** Opens the form for time and zone, and is that form. */
  retime: route('tips.retime', { owner, subscription }),
  time: route('tips.time', { owner, subscription }),
  /** Whether to write to this host when a tip can't be posted. */
  tell: route('tips.tell', { owner, subscription, tell: field.word('yes', 'no') }),
  /** Posts a test message: each panel once. */
  test: route('tips.test', { owner, subscription, once: field.slug(12) }),
  start: route('tips.start', { owner, subscription }),
  pause: route('tips.pause', { owner, subscription }),
  remove: route('tips.remove', { owner, subscription }),
  removeSurely: route('tips.removed', { owner, subscription }),
  keep: route('tips.keep', { owner }),
  now: route('tips.now', { owner, subscription, once: field.slug(12) }),
  /** The list, by pages from 0; and what to do with the one that was chosen from it. */
  list: route('tips.list', { owner, page: field.int(9) }),
  choose: route('tips.choose', { owner, action: field.word('open', 'pause', 'resume', 'remove', 'preview', 'now') }),
};
