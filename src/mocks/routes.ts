import { field, route } from '#bot/route.ts';

const owner = field.snowflake();
const mock = field.slug(16);
const place = field.int(9);
const open = 'any';

/** The controls that mock interviews answer. */
export const mockRoutes = {
  /** Begins a mock with these choices. */
  begin: route('mock.begin', {
    owner,
    role: field.slug(12),
    kind: field.slug(24),
    level: field.word(open, 'first', 'some', 'senior'),
    count: field.int(10),
    timed: field.word('yes', 'no'),
  }),
  /** Begins a mock as the last time. */
  start: route('mock.start', { owner }),
  /** Asks a single question more. */
  single: route('mock.single', { owner }),
  /** Where a mock stands: its next question, or how it went. */
  stand: route('mock.stand', { owner, mock }),
  /** The same for somebody who had left it. */
  goOn: route('mock.goon', { owner, mock }),
  /** Opens the form for an answer, for the first time or again. */
  answer: route('mock.answer', { owner, mock, place }),
  /** Is that form. */
  answered: route('mock.answered', { owner, mock, place }),
  hint: route('mock.hint', { owner, mock, place }),
  skip: route('mock.skip', { owner, mock, place }),
  /** Asks whether to stop; ends it; leaves it for later. */
  stop: route('mock.stop', { owner, mock }),
  end: route('mock.end', { owner, mock }),
  later: route('mock.later', { owner, source: field.word('bank', 'review') }),
  /** The list of signals; the values are places in it. */
  tick: route('mock.tick', { owner, mock, place }),
  /** Opens the form for the follow-up, and is it. */
  follow: route('mock.follow', { owner, mock, place }),
  followed: route('mock.followed', { owner, mock, place }),
  /** A page of past mocks. */
  history: route('mock.history', { owner, page: field.int(9_999) }),
  /** A list of mocks. */
  open: route('mock.open', { owner }),
  /** A list of the questions of a mock. */
  look: route('mock.look', { owner, mock }),
  /** Asks whether to delete; deletes. */
  delete: route('mock.delete', { owner, mock }),
  forget: route('mock.forget', { owner, mock }),
};

/** What stands for a choice that is open. */
export const openChoice = open;
