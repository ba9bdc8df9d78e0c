// One question of a mock after the other: shown, answered, skipped.

import { keyBy } from '#bot/key.ts';
import { refuse } from '#bot/refusal.ts';
import type { Dice } from '#bot/turn.ts';
import type { Assessment } from '#coach/coach.ts';
import { gapsIn } from '#coach/gaps.ts';
import type { Content, Question } from '#content/content.ts';
import { questionIn } from '#content/exercise.ts';
import type { Together } from '#database/open.ts';
import { localDay } from '#members/rules.ts';
import type { Members } from '#members/store.ts';
import type { Coaching, NotKept } from '#practice/coached.ts';
import { keepAnswer, type KeptIn } from '#practice/keep.ts';
import type { Candidate, Given, Practised } from '#practice/practice.ts';
import type { Answer } from '#practice/store.ts';
import type { Recalls } from '#recall/store.ts';
import type { Acts } from '#streaks/store.ts';
import { type Asked, currentOf, doneIn, type Mock } from './mock.ts';
import { followUpBy, isLate, wasAway, wasKnown } from './rules.ts';
import type { MockStore } from './store.ts';
import { texts } from './texts.ts';

/** A question of a mock, by its number from 0. */
export type Place = { readonly mock: string; readonly place: number };

export type Moment = { readonly now: Temporal.Instant; readonly dice: Dice };

/** A question of a mock, and what the member answered if they did. */
export type Step = {
  readonly mock: Mock;
  readonly asked: Asked;
  readonly question: Question;
  readonly practised?: Practised;
  readonly follow?: Practised;
};

/** How one question went. The question is missing when it went out of the content, the answer when it was deleted. */
export type Result = Omit<Step, 'mock' | 'question'> & { readonly question: Question | undefined };

export type MockParts = {
  readonly content: Content;
  readonly mocks: MockStore;
  readonly members: Pick<Members, 'find'>;
  readonly recalls: Recalls;
  readonly acts: Pick<Acts, 'itemsOf'>;
  readonly answers: KeptIn['answers'];
  readonly together: Together<Stores>;
  readonly coaching: Coaching;
};

export type Stores = KeptIn & { readonly mocks: MockStore; readonly recalls: Recalls };
/** One question of a mock. */
type One = { readonly mock: Mock; readonly asked: Asked };
type When = { readonly now: Temporal.Instant; readonly zone: string };

/** Steps through a mock; see `Mocks`. */
export type Answering = ReturnType<typeof answeringIn>;

