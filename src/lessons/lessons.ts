import { refuse } from '#bot/refusal.ts';
import type { Dice } from '#bot/turn.ts';
import type { Content, Lesson, Track } from '#content/content.ts';
import type { Together } from '#database/open.ts';
import { localDay } from '#members/rules.ts';
import type { Recalls } from '#recall/store.ts';
import type { Acts } from '#streaks/store.ts';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';
import type { Language } from '#text/text.ts';
import { anyLesson, nextLesson } from './rules.ts';
import { type LessonSearch, lessonSearch } from './search.ts';
import { texts } from './texts.ts';

/** A lesson as one member sees it. */
export type LessonView = {
  readonly lesson: Lesson;
  readonly track: Track;
  /** Its place in the track, from 1, and how many there are. */
  readonly number: number;
  readonly of: number;
  /** The lessons around it; at the end of a track, the first of the next one. */
  readonly previous?: string;
  readonly next?: string;
};

/** How far a member got in one track. */
export type TrackProgress = { readonly track: Track; readonly learnt: ReadonlySet<string> };

/** Who asks, as far as lessons care. */
export type Reader = { readonly id: string; readonly language: Language; readonly zone: string };

export type Lessons = {
  /** The next unread lesson, or one to read again (`again`) when all were read. */
  today(reader: Reader): Promise<LessonView & { readonly again: boolean }>;
  /** A lesson by its id; nothing when there is none (any more). */
  view(reader: Pick<Reader, 'language'>, id: string): LessonView | undefined;
  /** A lesson by its id. Refuses when there is none (any more). */
  open(reader: Pick<Reader, 'language'>, id: string): LessonView;
  /** The lesson that fits best what a person typed. Refuses when none does. */
  find(reader: Reader, typed: string): Promise<LessonView>;
  /** Lessons that fit what a person typed so far, best first. */
  suggest(reader: Reader, typed: string): Promise<readonly Lesson[]>;
  random(reader: Reader, dice: Dice): Promise<LessonView>;
  tracks(language: Language): readonly Track[];
  progress(reader: Reader): Promise<readonly TrackProgress[]>;
  /** Records that the member has learnt a lesson: a practice act, once a day. It comes back for recall. */
  learn(reader: Reader, id: string, now: Temporal.Instant): Promise<Learnt>;
};

/** `first`: not done before today. `learnt` of `of`: how many of its track, by title, the member knows by now. */
export type Learnt = {
  readonly first: boolean;
  readonly track: string;
  readonly learnt: number;
  readonly of: number;
};

type Parts = {
  readonly content: Content;
  readonly acts: Acts;
  readonly together: Together<{ readonly acts: Acts; readonly recalls: Recalls }>;
};

/** The lessons: what to read next, how to find one, what was learnt. */
export function lessonsFrom({ content, acts, together }: Parts): Lessons {
  const searches = new Map<Language, Promise<LessonSearch>>();

  const tracks = (language: Language) => content[language].tracks;

  const search: (language: Language) => Promise<LessonSearch> = (language) => {
    const known = searches.get(language) ?? lessonSearch(tracks(language).flatMap(({ lessons }) => lessons));
    searches.set(language, known);
    return known;
  };

  const view: Lessons['view'] = ({ language }, id) => viewOf(tracks(language), id);

  const open: Lessons['open'] = (reader, id) => {
    const found = view(reader, id);
    if (!found) throw refuse(texts.lessonGone);
    return found;
  };

  return {
    view,
    open,
    tracks,
    today: async (reader) => {
      // Whoever practised a lesson has read it.
      const read = await acts.itemsOf(reader.id, ['lesson', 'answer']);
      const next = nextLesson(tracks(reader.language), read);
      if (!next) throw refuse(texts.lessonGone);
      return { ...open(reader, next.lesson.id), again: next.again };
    },
    find: async (reader, typed) => {
      const exact = viewOf(tracks(reader.language), typed);
      if (exact) return exact;
      const best = (await search(reader.language)).best(typed);
      if (best === undefined) throw refuse(texts.notFound, { typed: inert(shortened(typed, 80)) });
      return open(reader, best);
    },
    suggest: async (reader, typed) => (await search(reader.language)).all(typed).map((id) => open(reader, id).lesson),
    random: async (reader, dice) => {
      const read = await acts.itemsOf(reader.id, ['lesson', 'answer']);
      const lesson = anyLesson(tracks(reader.language), read, dice());
      return open(reader, lesson?.id ?? '');
    },
    progress: async (reader) => {
      const learnt = new Set(await acts.itemsOf(reader.id, ['lesson']));
      return tracks(reader.language).map((track) => ({ track, learnt: learntIn(track, learnt) }));
    },
    learn: async (reader, id, now) => {
      const { track } = open(reader, id);
      const day = localDay(now, reader.zone);
      const member = reader.id;
      const first = await together(async (stores) => {
        await stores.recalls.begin({ member, kind: 'lesson', item: id }, day);
        return stores.acts.record({ member, kind: 'lesson', item: id, day, at: now });
      });
      const learnt = new Set(await acts.itemsOf(reader.id, ['lesson']));
      return { first, track: track.title, learnt: learntIn(track, learnt).size, of: track.lessons.length };
    },
  };
}

const learntIn = ({ lessons }: Track, learnt: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(lessons.map(({ id }) => id).filter((id) => learnt.has(id)));

function viewOf(tracks: readonly Track[], id: string): LessonView | undefined {
  const all = tracks.flatMap((track) => track.lessons.map((lesson, index) => ({ lesson, track, number: index + 1 })));
  const index = all.findIndex(({ lesson }) => lesson.id === id);
  const found = all[index];
  if (!found) return undefined;
  const previous = index > 0 ? all[index - 1]?.lesson.id : undefined;
  const next = all[index + 1]?.lesson.id;
  return { ...found, of: found.track.lessons.length, ...(previous && { previous }), ...(next && { next }) };
}
