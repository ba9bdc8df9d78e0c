// Mock interviews that are over: how they went, listed, forgotten.

import { lessonTitle, questionIn } from '#content/exercise.ts';
import { localDay } from '#members/rules.ts';
import type { Candidate } from '#practice/practice.ts';
import type { Answering, MockParts, Result } from './answering.ts';
import type { Mock } from './mock.ts';
import { lessonsToRead } from './rules.ts';
import type { Listed } from './store.ts';

/** An ended mock, and what follows from it. */
export type Scorecard = {
  readonly mock: Mock;
  /** Of the questions that were on the screen. */
  readonly results: readonly Result[];
  /** How many of them will be asked again, from which local day on (`YYYY-MM-DD`), and how far off that is. */
  readonly coming?: { readonly count: number; readonly from: string; readonly inDays: number };
  /** Mock interviews so far. */
  readonly interviews: number;
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
};

/** A page of past mocks; `first` is a question, missing when it went out of the content. */
export type History = {
  readonly page: number;
  readonly hasOlder: boolean;
  readonly mocks: readonly (Omit<Listed, 'first'> & { readonly first: string | undefined })[];
};

export type Past = {
  scorecard(candidate: Candidate, mock: Mock, now: Temporal.Instant): Promise<Scorecard>;
  /** A page (from 0) of the mocks that are over and of single questions, newest first. */
  history(candidate: Candidate, page: number): Promise<History>;
  /** Forgets a mock and its answers, with the tries before them. False when it was gone already. */
  forget(member: string, mock: string): Promise<boolean>;
};

/** Discord's limit for a list. */
const perPage = 25;

export function pastIn(parts: MockParts, answering: Pick<Answering, 'result'>): Past {
  const { content, mocks, recalls, acts, together } = parts;

  async function scorecard(candidate: Candidate, mock: Mock, now: Temporal.Instant): Promise<Scorecard> {
    const seen = mock.asked.filter(({ state }) => state !== 'untouched');
    const results = await Promise.all(seen.map((asked) => answering.result(candidate, asked)));
    const learnt = new Set(await acts.itemsOf(candidate.id, ['lesson']));
    const lessons = lessonsToRead(results.map(wentOf), learnt).map((id) => ({
      id,
      title: lessonTitle(content, candidate.language, id),
    }));
    const coming = await comingBack(candidate, results, now);
    return { mock, results, interviews: await mocks.interviews(candidate.id), lessons, ...(coming && { coming }) };
  }

  async function comingBack(
    candidate: Candidate,
    results: readonly Result[],
    now: Temporal.Instant,
  ): Promise<Scorecard['coming']> {
    const items = results.flatMap(({ question }) => question?.id ?? []);
    const days = await recalls.waiting(candidate.id, 'question', items);
    const [from] = days;
    if (from === undefined) return undefined;
    const today = localDay(now, candidate.zone);
    return { count: days.length, from, inDays: Temporal.PlainDate.from(today).until(from).days };
  }

  async function history(candidate: Candidate, page: number): Promise<History> {
    const listed = await mocks.list(candidate.id, { skip: page * perPage, most: perPage + 1 });
    // What stood on this page was deleted meanwhile.
    if (listed.length === 0 && page > 0) return history(candidate, page - 1);
    const shown = listed.slice(0, perPage).map((mock) => ({
      ...mock,
      first: questionIn(content, candidate.language, mock.first)?.question,
    }));
    return { page, hasOlder: listed.length > perPage, mocks: shown };
  }

  const forget: Past['forget'] = (member, id) =>
    together(async (stores) => {
      const mock = await stores.mocks.find(member, id);
      if (!mock) return false;
      const given = mock.asked.flatMap(({ answer, followAnswer }) => [answer, followAnswer]);
      await stores.answers.remove(
        member,
        given.filter((answer) => answer !== undefined),
      );
      await stores.mocks.remove(mock);
      return true;
    });

  return { scorecard, history, forget };
}

const wentOf = ({ asked, question, practised, follow }: Result): Parameters<typeof lessonsToRead>[0][number] => ({
  state: asked.state,
  rating: practised?.answer.rating,
  lessons: question?.lessons ?? [],
  found: [practised, follow].flatMap((one) => one?.coached?.lessons ?? []).map(({ id }) => id),
});
