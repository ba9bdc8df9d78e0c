import { show } from '#bot/reply.ts';
import { settingsCard } from '#members/card.ts';
import { zonesLike } from '#members/zones.ts';
import { texts } from './texts.ts';
import { commandGroup, option, subcommand } from './vocabulary.ts';

export const settings = commandGroup({
  name: 'settings',
  about: texts.settings,
  subcommands: {
    panel: subcommand({
      about: texts.settingsPanel,
      run: async ({ caller, features, t, now }) =>
        show(settingsCard(await features.settings.of(caller.id), { caller, t, now })),
    }),
    zone: subcommand({
      about: texts.settingsZone,
      options: {
        zone: option.text({
          about: texts.settingsZoneZone,
          required: true,
          max: 100,
          suggest: async ({ typed, now }) =>
            zonesLike(typed, now).map(({ zone, label }) => ({ name: label, value: zone })),
        }),
      },
      run: async ({ options, caller, features, t, now }) =>
        show(settingsCard(await features.settings.setZone(caller.id, options.zone, now), { caller, t, now })),
    }),
  },
});
