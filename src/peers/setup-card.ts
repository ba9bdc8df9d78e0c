import { ChannelType } from 'discord-api-types/v10';
import type { Message } from '#bot/message.ts';
import { button, card, chooser, line, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import type { Translator } from '#text/translator.ts';
import type { Finding } from './doctor.ts';
import type { Examined } from './hosting.ts';
import { peerRoutes } from './routes.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id'>; readonly t: Translator; readonly note?: string };

/** Discord's limit for a list of roles, and enough. */
const mostRoles = 10;

/** Everything about a server's peer sessions, and what is missing. */
export function setupCard({ place, findings }: Examined, { caller, t, note }: For): Message {
  const owner = caller.id;
  const { channel, moderation, entryRole, apartRoles, isOn } = place;
  const chosen = [
    t(texts.roomsIn, { channel }),
    t(texts.reportsIn, { channel: moderation }),
    t(texts.entryIs, { role: entryRole }),
    t(texts.apartAre, { roles: apartRoles }),
  ];
  const found = findings.map((one) => `- ${findingIn(one, t)}`);
  const textChannels = [ChannelType.GuildText];
  return card(
    'calm',
    ...(note === undefined ? [] : [text(`**${note}**`), line()]),
    text(`### ${t(texts.setup)}\n${t(texts.setupIntro)}\n${t(isOn ? texts.setupOn : texts.setupOff)}`),
    text(chosen.join('\n')),
    line(),
    text([...(found.length > 0 ? found : [t(texts.allFine)]), `-# ${t(texts.threadManagers)}`].join('\n')),
    chooser('channels', peerRoutes.channel.id({ owner }), { placeholder: t(texts.chooseChannel), types: textChannels }),
    chooser('channels', peerRoutes.moderation.id({ owner }), {
      placeholder: t(texts.chooseModeration),
      types: textChannels,
    }),
    chooser('roles', peerRoutes.entry.id({ owner }), { placeholder: t(texts.chooseEntry) }),
    chooser('roles', peerRoutes.apart.id({ owner }), { placeholder: t(texts.chooseApart), max: mostRoles }),
    row(
      isOn
        ? button(t(texts.turnOff), peerRoutes.turnOff.id({ owner }))
        : button(t(texts.turnOn), peerRoutes.turnOn.id({ owner }), { style: 'main' }),
      button(t(texts.testIt), peerRoutes.test.id({ owner }), { disabled: moderation === undefined }),
      ...(entryRole === undefined ? [] : [button(t(texts.anybody), peerRoutes.anybody.id({ owner }))]),
      ...(apartRoles.length === 0 ? [] : [button(t(texts.nobodyApart), peerRoutes.nobodyApart.id({ owner }))]),
    ),
  );
}

function findingIn(finding: Finding, t: Translator): string {
  switch (finding.kind) {
    case 'no-channel':
      return t(texts.noChannelYet);
    case 'no-moderation':
      return t(texts.noModerationYet);
    case 'moderation-public':
      return t(texts.moderationPublic);
    case 'no-entry-role':
      return t(texts.noEntryRole);
    case 'unseen':
      return t(texts.unseen, finding);
    case 'lacks':
      return t(texts.lacks, finding);
    case 'members-cannot-see':
      return t(texts.membersCannotSee, finding);
  }
}
