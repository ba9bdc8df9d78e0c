// What the coach says of an answer, and of the try before it.

import type { Asked, Assessment, Coach } from '#coach/coach.ts';
import type { Trouble } from '#coach/care.ts';
import { findingsById } from '#coach/findings.ts';
import { goneSaid, spoken } from '#coach/speak.ts';
import type { Content } from '#content/content.ts';
import { type Exercise, lessonTitle } from '#content/exercise.ts';
import type { Language } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import type { Answer } from './store.ts';

/** An answer as the coach reads it, and the lessons that go with that. */
export type Coached = {
  readonly now: Assessment;
  readonly before?: Assessment;
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
};

/** An answer that was not kept, because its writer may need other help than coaching. */
export type NotKept = { readonly trouble: Trouble };

/** The coach as practice uses it. Nothing of what it finds is kept: the same answer always reads the same. */
export type Coaching = {
  /** Gets ready for the answer that somebody is writing now. */
  warm(): void;
  /** What somebody who writes this may need help with. */
  troubleIn(body: string): Promise<Trouble | undefined>;
  /** Reads an answer that is about to be kept. Give it to `of`, too, so that nothing is read twice. */
  read(asked: Asked): Promise<Assessment>;
  of(given: Given): Promise<Coached>;
};

type Given = {
  readonly answer: Answer;
  readonly before?: Answer | undefined;
  readonly kind: Exercise['kind'] | undefined;
  readonly language: Language;
  /** What `read` said of the answer, if it was asked. */
  readonly read?: Assessment | undefined;
};

/** Opens the coach as late as possible: it takes a moment and some memory, and a first lesson does without. */
const open = async (): Promise<Coach> => (await import('#coach/coach.ts')).openCoach();

export function coachingFrom(content: Content): Coaching {
  return {
    warm: () => void open().catch(() => undefined), // who answers will meet the problem again, and be told
    troubleIn: async (body) => (await open()).troubleIn(body),
    read: async (asked) => (await open()).assess(asked),
    of: async ({ answer, before, kind, language, read: known }) => {
      const coach = await open();
      const read = ({ body }: Answer) => coach.assess({ question: answer.question, kind, answer: body });
      const now = whole(answer, known ?? read(answer));
      const ids = [...new Set(now.findings.map(({ id }) => findingsById[id].lesson))];
      const lessons = ids.map((id) => ({ id, title: lessonTitle(content, language, id) }));
      return { now, lessons, ...(before && { before: whole(answer, read(before)) }) };
    },
  };
}

/** A follow-up asks for one thing more, so nothing is missing in its answer but what it asked for. */
const whole = ({ source }: Answer, assessment: Assessment): Assessment =>
  source === 'follow-up'
    ? { ...assessment, findings: assessment.findings.filter(({ place }) => place === 'here') }
    : assessment;

/** What a member reads of it: paragraphs of markdown. */
export function coachedSaid({ now, before }: Coached, t: Translator): readonly string[] {
  const gone = before && goneSaid(before, now, t);
  return [...(gone === undefined ? [] : [gone]), ...spoken(now, t).paragraphs];
}
