import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What the bot asks to be allowed on a server (as Discord's settings call it), and why. Never Administrator. */
export const invitePermissions = [
  { permission: 'ViewChannel', label: 'View Channels', why: 'to see the channels where people use it' },
  { permission: 'SendMessages', label: 'Send Messages', why: 'to post daily tips, and a lesson that a member shares' },
  {
    permission: 'ReadMessageHistory',
    label: 'Read Message History',
    why: 'to look, after a breakdown, whether a daily tip was posted already',
  },
] as const satisfies readonly {
  readonly permission: keyof typeof PermissionFlagsBits;
  readonly label: string;
  readonly why: string;
}[];

/** The link that puts the bot on a server with these permissions. */
export function inviteLink(applicationId: string): string {
  const bits = invitePermissions.reduce((sum, { permission }) => sum | PermissionFlagsBits[permission], 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(bits),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
