// Solo mock interviews: begun, gone through question by question on any device and any day, and ended.

import { allowanceOf } from '#bot/allowance.ts';
import { keyBy } from '#bot/key.ts';
import { refuse } from '#bot/refusal.ts';
import type { Question } from '#content/content.ts';
import { questionIn } from '#content/exercise.ts';
import type { Database } from '#database/open.ts';
import { type Draw, drawing } from '#pictures/drawn.ts';
import { localDay } from '#members/rules.ts';
import type { NotKept } from '#practice/coached.ts';
import type { Candidate, Given } from '#practice/practice.ts';
import {
  type Answering,
  answeringIn,
  type MockParts,
  type Moment,
  type Place,
  type Step,
  type Stores,
} from './answering.ts';
import { type Choices, currentOf, doneIn, type Mock, type MockSource, newAsked, type Wish } from './mock.ts';
import { type Past, pastIn, type Scorecard } from './past.ts';
import { poolOf, stepsFrom } from './pool.ts';
import { draw as drawn } from './rules.ts';
import { texts } from './texts.ts';

export type Mocks = Pick<Past, 'history' | 'forget'> & {
  /** What a member will be asked: as they say, else as last time, else by their settings. */
  choices(member: string, wish: Wish): Promise<Choices>;
  /** The mock that the member has not ended. A review is none. */
  unfinished(candidate: Candidate, now: Temporal.Instant): Promise<Mock | undefined>;
  /** Begins a mock, and ends the one before. Refuses when there are no such questions. */
  begin(candidate: Candidate, choices: Choices, moment: Moment): Promise<Step>;
  /** Asks a single question; a mock that has begun stays as it is. */
  single(candidate: Candidate, choices: Choices, moment: Moment): Promise<Step>;
  /**
   * Begins a review of what comes back today, or goes on with the open one; a mock that has begun stays as it is. Nothing
   * when nothing comes back, with the day when something will.
   */
  review(candidate: Candidate, moment: Moment): Promise<Step | { readonly nextDay: string | undefined }>;
  /** Where a mock stands: the question whose turn it is, or how it went. Refuses when it is gone. */
  stand(candidate: Candidate, mock: string, now: Temporal.Instant): Promise<Step | Scorecard>;
  /** The same for somebody who had left it: the time of a timed question begins anew. */
  goOn(candidate: Candidate, mock: string, now: Temporal.Instant): Promise<Step | Scorecard>;
  /** One question of a mock with its answer. Refuses when it is gone. */
  look(candidate: Candidate, place: Place): Promise<Step>;
  /** Gets the coach ready for an answer that is being written. */
  warm(): void;
  /** Keeps an answer, or another try at it; not one that asks for other help. Refuses an empty one. */
  answer(candidate: Candidate, place: Place, given: Given & Moment): Promise<Step | NotKept>;
  /** Keeps the answer to the follow-up. */
  followUp(candidate: Candidate, place: Place, given: Given & Moment): Promise<Step | NotKept>;
  /** Notes what of the signals the member finds in their answer. */
  tick(candidate: Candidate, place: Place, ticks: readonly number[]): Promise<Step>;
  skip(candidate: Candidate, place: Place, now: Temporal.Instant): Promise<Step | Scorecard>;
  /** Ends a mock before its end; nothing when there is nothing to look back at. */
  end(candidate: Candidate, mock: string, now: Temporal.Instant): Promise<Scorecard | undefined>;
  /** Draws the SVG of a scorecard. Each member gets some in a minute. */
  draw(member: string, svg: string, now: Temporal.Instant): ReturnType<Draw>;
};

/** Questions in one review. */
const mostReviewed = 5;

const usualCount = 5;

/** New scorecards that a member gets in a minute; without the picture they are in words. */
const picturesPerMinute = 5;

