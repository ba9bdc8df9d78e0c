import type { Message } from '#bot/message.ts';
import { button, card, picks, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import type { Track } from '#content/content.ts';
import { shortened } from '#text/cut.ts';
import type { Translator } from '#text/translator.ts';
import type { LessonView, TrackProgress } from './lessons.ts';
import { lessonRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Caller; readonly t: Translator };

/** Discord's limit for the description of one thing to choose. */
const longestDescription = 100;

/** All lessons of one track, to choose from, and the other tracks. */
export function browseCard(tracks: readonly Track[], chosen: Track, { caller, t }: For): Message {
  const owner = caller.id;
  const titles = chosen.lessons.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
  const trackList = tracks.map(({ track, title, about }) => ({
    label: title,
    value: track,
    description: shortened(about, longestDescription),
    chosen: track === chosen.track,
  }));
  const lessonList = chosen.lessons.map(({ id, title, idea }) => ({
    label: title,
    value: id,
    description: shortened(idea, longestDescription),
  }));
  return card(
    'calm',
    text(`-# ${t(texts.browse)}\n### ${chosen.title}\n${chosen.about}\n${titles}`),
    picks(lessonRoutes.pick.id({ owner }), t(texts.chooseLesson), lessonList),
    ...(tracks.length > 1 ? [picks(lessonRoutes.track.id({ owner }), t(texts.chooseTrack), trackList)] : []),
  );
}

/** How far the member is in every track, with the lessons of the one they are in, and the way on. */
export function progressCard(progress: readonly TrackProgress[], next: LessonView, { caller, t }: For): Message {
  const words = progress.map(({ track, learnt }) => {
    const count = t(texts.trackProgress, { track: track.title, learnt: learnt.size, of: track.lessons.length });
    if (track.track !== next.track.track) return count;
    const titles = track.lessons.map(({ id, title }) => (learnt.has(id) ? t(texts.learntOne, { title }) : title));
    return [count, ...titles.map((title, index) => `${index + 1}. ${title}`)].join('\n');
  });
  return card(
    'calm',
    text(`### ${t(texts.progress)}\n${words.join('\n')}`),
    row(button(t(texts.continue), lessonRoutes.go.id({ owner: caller.id, lesson: next.lesson.id }), { style: 'main' })),
  );
}
