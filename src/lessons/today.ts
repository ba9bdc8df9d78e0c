import type { Message } from '#bot/message.ts';
import type { Turn } from '#bot/turn.ts';
import { lessonCard } from './card.ts';
import type { Lessons } from './lessons.ts';
import { recallCard } from './recall-card.ts';
import type { Reviews } from './reviews.ts';
import { texts } from './texts.ts';

export type TodayFeatures = { readonly lessons: Lessons; readonly reviews: Reviews };

/**
 * What is on for the member today: first what is due for recall, then the next lesson.
 *
 * @param said what has just happened, to stand above the buttons
 */
export async function todayCard({ caller, features, t, now }: Turn<TodayFeatures>, said?: string): Promise<Message> {
  const review = await features.reviews.due(caller, now);
  if (review) return recallCard(review, { caller, t, ...(said !== undefined && { note: said }) });
  const { again, ...view } = await features.lessons.today(caller);
  const note = said ?? (again ? t(texts.again) : undefined);
  return lessonCard(view, { caller, t, ...(note !== undefined && { note }) });
}
