import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Standing } from '#bot/outbox.ts';
import type { Place } from './session.ts';

/** What a host should mend before peer sessions can be on, or should know. Permissions by Discord's name for them. */
export type Finding =
  | { readonly kind: 'no-channel' | 'no-moderation' | 'moderation-public' | 'no-entry-role' }
  | { readonly kind: 'unseen'; readonly channel: string }
  | { readonly kind: 'lacks'; readonly channel: string; readonly permission: string }
  | { readonly kind: 'members-cannot-see'; readonly channel: string };

/** Without these mended there are no sessions; the others are warnings. */
export const isNeeded = ({ kind }: Finding): boolean => kind !== 'no-entry-role';

const roomNeeds = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Create Private Threads', PermissionFlagsBits.CreatePrivateThreads],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;

const reportNeeds = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
] as const;

type Stand = { readonly channel: string; readonly standing: Standing | undefined };

/** What is missing in a channel; one that can't be looked at lacks everything. */
function lacking({ channel, standing }: Stand, needs: typeof roomNeeds | typeof reportNeeds): readonly Finding[] {
  if (!standing) return [{ kind: 'unseen', channel }];
  return needs
    .filter(([, bit]) => (standing.may & bit) !== bit)
    .map(([permission]) => ({ kind: 'lacks', channel, permission }) as const);
}

/**
 * What a server's place for sessions lacks.
 *
 * @param room how the channel stands below which rooms are made, `reports` the one for moderators
 */
export function findingsOf(
  place: Place,
  { room, reports }: { readonly room: Standing | undefined; readonly reports: Standing | undefined },
): readonly Finding[] {
  const { server, channel, moderation, entryRole } = place;
  const everyone = server;
  const isSeen = room?.seenBy.has(everyone) || (entryRole !== undefined && room?.seenBy.has(entryRole));
  return [
    ...(channel === undefined
      ? [{ kind: 'no-channel' } as const]
      : [
          ...lacking({ channel, standing: room }, roomNeeds),
          ...(room && !isSeen ? [{ kind: 'members-cannot-see', channel } as const] : []),
        ]),
    ...(moderation === undefined
      ? [{ kind: 'no-moderation' } as const]
      : [
          ...lacking({ channel: moderation, standing: reports }, reportNeeds),
          ...(reports?.seenBy.has(everyone) ? [{ kind: 'moderation-public' } as const] : []),
        ]),
    ...(entryRole === undefined ? [{ kind: 'no-entry-role' } as const] : []),
  ];
}
