import { refuse } from '#bot/refusal.ts';
import { localDay } from '#members/rules.ts';
import type { Acts } from '#streaks/store.ts';
import type { Answer, Answers } from './store.ts';
import { texts } from './texts.ts';

/** The stores that an answer is kept in, of one transaction. */
export type KeptIn = { readonly answers: Answers; readonly acts: Acts };

/** How long after a form that seemed to fail people send it again. */
const sendsAgainWithin = Temporal.Duration.from({ minutes: 15 });

/**
 * Keeps an answer, word for word, and counts it as practice. Says how it is kept: as the earlier one when it was sent
 * again, because Discord could not tell that it had arrived. Refuses an empty one.
 *
 * @param zone the member's, IANA
 */
export async function keepAnswer({ answers, acts }: KeptIn, answer: Answer, zone: string): Promise<Answer> {
  if (answer.body.trim() === '') throw refuse(texts.empty);
  const { member, item, at } = answer;
  const same = await answers.sameAs(answer, at.subtract(sendsAgainWithin));
  if (same !== undefined) return { ...answer, id: same };
  await answers.keep(answer);
  await acts.record({ member, kind: 'answer', item, day: localDay(at, zone), at });
  return answer;
}