export function mocksFrom(parts: MockParts & Pick<Database, 'scrub'>): Mocks {
  const { content, mocks, members, recalls, together, scrub } = parts;
  const answering: Answering = answeringIn(parts);
  const past: Past = pastIn(parts, answering);
  const draw = drawing();
  const mayDraw = allowanceOf(picturesPerMinute);

  /** Ends the mock before, and keeps a new one, with its first question on the screen. */
  async function begun(candidate: Candidate, plan: Plan, { now, dice }: Moment): Promise<Step> {
    const mock = await together(async (stores) => {
      const { source } = plan;
      const before = source === 'single' ? undefined : await stores.mocks.unfinished(candidate.id, source);
      if (before) await answering.close(stores, before, { now, zone: candidate.zone });
      const questions = await plan.questions(stores);
      const added: Mock = {
        id: keyBy(dice, 16),
        member: candidate.id,
        source,
        choices: plan.choices,
        begunAt: now,
        endedAt: undefined,
        asked: questions.map((question, place) => ({
          ...newAsked,
          place,
          question: question.id,
          askedAt: place === 0 ? now : undefined,
        })),
      };
      await stores.mocks.add(added);
      return added;
    });
    return answering.step(candidate, mock, { place: 0 });
  }

  async function fromBank(
    candidate: Candidate,
    { choices, source }: Pick<Plan, 'choices' | 'source'>,
    moment: Moment,
  ): Promise<Step> {
    const pool = poolOf(content[candidate.language].questions, choices);
    if (pool.length === 0) throw refuse(texts.noQuestions);
    const { count, level } = choices;
    const steps = level && ((one: Question): number => stepsFrom(level, one));
    const questions = async (stores: Stores) =>
      drawn(pool, { count, times: await stores.mocks.times(candidate.id), steps, dice: moment.dice });
    return begun(candidate, { choices, source, questions }, moment);
  }

  async function stand(candidate: Candidate, id: string, at: Coming): Promise<Step | Scorecard> {
    const mock = await answering.find(candidate, id);
    if (mock.endedAt && doneIn(mock) === 0) throw refuse(texts.mockGone);
    return (
      (await answering.shown(candidate, mock, at)) ??
      past.scorecard(candidate, await answering.find(candidate, id), at.now)
    );
  }

  return {
    choices: async (member, wish) => chosen(wish, (await mocks.latestChoices(member)) ?? (await members.find(member))),
    unfinished: async (candidate, now) => {
      const found = await mocks.unfinished(candidate.id, 'bank');
      const mock = found && (await answering.still(candidate, found, now));
      return mock && currentOf(mock) ? mock : undefined;
    },
    begin: (candidate, choices, moment) => fromBank(candidate, { choices, source: 'bank' }, moment),
    single: (candidate, choices, moment) =>
      fromBank(candidate, { choices: { ...choices, count: 1, timed: false }, source: 'single' }, moment),
    review: async (candidate, moment) => {
      const open = await mocks.unfinished(candidate.id, 'review');
      const goesOn = open && (await answering.shown(candidate, open, { now: moment.now }));
      if (goesOn) return goesOn;
      const due = await recalls.due(candidate.id, 'question', localDay(moment.now, candidate.zone));
      const questions = due
        .flatMap(({ item }) => questionIn(content, candidate.language, item) ?? [])
        .slice(0, mostReviewed);
      if (questions.length === 0) return { nextDay: await recalls.nextDay(candidate.id, 'question') };
      const choices = { count: questions.length, timed: false };
      return begun(candidate, { choices, source: 'review', questions: async () => questions }, moment);
    },
    stand: (candidate, id, now) => stand(candidate, id, { now }),
    goOn: (candidate, id, now) => stand(candidate, id, { now, back: true }),
    look: async (candidate, { mock: id, place }) => {
      const mock = await answering.find(candidate, id);
      return answering.step(candidate, mock, { place });
    },
    warm: parts.coaching.warm,
    answer: answering.answer,
    followUp: answering.followUp,
    tick: answering.tick,
    skip: async (candidate, place, now) => {
      await answering.skip(candidate, place, now);
      return stand(candidate, place.mock, { now });
    },
    end: async (candidate, id, now) => {
      await together(async (stores) => {
        const mock = await answering.find(candidate, id, stores.mocks);
        await answering.close(stores, mock, { now, zone: candidate.zone });
      });
      const ended = await answering.find(candidate, id);
      return doneIn(ended) === 0 ? undefined : past.scorecard(candidate, ended, now);
    },
    draw: (member, svg, now) => draw(member, svg, () => mayDraw(member, now)),
    history: past.history,
    forget: async (member, mock) => {
      const wasThere = await past.forget(member, mock);
      if (wasThere) scrub();
      return wasThere;
    },
  };
}

type Coming = { readonly now: Temporal.Instant; readonly back?: boolean };

type Plan = {
  readonly choices: Choices;
  readonly source: MockSource;
  /** Chooses the questions, once the mock before is over: what never was on the screen there can come now. */
  readonly questions: (stores: Stores) => Promise<readonly Question[]>;
};

/** What a member wants now; what they don't say is as it was before. */
function chosen(wish: Wish, before: Partial<Choices>): Choices {
  const pick = <T>(wished: T | 'any' | undefined, then: T | undefined): T | undefined =>
    wished === 'any' ? undefined : (wished ?? then);
  const role = pick(wish.role, before.role);
  const kind = pick(wish.kind, before.kind);
  const level = pick(wish.level, before.level);
  return {
    ...(role && { role }),
    ...(kind && { kind }),
    ...(level && { level }),
    count: wish.count ?? before.count ?? usualCount,
    timed: wish.timed ?? before.timed ?? false,
  };
}
