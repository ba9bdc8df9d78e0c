import type { Level, Role } from '#content/families.ts';
import type { Kind } from '#content/kinds.ts';

/** What a member wants to be asked; what is missing is open. */
export type Choices = {
  readonly role?: Role;
  readonly kind?: Kind;
  readonly level?: Level;
  /** How many questions at most, 1 to 10; there may be fewer that fit. */
  readonly count: number;
  readonly timed: boolean;
};

/** What a member says they want this time; `any` opens what was chosen before. */
export type Wish = { readonly [K in 'role' | 'kind' | 'level']?: Choices[K] | 'any' | undefined } & {
  readonly count?: number | undefined;
  readonly timed?: boolean | undefined;
};

/** Where its questions come from: drawn from the bank, due for review, or a single one in between. */
export type MockSource = 'bank' | 'review' | 'single';

/** Those that a member goes on with another day. One of each can be open: they stand beside each other. */
export type LongSource = Exclude<MockSource, 'single'>;

/** One question of a mock. */
export type Asked = {
  /** From 0. */
  readonly place: number;
  /** A question's id. */
  readonly question: string;
  /** Once the mock is over, one that was on the screen is `missed`, and one that never was `untouched`. */
  readonly state: 'open' | 'answered' | 'skipped' | 'missed' | 'untouched';
  /** When it came on the screen; of a timed one, when its time began last. */
  readonly askedAt: Temporal.Instant | undefined;
  readonly late: boolean;
  readonly answer: string | undefined;
  /** The follow-up that is asked after it, by its place in the question's list. */
  readonly followUp: number | undefined;
  readonly followAnswer: string | undefined;
};

/** A solo mock interview. */
export type Mock = {
  readonly id: string;
  readonly member: string;
  readonly source: MockSource;
  readonly choices: Choices;
  readonly begunAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
  /** In the order in which they are asked. */
  readonly asked: readonly Asked[];
};

/** A question that nobody was asked yet. */
export const newAsked: Omit<Asked, 'place' | 'question'> = {
  state: 'open',
  askedAt: undefined,
  late: false,
  answer: undefined,
  followUp: undefined,
  followAnswer: undefined,
};

/** The question whose turn it is; none when the mock is over. */
export const currentOf = ({ asked, endedAt }: Mock): Asked | undefined =>
  endedAt ? undefined : asked.find(({ state }) => state === 'open');

/** How many questions the member is through with, by an answer or without. */
export const doneIn = ({ asked }: Pick<Mock, 'asked'>): number =>
  asked.filter(({ state }) => state === 'answered' || state === 'skipped').length;
