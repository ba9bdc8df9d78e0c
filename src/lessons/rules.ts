/** A lesson by its id, as far as these rules care. */
type Item = { readonly id: string };
type Group<L extends Item> = { readonly lessons: readonly L[] };

/**
 * The lesson to read next: the first unread one of the track that the member was in last, else of the first track that
 * has one. When all were read: the one that was read longest ago, to read again.
 *
 * @param learnt ids of what the member has learnt, longest ago first; those that are no lessons (any more) are passed over
 */
export function nextLesson<L extends Item>(tracks: readonly Group<L>[], learnt: readonly string[]) {
  const done = new Set(learnt);
  const trackOf = (learntId: string) => tracks.find(({ lessons }) => lessons.some(({ id }) => id === learntId));
  const last = learnt.findLast((id) => trackOf(id) !== undefined);
  const current = last === undefined ? undefined : trackOf(last);
  const inOrder = [...(current ? [current] : []), ...tracks].flatMap(({ lessons }) => lessons);
  const unread = inOrder.find(({ id }) => !done.has(id));
  if (unread) return { lesson: unread, again: false };
  const oldest = learnt.map((id) => inOrder.find((lesson) => lesson.id === id)).find((lesson) => lesson !== undefined);
  return oldest && { lesson: oldest, again: true };
}

/**
 * A lesson by chance: an unread one while there are any.
 *
 * @param chance from 0 up to, not including, 1
 */
export function anyLesson<L extends Item>(tracks: readonly Group<L>[], learnt: readonly string[], chance: number) {
  const all = tracks.flatMap(({ lessons }) => lessons);
  const unread = all.filter(({ id }) => !learnt.includes(id));
  const pool = unread.length > 0 ? unread : all;
  return pool[Math.floor(chance * pool.length)];
}
