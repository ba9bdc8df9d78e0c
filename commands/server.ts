import { show } from '#bot/reply.ts';
import { suspendFor, unsuspendFor } from '#peers/doing.ts';
import { setupCard } from '#peers/setup-card.ts';
import { texts } from './texts.ts';
import { commandGroup, option, subcommand } from './vocabulary.ts';

const member = option.user({ about: texts.serverMember, required: true });

export const server = commandGroup({
  name: 'server',
  about: texts.server,
  needs: 'ManageGuild',
  only: 'server',
  subcommands: {
    setup: subcommand({
      about: texts.serverSetup,
      run: async ({ caller, features, t }) => show(setupCard(await features.peers.hosting.look(caller), { caller, t })),
    }),
    suspend: subcommand({
      about: texts.serverSuspend,
      options: { member },
      run: async ({ options, ...turn }) => show(await suspendFor(turn, options.member)),
    }),
    unsuspend: subcommand({
      about: texts.serverUnsuspend,
      options: { member },
      run: async ({ options, ...turn }) => show(await unsuspendFor(turn, options.member)),
    }),
  },
});
