import { PermissionFlagsBits } from 'discord-api-types/v10';

/** Something a host should give the bot, by Discord's name for it. `needed`: without it no tip arrives. */
export type Missing = {
  readonly permission:
    | 'View Channel'
    | 'Send Messages'
    | 'Send Messages in Threads'
    | 'Read Message History'
    | 'Mention Everyone';
  readonly needed: boolean;
};

type Place = { readonly may: bigint; readonly isThread: boolean };
type Wanted = { readonly ping: 'none' | 'anybody may' | 'only with permission' };

/** What the bot lacks in a channel to post tips there. */
export function missingIn({ may, isThread }: Place, { ping }: Wanted): readonly Missing[] {
  const lacks = (bit: bigint): boolean => (may & bit) !== bit;
  const write: Missing = isThread
    ? { permission: 'Send Messages in Threads', needed: true }
    : { permission: 'Send Messages', needed: true };
  const writeBit = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return [
    ...(lacks(PermissionFlagsBits.ViewChannel) ? [{ permission: 'View Channel', needed: true } as const] : []),
    ...(lacks(writeBit) ? [write] : []),
    ...(ping === 'only with permission' && lacks(PermissionFlagsBits.MentionEveryone)
      ? [{ permission: 'Mention Everyone', needed: false } as const]
      : []),
    ...(lacks(PermissionFlagsBits.ReadMessageHistory)
      ? [{ permission: 'Read Message History', needed: false } as const]
      : []),
  ];
}