export function answeringIn({ content, mocks, answers, together, coaching }: MockParts) {
  const questionOf = ({ language }: Candidate, { question }: Asked) => questionIn(content, language, question);

  async function find({ id: member }: Candidate, id: string, store = mocks): Promise<Mock> {
    const mock = await store.find(member, id);
    if (!mock) throw refuse(texts.mockGone);
    return mock;
  }

  /** @param read what the coach said of the answer, if it was asked just now */
  async function result(candidate: Candidate, asked: Asked, read?: Assessment): Promise<Result> {
    const question = questionOf(candidate, asked);
    const exercise = question && { ...question, checklist: question.signals };
    const practised = await practisedOf(candidate, asked.answer, { exercise, read });
    const follow = await practisedOf(candidate, asked.followAnswer, {});
    return { asked, question, ...(practised && { practised }), ...(follow && { follow }) };
  }

  async function practisedOf(
    { id: member, language }: Candidate,
    id: string | undefined,
    { exercise, read }: { readonly exercise?: Practised['exercise']; readonly read?: Assessment | undefined },
  ) {
    const given = id === undefined ? undefined : await answers.find(member, id);
    if (!given) return undefined;
    const before = given.retryOf === undefined ? undefined : await answers.find(member, given.retryOf);
    const coached = await coaching.of({ answer: given, before, kind: exercise?.kind, language, read });
    return { answer: given, exercise, coached, ...(before && { before }) };
  }

  async function step(
    candidate: Candidate,
    mock: Mock,
    { place, read }: { readonly place: number; readonly read?: Assessment },
  ): Promise<Step> {
    const asked = mock.asked[place];
    const found = asked && (await result(candidate, asked, read));
    if (!found?.question) throw refuse(texts.questionGone);
    return { ...found, mock, question: found.question };
  }

  /** A mock without the questions that went out of the content while it waited for them. */
  async function still(candidate: Candidate, mock: Mock, now: Temporal.Instant): Promise<Mock> {
    const asked = currentOf(mock);
    if (!asked || questionOf(candidate, asked)) return mock;
    await together((stores) => change(stores, { mock, asked: { ...asked, state: 'skipped' } }, now));
    return still(candidate, await find(candidate, mock.id), now);
  }

  /**
   * The question whose turn it is, as it comes on the screen; none when the mock is over. Its time begins anew for somebody
   * who comes `back`, or was away for a day.
   */
  async function shown(
    candidate: Candidate,
    before: Mock,
    { now, back = false }: { readonly now: Temporal.Instant; readonly back?: boolean },
  ): Promise<Step | undefined> {
    const mock = await still(candidate, before, now);
    const asked = currentOf(mock);
    if (!asked) return undefined;
    const { askedAt } = asked;
    const isNew = askedAt === undefined || (mock.choices.timed && (back || wasAway(instants(askedAt, now))));
    if (!isNew) return step(candidate, mock, asked);
    const seen = { ...asked, askedAt: now };
    await mocks.note(mock, seen);
    return step(candidate, { ...mock, asked: mock.asked.with(asked.place, seen) }, asked);
  }

  /** Changes one question of a mock, and ends the mock when none is left. Says what became of it. */
  async function change({ mocks: store }: Stores, { mock, asked }: One, now: Temporal.Instant): Promise<Mock> {
    await store.note(mock, asked);
    const changed = { ...mock, asked: mock.asked.with(asked.place, asked) };
    if (mock.endedAt || currentOf(changed)) return changed;
    await store.end(mock, now);
    return { ...changed, endedAt: now };
  }

  const met = ({ recalls }: Stores, { mock, asked }: One, how: When & { readonly knew: boolean }) =>
    recalls.met(
      { member: mock.member, kind: 'question', item: asked.question },
      { day: localDay(how.now, how.zone), knew: how.knew },
    );

  async function skip(candidate: Candidate, { mock: id, place }: Place, now: Temporal.Instant): Promise<void> {
    await together(async (stores) => {
      const mock = await find(candidate, id, stores.mocks);
      const asked = mock.asked[place];
      if (asked?.state !== 'open' || mock.endedAt) return;
      await change(stores, { mock, asked: { ...asked, state: 'skipped' } }, now);
      await met(stores, { mock, asked }, { now, zone: candidate.zone, knew: false });
    });
  }

  /**
   * Ends a mock before its end: what was on the screen comes back, what never was does not. Nothing comes back of one that
   * ended before it had begun in earnest.
   */
  async function close(stores: Stores, mock: Mock, { now, zone }: When): Promise<void> {
    if (mock.endedAt) return;
    for (const asked of mock.asked.filter(({ state }) => state === 'open')) {
      const wasSeen = asked.askedAt !== undefined;
      await stores.mocks.note(mock, { ...asked, state: wasSeen ? 'missed' : 'untouched' });
      if (wasSeen && doneIn(mock) > 0) await met(stores, { mock, asked }, { now, zone, knew: false });
    }
    await stores.mocks.end(mock, now);
  }

  async function answer(
    candidate: Candidate,
    { mock: id, place }: Place,
    given: Given & Moment,
  ): Promise<Step | NotKept> {
    const trouble = await coaching.troubleIn(given.body);
    if (trouble) return { trouble };
    const { question = '', kind } = questionOf(candidate, askedIn(await find(candidate, id), place)) ?? {};
    const read = await coaching.read({ question, kind, answer: given.body });
    const mock = await keep(candidate, { mock: id, place }, { ...given, lacking: gapsIn(read.scores) });
    return step(candidate, mock, { place, read });
  }

  async function keep(
    candidate: Candidate,
    { mock: id, place }: Place,
    given: Given & Moment & { readonly lacking: ReadonlySet<string> },
  ): Promise<Mock> {
    const { now, dice, lacking } = given;
    return together(async (stores) => {
      const found = await find(candidate, id, stores.mocks);
      const asked = askedIn(found, place);
      const question = questionOf(candidate, asked);
      const said = { source: 'question', item: asked.question, question: question?.question ?? '' } as const;
      const kept = await keepOnce(stores, candidate, { ...given, said, before: asked.answer });
      const isFirst = asked.state === 'open';
      const { timed } = found.choices;
      const late = isFirst && timed && asked.askedAt !== undefined && isLate(instants(asked.askedAt, now));
      const next = isFirst ? followUpBy(dice, question?.followUps ?? [], lacking) : asked.followUp;
      const noted: Asked = { ...asked, state: 'answered', answer: kept, late: asked.late || late, followUp: next };
      await met(
        stores,
        { mock: found, asked },
        {
          now,
          zone: candidate.zone,
          knew: wasKnown({ rating: given.rating, late }),
        },
      );
      return change(stores, { mock: found, asked: noted }, now);
    });
  }

  async function followUp(
    candidate: Candidate,
    { mock: id, place }: Place,
    given: Given & Moment,
  ): Promise<Step | NotKept> {
    const trouble = await coaching.troubleIn(given.body);
    if (trouble) return { trouble };
    const mock = await together(async (stores) => {
      const found = await find(candidate, id, stores.mocks);
      const asked = askedIn(found, place);
      const question = questionOf(candidate, asked)?.followUps[asked.followUp ?? -1]?.ask ?? '';
      const said = { source: 'follow-up', item: asked.question, question } as const;
      const kept = await keepOnce(stores, candidate, { ...given, said, before: asked.followAnswer });
      return change(stores, { mock: found, asked: { ...asked, followAnswer: kept } }, given.now);
    });
    return step(candidate, mock, { place });
  }

  async function tick(candidate: Candidate, { mock: id, place }: Place, ticks: readonly number[]): Promise<Step> {
    const mock = await find(candidate, id);
    const { answer: ticked } = askedIn(mock, place);
    if (ticked !== undefined) await answers.tick(candidate.id, ticked, ticks);
    return step(candidate, mock, { place });
  }

  return { find, result, step, still, shown, skip, close, answer, followUp, tick };
}

function askedIn(mock: Mock, place: number): Asked {
  const asked = mock.asked[place];
  if (!asked) throw refuse(texts.mockGone);
  return asked;
}

const instants = (askedAt: Temporal.Instant, at: Temporal.Instant) => ({
  askedAt: askedAt.epochMilliseconds,
  at: at.epochMilliseconds,
});

type Keeping = Given &
  Moment & {
    readonly said: Pick<Answer, 'source' | 'item' | 'question'>;
    /** The answer that stands there so far. */
    readonly before: string | undefined;
  };

/** Keeps what a member wrote, as another try if there was one before; sent once more it is the same. Says its id. */
async function keepOnce(stores: Stores, candidate: Candidate, keeping: Keeping): Promise<string> {
  const { body, rating, now, dice, said, before } = keeping;
  const standing = before === undefined ? undefined : await stores.answers.find(candidate.id, before);
  if (standing && standing.body === body && standing.rating === rating) return standing.id;
  const retryOf = standing?.id;
  const given = { ...said, id: keyBy(dice, 16), member: candidate.id, body, rating, ticks: [], retryOf, at: now };
  return (await keepAnswer(stores, given, candidate.zone)).id;
}
