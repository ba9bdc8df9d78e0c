import { en } from '#lessons/text.en.ts';
import type { Person } from '#tests/support/people.ts';
import { changeRows } from './bad-weather.ts';

/** One thing Ann does on the way through a lesson, and what she then sees. */
export type Step = {
  readonly does: (ann: Person) => Promise<void>;
  readonly sees: string;
  /** What she sees instead when it seemed to fail the first time but was done. */
  readonly seesAfterFailure?: string;
  readonly before?: (databaseUrl: string) => void;
};

const answer = 'I find out why things are slow.';

/** Sends the form; opens it anew when it was sent and seemed to fail. */
async function fillOrReopen(ann: Person, label: string, values: { answer: string; rating: string }): Promise<void> {
  if (!ann.form()) await ann.press(label);
  await ann.fill(values);
}

/** Everything that `/lesson` can do for a person. Two answers are written, one lesson is learnt, recalled and shared. */
export const lessonStory: readonly Step[] = [
  { does: (ann) => ann.run('/lesson today'), sees: '1 of 10' },
  { does: (ann) => ann.run('/lesson show lesson:humble-and-confident'), sees: '1 of 10' },
  { does: (ann) => ann.press('See an example'), sees: 'A strong answer' },
  { does: (ann) => ann.press('Next'), sees: '2 of 10' },
  { does: (ann) => ann.press('Previous'), sees: '1 of 10' },
  { does: (ann) => ann.press('I’ve got it'), sees: 'You know 1' },
  { does: (ann) => ann.press('Practise it'), sees: 'You know 1' },
  {
    does: (ann) => fillOrReopen(ann, 'Practise it', { answer: 'I find out why.', rating: '2' }),
    sees: 'I find out why.',
  },
  {
    does: (ann) => ann.choose('What is in your answer? Tick it', 'I name one strength in plain words'),
    sees: 'You ticked 1 of',
  },
  { does: (ann) => ann.press('Try again'), sees: 'You ticked 1 of' },
  { does: (ann) => fillOrReopen(ann, 'Try again', { answer, rating: '3' }), sees: 'What you changed' },
  {
    before: (url) => changeRows(url, "update recalls set due = '2026-03-02'"),
    does: (ann) => ann.run('/lesson today'),
    sees: 'Do you still know this one?',
  },
  { does: (ann) => ann.press('Show answer'), sees: '[*Knew it]' },
  {
    does: (ann) => ann.press('Knew it'),
    sees: 'It comes back in 3 days.',
    seesAfterFailure: '2 of 10',
  },
  { does: (ann) => ann.press('Share'), sees: en.preview },
  { does: (ann) => ann.press('Post it here'), sees: en.posted },
];
