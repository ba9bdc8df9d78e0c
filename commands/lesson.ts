import { show } from '#bot/reply.ts';
import { lessonCard } from '#lessons/card.ts';
import { browseCard, progressCard } from '#lessons/lists.ts';
import { todayCard } from '#lessons/today.ts';
import { texts } from './texts.ts';
import { commandGroup, option, subcommand } from './vocabulary.ts';

export const lesson = commandGroup({
  name: 'lesson',
  about: texts.lesson,
  subcommands: {
    today: subcommand({
      about: texts.lessonToday,
      run: async (turn) => show(await todayCard(turn)),
    }),

    browse: subcommand({
      about: texts.lessonBrowse,
      run: async ({ caller, features, t }) => {
        const tracks = features.lessons.tracks(caller.language);
        const { track } = await features.lessons.today(caller);
        return show(browseCard(tracks, track, { caller, t }));
      },
    }),

    show: subcommand({
      about: texts.lessonShow,
      options: {
        lesson: option.text({
          about: texts.lessonShowLesson,
          max: 100,
          suggest: async ({ typed, caller, features }) =>
            (await features.lessons.suggest(caller, typed)).map(({ id, title }) => ({ name: title, value: id })),
        }),
      },
      run: async ({ options, caller, features, t }) => {
        const { lessons } = features;
        const view =
          options.lesson === undefined ? await lessons.today(caller) : await lessons.find(caller, options.lesson);
        return show(lessonCard(view, { caller, t }));
      },
    }),

    random: subcommand({
      about: texts.lessonRandom,
      run: async ({ caller, features, t, dice }) =>
        show(lessonCard(await features.lessons.random(caller, dice), { caller, t })),
    }),

    progress: subcommand({
      about: texts.lessonProgress,
      run: async ({ caller, features, t }) => {
        const next = await features.lessons.today(caller);
        return show(progressCard(await features.lessons.progress(caller), next, { caller, t }));
      },
    }),
  },
});
