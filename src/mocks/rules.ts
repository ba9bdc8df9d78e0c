/** How many mock interviews are the most efficient dose (virtual interview training trials). */
export const dose = 9;

/** With fewer answers it was practice, and no interview yet. */
export const answersOfAnInterview = 3;

/** How long somebody has for a question of a timed mock, in seconds. */
export const secondsPerQuestion = 180;

/** Typing ends when the clock does; sending takes a moment more, in ms. */
const grace = 5_000;

/** Whether an answer came after its time. Instants are epoch ms. */
export const isLate = ({ askedAt, at }: { readonly askedAt: number; readonly at: number }): boolean =>
  at > askedAt + secondsPerQuestion * 1_000 + grace;

/** Whoever comes back after this long was away, and their question's time begins anew, in ms. */
const away = 24 * 60 * 60 * 1_000;

/** Whether somebody was away from a question since its time began. Instants are epoch ms. */
export const wasAway = ({ askedAt, at }: { readonly askedAt: number; readonly at: number }): boolean =>
  at >= askedAt + away;

/** The own rating (1 to 4) from which a question is known: lower, and it comes back. */
const known = 3;

/** Whether a question that was met this way is known for now. */
export const wasKnown = (met: { readonly rating: number | undefined; readonly late: boolean }): boolean =>
  !met.late && (met.rating ?? known) >= known;

/** How often a follow-up is asked. */
const followUps = 0.6;

/** How often one is asked when the answer lacks just what it seeks. */
const followUpsToGap = 0.9;

/**
 * Which of its follow-ups is asked after an answer, by its place: one that seeks what the answer lacks, else any; none
 * sometimes, as in life.
 *
 * @param lacking what the answer lacks, in the words of `seeks`
 */
export function followUpBy(
  dice: () => number,
  asks: readonly { readonly seeks: string }[],
  lacking: ReadonlySet<string>,
): number | undefined {
  const places = asks.map((_, place) => place);
  const seeking = places.filter((place) => lacking.has(asks[place]?.seeks ?? ''));
  const among = seeking.length > 0 ? seeking : places;
  if (dice() >= (seeking.length > 0 ? followUpsToGap : followUps)) return undefined;
  return among[Math.floor(dice() * among.length)];
}

/** What drawing needs to know of a question. */
type Card = { readonly id: string; readonly kind: string; readonly roles: readonly string[] };

type Draw<Q> = {
  readonly count: number;
  /** How often each was asked before. */
  readonly times: ReadonlyMap<string, number>;
  /** How far each is from what was chosen; 0 when it fits. */
  readonly steps?: ((one: Q) => number) | undefined;
  readonly dice: () => number;
};

/**
 * Questions for a mock: those asked least often first, so none comes twice before all were asked; among these what fits
 * best first; by turns one of the trade and one for any work; in the order of an interview.
 */
export function draw<Q extends Card>(pool: readonly Q[], how: Draw<Q>): readonly Q[] {
  const { count, times, steps, dice } = how;
  const leastAsked = inGroups(pool, ({ id }) => times.get(id) ?? 0);
  const alike = leastAsked.values().flatMap((group) => (steps ? inGroups(group, steps) : [group]));
  // Of a large pool only what is needed is dealt.
  const inTurn = alike.flatMap((group) => byTurns(group, dice));
  return [...inTurn.take(count)].toSorted((a, b) => stageOf(a) - stageOf(b));
}

/** Groups of what is alike, lowest first. */
function inGroups<Q>(all: readonly Q[], by: (one: Q) => number): readonly (readonly Q[])[] {
  return [...Map.groupBy(all, by)].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

/** By chance one of the trade, one for any work, and so on. */
function* byTurns<Q extends Card>(group: readonly Q[], dice: () => number): Generator<Q> {
  const ofTrade = dealt(group, (one) => !isForAny(one), dice);
  const forAny = dealt(group, isForAny, dice);
  for (;;) {
    const one = ofTrade.next();
    if (!one.done) yield one.value;
    const other = forAny.next();
    if (!other.done) yield other.value;
    if (one.done && other.done) return;
  }
}

const isForAny = ({ roles }: Card): boolean => roles.includes('any');

/** Deals by chance those that are wanted, as many as are asked for: no more cards are turned than that takes. */
function* dealt<Q>(all: readonly Q[], isWanted: (one: Q) => boolean, dice: () => number): Generator<Q, undefined> {
  const left = [...all];
  while (left.length > 0) yield* left.splice(Math.floor(dice() * left.length), 1).filter(isWanted);
  return undefined;
}

const lastKinds: ReadonlySet<string> = new Set(['salary', 'availability', 'your-questions', 'closing']);
const stageOf = ({ kind }: Card): number => (kind === 'tell-me-about-yourself' ? 0 : lastKinds.has(kind) ? 2 : 1);

/** How one question of a mock went, as far as reading advice cares. */
type Went = {
  readonly state: string;
  readonly rating?: number | undefined;
  /** The lessons of the question. */
  readonly lessons: readonly string[];
  /** The lessons of what the coach found in the answer, what matters most first. */
  readonly found: readonly string[];
};

/**
 * Two lessons to read next. One that is not learnt yet comes before one that is; then one that the coach's findings lead
 * to, most often found first, before one of a question; then that of what went worse.
 */
export function lessonsToRead(went: readonly Went[], learnt: ReadonlySet<string>): readonly string[] {
  const worth = ({ state, rating }: Went): number => (state === 'answered' ? (rating ?? known) : 0);
  const inOrder = went.toSorted((a, b) => worth(a) - worth(b));
  const found = inGroups(
    inOrder.flatMap((one) => one.found),
    (lesson) => -went.filter((one) => one.found.includes(lesson)).length,
  ).flat();
  const lessons = [...new Set([...found, ...inOrder.flatMap((one) => one.lessons)])];
  return inGroups(lessons, (lesson) => (learnt.has(lesson) ? 1 : 0))
    .flat()
    .slice(0, 2);
}
