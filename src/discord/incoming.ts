import {
  type APIApplicationCommandInteractionDataOption as Given,
  type APIApplicationCommandAutocompleteInteraction as AutocompleteInteraction,
  type APIApplicationCommandInteraction as CommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction as ComponentInteraction,
  type APIModalSubmitInteraction as SubmitInteraction,
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  Locale,
} from 'discord.js';
import type { FormValue, Incoming, OptionValue, OptionValues, Where } from '#bot/incoming.ts';

const threads: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Reads an interaction as Discord sends it into plain values; undefined for kinds that the bot does not use. */
export function incomingFrom(interaction: APIInteraction): Incoming | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return commandFrom(interaction);
    case InteractionType.ApplicationCommandAutocomplete:
      return autocompleteFrom(interaction);
    case InteractionType.MessageComponent:
      return componentFrom(interaction);
    case InteractionType.ModalSubmit:
      return submitFrom(interaction);
    default:
      return undefined;
  }
}

type Real = Exclude<APIInteraction, { readonly type: InteractionType.Ping }>;

function baseFrom(interaction: Real) {
  const user = interaction.member?.user ?? interaction.user;
  const name = interaction.member?.nick ?? user?.global_name ?? user?.username ?? '';
  const locale = 'locale' in interaction ? interaction.locale : Locale.EnglishUS;
  return { id: interaction.id, actor: { id: user?.id ?? '', name, locale }, where: whereIn(interaction) };
}

const contexts = {
  [InteractionContextType.Guild]: 'server',
  [InteractionContextType.BotDM]: 'bot-dm',
  [InteractionContextType.PrivateChannel]: 'private-channel',
} as const;

function whereIn({ channel, context, guild_id, guild_locale, member, app_permissions }: Real): Where {
  const server = guild_id &&
    member && {
      id: guild_id,
      locale: guild_locale ?? '',
      memberMay: BigInt(member.permissions),
      memberRoles: member.roles,
    };
  return {
    context: contexts[context ?? (guild_id ? InteractionContextType.Guild : InteractionContextType.PrivateChannel)],
    channel: channel?.id ?? '',
    isThread: threads.has(channel?.type),
    botMay: BigInt(app_permissions),
    ...(server && { server }),
  };
}

function commandFrom(interaction: CommandInteraction): Incoming | undefined {
  const base = baseFrom(interaction);
  const { data } = interaction;
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const { path, given } = wordsIn(data);
      return { ...base, kind: 'command', path, options: valuesOf(given) };
    }
    case ApplicationCommandType.User:
      return { ...base, kind: 'user-menu', name: data.name, target: data.target_id };
    case ApplicationCommandType.Message: {
      const message = data.resolved.messages[data.target_id];
      if (!message) return undefined;
      const target = {
        id: message.id,
        channel: message.channel_id,
        author: message.author.id,
        content: message.content,
      };
      return { ...base, kind: 'message-menu', name: data.name, target };
    }
    default:
      return undefined;
  }
}

function autocompleteFrom(interaction: AutocompleteInteraction): Incoming {
  const { path, given } = wordsIn(interaction.data);
  const focused = given.find((option) => 'focused' in option && option.focused);
  const typed = focused && 'value' in focused ? String(focused.value) : '';
  return {
    ...baseFrom(interaction),
    kind: 'autocomplete',
    path,
    options: valuesOf(given),
    focused: { name: focused?.name ?? '', typed },
  };
}

/** The words of a slash command, down to the subcommand, and the options given to the last of them. */
function wordsIn(data: { readonly name: string; readonly options?: readonly Given[] }) {
  const path = [data.name];
  let given: readonly Given[] = data.options ?? [];
  for (let [first] = given; first && isSubcommand(first); [first] = given) {
    path.push(first.name);
    given = ('options' in first ? first.options : undefined) ?? [];
  }
  return { path, given };
}

const isSubcommand = ({ type }: Given): boolean =>
  type === OptionType.Subcommand || type === OptionType.SubcommandGroup;

function valuesOf(given: readonly Given[]): OptionValues {
  const entries = given.flatMap((option) => ('value' in option ? [[option.name, option.value] as const] : []));
  return Object.fromEntries<OptionValue>(entries);
}

function componentFrom(interaction: ComponentInteraction): Incoming {
  const { data } = interaction;
  const base = { ...baseFrom(interaction), customId: data.custom_id };
  if (data.component_type === ComponentType.Button) return { ...base, kind: 'press' };
  return { ...base, kind: 'select', values: data.values };
}

function submitFrom(interaction: SubmitInteraction): Incoming {
  const { custom_id: customId, components } = interaction.data;
  const inputs = components.flatMap((part) => ('component' in part ? [part.component] : []));
  const values = inputs.map((input) => [input.custom_id, formValue(input)] as const);
  return {
    ...baseFrom(interaction),
    kind: 'submit',
    customId,
    values: Object.fromEntries(values),
    onMessage: interaction.message !== undefined,
  };
}

function formValue(input: object): FormValue {
  if ('values' in input && Array.isArray(input.values)) return input.values.map(String);
  const value = 'value' in input ? input.value : undefined;
  return typeof value === 'boolean' ? value : typeof value === 'string' ? value : '';
}
