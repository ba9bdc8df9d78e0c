import { show } from '#bot/reply.ts';
import { zonesLike } from '#members/zones.ts';
import { type Action, meant, panelOf, timeTyped, zoneTyped } from '#tips/doing.ts';
import { listCard } from '#tips/panel.ts';
import { ChannelType } from 'discord-api-types/v10';
import type { Text } from '#text/text.ts';
import { texts } from './texts.ts';
import { commandGroup, option, subcommand } from './vocabulary.ts';

const channels = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** When tips come unless the host says otherwise. */
const usualTime = '9:00';

/** A subcommand that does one thing with the tips of a channel. */
const doing = (action: Action, about: Text) =>
  subcommand({
    about,
    options: { channel: option.channel({ about: texts.tipsChannel, channels }) },
    run: async ({ options, ...turn }) => show(await meant(action, options.channel, turn)),
  });

export const tips = commandGroup({
  name: 'tips',
  about: texts.tips,
  needs: 'ManageGuild',
  only: 'server',
  subcommands: {
    setup: subcommand({
      about: texts.tipsSetup,
      options: {
        channel: option.channel({ about: texts.tipsSetupChannel, channels }),
        time: option.text({ about: texts.tipsSetupTime, max: 20 }),
        zone: option.text({
          about: texts.tipsSetupZone,
          max: 100,
          suggest: async ({ typed, now }) =>
            zonesLike(typed, now).map(({ zone, label }) => ({ name: label, value: zone })),
        }),
      },
      run: async ({ options, ...turn }) => {
        const { caller, features, now, dice } = turn;
        const time = timeTyped(options.time ?? usualTime);
        const zone = options.zone === undefined ? caller.zone : zoneTyped(options.zone, now);
        const channel = options.channel ?? caller.where.channel;
        return show(panelOf(await features.tips.draft(caller, { channel, time, zone }, { now, dice }), turn));
      },
    }),
    list: subcommand({
      about: texts.tipsList,
      run: async ({ caller, features, t }) => show(listCard(await features.tips.list(caller), 0, { caller, t })),
    }),
    pause: doing('pause', texts.tipsPause),
    resume: doing('resume', texts.tipsResume),
    remove: doing('remove', texts.tipsRemove),
    preview: doing('preview', texts.tipsPreview),
    now: doing('now', texts.tipsNow),
  },
});
