import { keyBy } from '#bot/key.ts';
import { refuse } from '#bot/refusal.ts';
import type { Dice } from '#bot/turn.ts';
import type { Content } from '#content/content.ts';
import { type Exercise, exerciseIn, type ExerciseId } from '#content/exercise.ts';
import type { Database, Together } from '#database/open.ts';
import type { Language } from '#text/text.ts';
import type { Coached, Coaching, NotKept } from './coached.ts';
import { keepAnswer, type KeptIn } from './keep.ts';
import type { Answer, Answers } from './store.ts';
import { texts } from './texts.ts';

/** Who practises, as far as practice cares. */
export type Candidate = { readonly id: string; readonly language: Language; readonly zone: string };

/** What a member wrote, and how good they find it (1 to 4). */
export type Given = { readonly body: string; readonly rating: number | undefined };

/** When and with which chance something is kept. */
type Moment = { readonly now: Temporal.Instant; readonly dice: Dice };

/** An answer beside what it can be held against. The exercise is missing when it was taken out of the content. */
export type Practised = {
  readonly answer: Answer;
  readonly exercise: Exercise | undefined;
  readonly before?: Answer;
  /** What the coach makes of it. */
  readonly coached?: Coached;
};

export type Practice = {
  /** What an exercise asks. Refuses when there is none (any more). */
  exercise(candidate: Pick<Candidate, 'language'>, id: ExerciseId): Exercise;
  /** Gets the coach ready for an answer that is being written. */
  warm(): void;
  /** Keeps an answer, word for word, and counts it as practice; not one that asks for other help. Refuses an empty one. */
  answer(candidate: Candidate, id: ExerciseId, given: Given & Moment): Promise<Practised | NotKept>;
  /** Keeps another try at an answer. */
  retry(candidate: Candidate, earlier: string, given: Given & Moment): Promise<Practised | NotKept>;
  /** One of the member's answers. Refuses when it isn't there (any more). */
  open(candidate: Candidate, answer: string): Promise<Practised>;
  /** Forgets answers that are older than their members want them kept. */
  expire(now: Temporal.Instant): Promise<void>;
  /** Notes what of the checklist the member finds in their answer. */
  tick(candidate: Candidate, answer: string, ticks: readonly number[]): Promise<Practised>;
};

type Parts = {
  readonly content: Content;
  readonly answers: Answers;
  readonly together: Together<KeptIn>;
  readonly coaching: Coaching;
  /** What is forgotten goes off the disk, too. */
  readonly scrub: Database['scrub'];
};

/** An answer to one question, from anywhere: kept, counted, tried again. */
export function practiceFrom({ content, answers, together, scrub, coaching }: Parts): Practice {
  const find = ({ language }: Pick<Candidate, 'language'>, id: ExerciseId) => exerciseIn(content, language, id);

  const exercise: Practice['exercise'] = (candidate, id) => {
    const found = find(candidate, id);
    if (!found) throw refuse(texts.exerciseGone);
    return found;
  };

  const keep = (candidate: Candidate, answer: Answer): Promise<Answer> =>
    together((stores) => keepAnswer(stores, answer, candidate.zone));

  const open: Practice['open'] = async (candidate, id) => {
    const answer = await answers.find(candidate.id, id);
    if (!answer) throw refuse(texts.answerGone);
    const before = answer.retryOf === undefined ? undefined : await answers.find(candidate.id, answer.retryOf);
    return coached(candidate, { answer, exercise: find(candidate, answer), ...(before && { before }) });
  };

  const coached = async ({ language }: Candidate, practised: Practised): Promise<Practised> => {
    const { answer, before, exercise: found } = practised;
    return { ...practised, coached: await coaching.of({ answer, before, kind: found?.kind, language }) };
  };

  return {
    exercise,
    open,
    warm: coaching.warm,
    answer: async (candidate, { source, item }, { body, rating, now, dice }) => {
      const trouble = await coaching.troubleIn(body);
      if (trouble) return { trouble };
      const found = find(candidate, { source, item });
      const id = keyBy(dice, 16);
      // Kept even when the exercise went out of the content while the member wrote.
      const asked = { source, item, question: found?.question ?? '' };
      const given = { ...asked, id, member: candidate.id, body, rating, ticks: [], retryOf: undefined, at: now };
      return coached(candidate, { answer: await keep(candidate, given), exercise: found });
    },
    retry: async (candidate, earlier, { body, rating, now, dice }) => {
      const trouble = await coaching.troubleIn(body);
      if (trouble) return { trouble };
      const { answer: before, exercise: found } = await open(candidate, earlier);
      const given = { ...before, id: keyBy(dice, 16), body, rating, ticks: [], retryOf: before.id, at: now };
      return coached(candidate, { answer: await keep(candidate, given), exercise: found, before });
    },
    expire: async (now) => {
      if ((await answers.expire(now)) > 0) scrub();
    },
    tick: async (candidate, id, ticks) => {
      await answers.tick(candidate.id, id, ticks);
      return open(candidate, id);
    },
  };
}
