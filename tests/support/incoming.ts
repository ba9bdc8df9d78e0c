import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FormValue, Incoming, OptionValues, TargetMessage, Where } from '#bot/incoming.ts';

// Things that Ann does, as the bot hears of them.

export const ann = { id: '100000000000000001', name: 'Ann', locale: 'en-GB' };
export const ben = { id: '100000000000000002', name: 'Ben', locale: 'en-GB' };

export const inServer: Where = {
  context: 'server',
  channel: '300000000000000001',
  isThread: false,
  botMay: PermissionFlagsBits.SendMessages,
  server: { id: '200000000000000001', locale: 'en-US', memberMay: PermissionFlagsBits.SendMessages, memberRoles: [] },
};
export const inBotDm: Where = { context: 'bot-dm', channel: '300000000000000002', isThread: false, botMay: 0n };
export const inGroup: Where = {
  context: 'private-channel',
  channel: '300000000000000003',
  isThread: false,
  botMay: 0n,
};

let count = 0;

/** An interaction of its own, by Ann in a server. */
function base() {
  count += 1;
  return { id: `41${String(count).padStart(16, '0')}`, actor: ann, where: inServer };
}

/** `asks('lesson show', { lesson: 'x' })` */
export const asks = (words: string, options: OptionValues = {}): Incoming => ({
  ...base(),
  kind: 'command',
  path: words.split(' '),
  options,
});

export const types = (words: string, name: string, typed: string): Incoming => ({
  ...base(),
  kind: 'autocomplete',
  path: words.split(' '),
  options: { [name]: typed },
  focused: { name, typed },
});

export const presses = (customId: string): Incoming => ({ ...base(), kind: 'press', customId });

export const selects = (customId: string, ...values: readonly string[]): Incoming => ({
  ...base(),
  kind: 'select',
  customId,
  values,
});

export const submits = (customId: string, values: Readonly<Record<string, FormValue>> = {}): Incoming => ({
  ...base(),
  kind: 'submit',
  customId,
  values,
  onMessage: true,
});

export const picksPerson = (name: string, target: string): Incoming => ({ ...base(), kind: 'user-menu', name, target });

export const picksMessage = (name: string, target: TargetMessage): Incoming => ({
  ...base(),
  kind: 'message-menu',
  name,
  target,
});
