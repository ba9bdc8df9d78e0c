import { show } from '#bot/reply.ts';
import { chooseCard, exportCard, keptCard } from '#privacy/card.ts';
import { texts } from './texts.ts';
import { commandGroup, subcommand } from './vocabulary.ts';

export const privacy = commandGroup({
  name: 'privacy',
  about: texts.privacy,
  subcommands: {
    see: subcommand({
      about: texts.privacySee,
      run: async ({ caller, features, t }) => show(keptCard(await features.privacy.see(caller.id), { caller, t })),
    }),
    export: subcommand({
      about: texts.privacyExport,
      run: async ({ caller, features, t, now }) =>
        show(exportCard(await features.privacy.export(caller.id, now), { t })),
    }),
    delete: subcommand({
      about: texts.privacyDelete,
      run: async ({ caller, features: { privacy: ofMembers }, t }) => {
        const [kept, servers] = [await ofMembers.see(caller.id), await ofMembers.servers(caller.id)];
        return show(chooseCard(kept, servers, { caller, t }));
      },
    }),
  },
});
