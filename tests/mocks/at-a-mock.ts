// What people of the tests do in mock interviews.

import type { Question } from '#content/content.ts';
import type { Person } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';

/** The question that a person has before them. */
export function questionBefore({ content }: Pick<World, 'content'>, person: Person): Question {
  const read = person.reads();
  const found = content.en.questions.find(({ question }) => read.includes(question));
  if (!found) throw new Error(`No question in:\n${read}`);
  return found;
}

/** Answers the question, and rates the answer. */
export async function answers(
  person: Person,
  rating: string,
  answer = `An answer of rating ${rating}.`,
): Promise<void> {
  await person.press('Answer');
  await person.fill({ answer, rating });
}

/** Ends the mock whose question is before the person. */
export async function endsIt(person: Person): Promise<void> {
  await person.press('Stop');
  await person.press('End it');
}
