/** Days until something learnt is asked again, each counted from the day it was known last. Fixed: the exact gaps don't matter much. */
const gaps = [1, 3, 7, 21] as const;

/** How often something was known in a row, and the local day from which it is asked again; none: known for good. */
export type Standing = { readonly step: number; readonly due: string | null };

/** How many things are asked on one day at the most. */
export const mostPerDay = 3;

const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Something has just been learnt. Days are local dates, `YYYY-MM-DD`. */
export const learntOn = (day: string): Standing => ({ step: 0, due: daysAfter(day, gaps[0]) });

/** What follows from an answer: known things come later each time; what wasn't known begins anew. */
export function answeredOn(day: string, { step, knew }: { readonly step: number; readonly knew: boolean }): Standing {
  if (!knew) return learntOn(day);
  const gap = gaps[step + 1];
  return { step: step + 1, due: gap === undefined ? null : daysAfter(day, gap) };
}
