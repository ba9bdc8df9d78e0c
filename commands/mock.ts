import { show } from '#bot/reply.ts';
import { kindTexts, levelTexts, roleTexts } from '#content/names.ts';
import { reviewFor, startFor } from '#mocks/doing.ts';
import { historyCard } from '#mocks/lists-card.ts';
import { questionCard } from '#mocks/question-card.ts';
import { texts } from './texts.ts';
import { commandGroup, option, subcommand } from './vocabulary.ts';

const about = {
  role: option.choice({ about: texts.mockRole, choices: { any: texts.mockAnyRole, ...roleTexts } }),
  kind: option.choice({ about: texts.mockKind, choices: { any: texts.mockAnyKind, ...kindTexts } }),
  level: option.choice({ about: texts.mockLevel, choices: { any: texts.mockAnyLevel, ...levelTexts } }),
};

/** Most questions of a mock. */
const most = 10;

export const mock = commandGroup({
  name: 'mock',
  about: texts.mock,
  subcommands: {
    start: subcommand({
      about: texts.mockStart,
      options: {
        ...about,
        count: option.integer({ about: texts.mockCount, min: 1, max: most }),
        timed: option.boolean({ about: texts.mockTimed }),
      },
      run: async ({ options, ...turn }) => show(await startFor(turn, options)),
    }),
    question: subcommand({
      about: texts.mockQuestion,
      options: about,
      run: async ({ options, caller, features, t, now, dice }) => {
        const choices = await features.mocks.choices(caller.id, options);
        return show(questionCard(await features.mocks.single(caller, choices, { now, dice }), { caller, t }));
      },
    }),
    review: subcommand({
      about: texts.mockReview,
      run: async (turn) => show(await reviewFor(turn)),
    }),
    history: subcommand({
      about: texts.mockHistory,
      run: async ({ caller, features, t }) => show(historyCard(await features.mocks.history(caller, 0), { caller, t })),
    }),
  },
});
