// The agenda of a session, who fits whom, and who must wait a little: pure decisions.

export type Length = 'short' | 'full';

/** One of the two in a session. */
export type SeatNumber = 0 | 1;

/** The first half, in which the one interviews, and the second. */
export type Half = 0 | 1;

export type StepKind = 'settle' | 'questions' | 'feedback' | 'retry' | 'close';

/** A step of the agenda; settling and closing belong to no half. */
export type Step = { readonly kind: StepKind; readonly half: Half | undefined; readonly minutes: number };

const half = (number: Half, questions: number): readonly Step[] => [
  { kind: 'questions', half: number, minutes: questions },
  { kind: 'feedback', half: number, minutes: 5 },
  { kind: 'retry', half: number, minutes: 2 },
];

/**
 * The agendas: 50 minutes with time to settle and to close, or twice 20. They are a synthesis of what services for mock
 * interviews between peers do: questions, feedback while it is fresh, the weakest answer once more, then the other way
 * round.
 */
const agendas: Readonly<Record<Length, readonly Step[]>> = {
  full: [
    { kind: 'settle', half: undefined, minutes: 3 },
    ...half(0, 15),
    ...half(1, 15),
    { kind: 'close', half: undefined, minutes: 3 },
  ],
  short: [...half(0, 13), ...half(1, 13)],
};

/** How long a session takes by its agenda, in minutes. */
export const minutesOf = (length: Length): number => agendas[length].reduce((sum, { minutes }) => sum + minutes, 0);

/** The step with this number; `undefined` after the last. */
export const stepAt = (length: Length, step: number): Step | undefined => agendas[length][step];

/** Who interviews in a step; nobody in the last minutes. */
export function interviewerIn({ kind, half: number }: Step, firstSeat: SeatNumber): SeatNumber | undefined {
  if (kind === 'close') return undefined;
  return number === 1 ? other(firstSeat) : firstSeat;
}

export const other = (seat: SeatNumber): SeatNumber => (seat === 0 ? 1 : 0);

/** The halves that got as far as feedback by a step: for these there are forms. */
export const halvesHeld = (length: Length, step: number): readonly Half[] =>
  agendas[length].slice(0, step + 1).flatMap(({ kind, half: number }) => (kind === 'feedback' ? (number ?? []) : []));

/** The number of the next step of one of these kinds, later than `step`. */
function nextOf(length: Length, step: number, kinds: readonly StepKind[]): number | undefined {
  const found = agendas[length].findIndex(({ kind }, index) => index > step && kinds.includes(kind));
  return found === -1 ? undefined : found;
}

/**
 * What changing seats means: before anything was asked the other one begins; in the first half it is the other's turn; in
 * the second nothing is left but to close, which is the number after the last step where there is no closing.
 *
 * @param asked how many questions had their turn in this half
 */
export function swapped(
  { length, step }: { readonly length: Length; readonly step: number },
  asked: number,
): 'the other begins' | number {
  const now = agendas[length][step];
  if (now?.kind === 'settle' || (now?.kind === 'questions' && now.half === 0 && asked <= 1)) return 'the other begins';
  const kinds: readonly StepKind[] = now?.half === 0 ? ['questions'] : ['close'];
  return nextOf(length, step, kinds) ?? agendas[length].length;
}

/** The step in which an answer of this half is taken once more; undefined when it is over or on. */
export function retryStep(length: Length, step: number): number | undefined {
  const now = agendas[length][step];
  return now?.kind === 'feedback' ? nextOf(length, step, ['retry']) : undefined;
}

/** How much longer one press makes a step, and how often; minutes. */
export const longer = { minutes: 5, mostTimes: 2 };

/** Minutes to accept the rules, minutes a pause lasts at the most, hours in which forms can be filled. */
export const limits = { accept: 10, pause: 30, forms: 24, wait: 60 } as const;

/** From this long after its time, in minutes, a step did not end because the bot was away. */
export const shortestAbsence = 1;

/** After an absence of the bot as long as this, in minutes, a session is over: nobody still sits there. */
export const longestAbsence = 60;

/** What became of somebody's earlier sessions, newest first. */
export type Outcome = 'kept' | 'no-show' | 'left' | 'cut';

/** How many sessions in a row must be kept until earlier no-shows are forgotten. */
const healedAfter = 2;

/** How much later somebody is paired who did not come twice or more, in minutes: they may not be there this time either. */
export function delayAfter(outcomes: readonly Outcome[]): number {
  let kept = 0;
  let missed = 0;
  for (const outcome of outcomes) {
    if (outcome === 'kept') kept += 1;
    if (outcome === 'no-show') {
      missed += 1;
      kept = 0;
    }
    if (kept >= healedAfter) break;
  }
  return missed < 2 ? 0 : Math.min(5 * (missed - 1), 15);
}

/** How long a pairing usually takes, from how long the latest ones took, in minutes; undefined when too few are known. */
export function usualWait(waited: readonly number[]): number | undefined {
  if (waited.length < 3) return undefined;
  const middle = waited.toSorted((a, b) => a - b)[Math.floor(waited.length / 2)] ?? 0;
  return Math.max(1, Math.ceil(middle / 60_000));
}
