import { show } from '#bot/reply.ts';
import { logCard } from '#streaks/log-card.ts';
import { boardFor, cardFor, previewFor } from '#streaks/doing.ts';
import { texts } from './texts.ts';
import { commandGroup, subcommand } from './vocabulary.ts';

export const streak = commandGroup({
  name: 'streak',
  about: texts.streak,
  subcommands: {
    me: subcommand({
      about: texts.streakMe,
      run: async (turn) => show(await cardFor(turn)),
    }),
    log: subcommand({
      about: texts.streakLog,
      run: async ({ caller, features, t, now }) => show(logCard(await features.streaks.changes(caller.id, now), t)),
    }),
    share: subcommand({
      about: texts.streakShare,
      run: async (turn) => show(await previewFor(turn)),
    }),
    leaderboard: subcommand({
      about: texts.streakLeaderboard,
      run: async (turn) => show(await boardFor(turn)),
    }),
  },
});
