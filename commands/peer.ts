import { show } from '#bot/reply.ts';
import { levelTexts, roleTexts } from '#content/names.ts';
import { historyFor, joinFor, leaveFor, reportPartner, statusFor } from '#peers/doing.ts';
import { languagesLike } from '#peers/languages.ts';
import { neverCard } from '#peers/never-card.ts';
import { texts } from './texts.ts';
import { commandGroup, option, subcommand } from './vocabulary.ts';

export const peer = commandGroup({
  name: 'peer',
  about: texts.peer,
  only: 'server',
  subcommands: {
    join: subcommand({
      about: texts.peerJoin,
      options: {
        role: option.choice({ about: texts.mockRole, choices: roleTexts }),
        level: option.choice({ about: texts.peerLevel, choices: levelTexts }),
        languages: option.text({
          about: texts.peerLanguages,
          max: 100,
          suggest: async ({ typed, t }) => languagesLike(typed, t.language),
        }),
        length: option.choice({
          about: texts.peerLength,
          choices: { short: texts.peerShort, full: texts.peerFull },
        }),
      },
      run: async ({ options, ...turn }) => show(await joinFor(turn, options)),
    }),
    leave: subcommand({ about: texts.peerLeave, run: async (turn) => show(await leaveFor(turn)) }),
    status: subcommand({ about: texts.peerStatus, run: async (turn) => show(await statusFor(turn)) }),
    history: subcommand({ about: texts.peerHistory, run: async (turn) => show(await historyFor(turn)) }),
    'never-match': subcommand({
      about: texts.peerNever,
      options: { member: option.user({ about: texts.peerNeverMember, required: true }) },
      run: async ({ options, caller, features, t, now }) => {
        await features.peers.safety.never(caller.id, options.member, now);
        return show(neverCard(options.member, { caller, t }));
      },
    }),
    report: subcommand({ about: texts.peerReport, opensForm: true, run: reportPartner }),
  },
});
