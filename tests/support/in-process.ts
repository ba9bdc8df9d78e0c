import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Answer } from '#bot/answer.ts';
import type { Dispatch } from '#bot/dispatch.ts';
import type { Incoming, Where } from '#bot/incoming.ts';
import type { Message } from '#bot/message.ts';
import type { Choice } from '#bot/option.ts';
import type { Seen, Spot, Transport } from './transport.ts';

type Posted = {
  readonly id: string;
  components: readonly APIMessageTopLevelComponent[];
  files: NonNullable<Seen['files']>;
  readonly onlyFor?: string;
  readonly where: string;
};

type Kind<K extends Incoming['kind']> = Omit<Extract<Incoming, { kind: K }>, 'id' | 'actor' | 'where'>;
type Doing = Kind<'command'> | Kind<'autocomplete'> | Kind<'press'> | Kind<'select'> | Kind<'submit'>;

const guild = '200000000000000001';
const ids: Readonly<Record<string, string>> = {
  Ann: '100000000000000001',
  Ben: '100000000000000002',
  Hana: '100000000000000003',
};

/** Settings of a chat of the tests. */
export type ChatOptions = {
  /** What members may do in #general. */
  readonly memberMay?: bigint;
  /** Who may manage the server besides. */
  readonly hosts?: readonly string[];
  /** The roles that everybody has in the server. */
  readonly memberRoles?: readonly string[];
  /** #general is a thread. */
  readonly isThread?: boolean;
  /** Discord shows what the bot announces to the caller alone, as it does for apps that members bring along. */
  readonly keepsPrivate?: boolean;
};

const placeOf = (person: string, spot: Spot): string => (spot === 'dm' ? `dm of ${person}` : spot);

const filesOf = ({ files = [] }: Message): NonNullable<Seen['files']> =>
  files.map(({ name, data }) => ({ name, text: new TextDecoder().decode(data) }));

/** People and the bot in one process: what the bot answers becomes messages, without discord.js. */
export function inProcess(handle: Dispatch['handle'], options: ChatOptions = {}): Transport {
  const { memberMay = PermissionFlagsBits.SendMessages, keepsPrivate = false, isThread = false } = options;
  const { hosts = [], memberRoles = [] } = options;
  const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
  const botMay = ViewChannel | SendMessages | ReadMessageHistory;
  const posted: Posted[] = [];
  const forms = new Map<string, { form: APIModalInteractionResponseCallbackData; on: Posted | undefined }>();
  const suggested: { choices: readonly Choice[] } = { choices: [] };
  let count = 0;

  const whereOf = (person: string, spot: Spot): Where => {
    if (spot === 'dm') return { context: 'bot-dm', channel: '300000000000000002', isThread: false, botMay };
    if (spot === 'friends')
      return { context: 'private-channel', channel: '300000000000000003', isThread: false, botMay };
    const may = hosts.includes(person) ? memberMay | PermissionFlagsBits.ManageGuild : memberMay;
    const server = { id: guild, hasBot: true, locale: 'en-US', memberMay: may, memberRoles };
    return { context: 'server', channel: '300000000000000001', isThread, botMay, server };
  };

  function answerFor(person: string, spot: Spot, on: Posted | undefined): Answer {
    let original = on;
    const post = (message: Message, isPrivate: boolean): Posted => {
      count += 1;
      const added = {
        id: String(count),
        components: message.components,
        files: filesOf(message),
        where: placeOf(person, spot),
        ...(isPrivate && { onlyFor: person }),
      };
      posted.push(added);
      return added;
    };
    const change = (message: Message) => {
      if (!original) throw new Error('there is no message to change');
      original.components = message.components;
      original.files = filesOf(message);
    };
    return {
      reply: async (message, to) => void (original = post(message, to.private)),
      update: async (message) => change(message),
      defer: async (to) => void (original = post({ components: [] }, to.private)),
      deferUpdate: async () => undefined,
      edit: async (message) => change(message),
      openForm: async (form) => void forms.set(person, { form, on }),
      choices: async (choices) => void (suggested.choices = choices),
      followUp: async (message, to) => {
        post(message, to.private || keepsPrivate);
        return { keptPrivate: !to.private && keepsPrivate };
      },
    };
  }

  async function does(
    person: string,
    spot: Spot,
    { doing, on }: { doing: Doing; on?: Posted | undefined },
  ): Promise<void> {
    count += 1;
    const id = String(count);
    const actor = { id: ids[person] ?? '', name: person, locale: 'en-GB' };
    await handle(
      { ...doing, id: `4000000000000${id.padStart(5, '0')}`, actor, where: whereOf(person, spot) },
      answerFor(person, spot, on),
    );
  }

  const messageOf = (id: string) => posted.find((message) => message.id === id);

  const transport: Transport = {
    command: (person, spot, asked) => does(person, spot, { doing: { kind: 'command', ...asked } }),
    suggestions: async (person, { path, option, typed }) => {
      await does(person, 'general', {
        doing: { kind: 'autocomplete', path, options: {}, focused: { name: option, typed } },
      });
      return suggested.choices;
    },
    press: (person, spot, { message, customId }) =>
      does(person, spot, { doing: { kind: 'press', customId }, on: messageOf(message) }),
    select: (person, spot, { message, customId, values }) =>
      does(person, spot, { doing: { kind: 'select', customId, values }, on: messageOf(message) }),
    submit: async (person, spot, values) => {
      const open = forms.get(person);
      if (!open) throw new Error(`${person} has no form open`);
      forms.delete(person);
      const doing = {
        kind: 'submit',
        customId: open.form.custom_id,
        values,
        onMessage: open.on !== undefined,
      } as const;
      await does(person, spot, { doing, on: open.on });
    },
    form: (person) => forms.get(person)?.form,
    seen: (person, spot) =>
      posted
        .filter(
          ({ where, onlyFor }) => where === placeOf(person, spot) && (onlyFor === undefined || onlyFor === person),
        )
        .map(({ id, components, files, onlyFor }) => ({ id, components, files, onlyYou: onlyFor !== undefined })),
    until: async (person, spot, fits) => {
      if (!fits(transport.seen(person, spot))) throw new Error(`${person} does not see it`);
    },
  };
  return transport;
}
