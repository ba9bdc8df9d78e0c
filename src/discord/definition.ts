import { ContextMenuCommandBuilder, SlashCommandBuilder, SlashCommandSubcommandBuilder } from '@discordjs/builders';
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type AnyAction, type Command, contextsOf } from '#bot/command.ts';
import type { Option } from '#bot/option.ts';
import { languages, type Text } from '#text/text.ts';

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** A command as Discord wants to know it. */
export function definitionOf<F>(command: Command<F>): Definition {
  const { name, needs } = command;
  const builder = command.kind === 'slash' ? slashBuilder(command) : menuBuilder(command);
  builder
    .setName(name)
    .setContexts(...contextsOf(command))
    .setIntegrationTypes(
      command.only === 'server'
        ? [ApplicationIntegrationType.GuildInstall]
        : [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    );
  if (needs) builder.setDefaultMemberPermissions(PermissionFlagsBits[needs]);
  const definition = builder.toJSON();
  if (command.kind !== 'slash') return definition;
  return { ...definition, type: ApplicationCommandType.ChatInput, options: optionsOf(command.actions) } as Definition;
}

const slashBuilder = ({ name, about }: { readonly name: string; readonly about: Text }) =>
  new SlashCommandBuilder()
    .setName(name)
    .setDescription(saidIn(about, 'en'))
    .setDescriptionLocalizations(translationsOf(about));

const menuBuilder = ({ kind }: { readonly kind: 'user-menu' | 'message-menu' }) =>
  new ContextMenuCommandBuilder().setType(
    kind === 'user-menu' ? ApplicationCommandType.User : ApplicationCommandType.Message,
  );

function optionsOf<F>(actions: Readonly<Record<string, AnyAction<F>>>): APIApplicationCommandOption[] {
  const alone = actions[''];
  if (alone) return optionsOfAction(alone);
  return Object.entries(actions).map(([name, action]) => {
    const head = new SlashCommandSubcommandBuilder()
      .setName(name)
      .setDescription(saidIn(action.about, 'en'))
      .setDescriptionLocalizations(translationsOf(action.about));
    return { ...head.toJSON(), options: optionsOfAction(action) as never };
  });
}

/** Discord wants required options first. */
const optionsOfAction = <F>({ options }: AnyAction<F>): APIApplicationCommandOption[] =>
  Object.entries(options)
    .toSorted(([, a], [, b]) => Number(b.required) - Number(a.required))
    .map(([name, option]) => optionOf(name, option));

function optionOf<F>(name: string, option: Option<unknown, F>): APIApplicationCommandOption {
  const { type, about, required, choices, min, max, channels, suggest } = option;
  const [low, high] = type === OptionType.String ? ['min_length', 'max_length'] : ['min_value', 'max_value'];
  const drawn = {
    type,
    name,
    description: saidIn(about, 'en'),
    description_localizations: translationsOf(about),
    required,
    ...(min !== undefined && { [low]: min }),
    ...(max !== undefined && { [high]: max }),
    ...(channels && { channel_types: channels }),
    ...(suggest && { autocomplete: true }),
    ...(choices && { choices: Object.entries(choices).map(([value, label]) => choiceOf(value, label)) }),
  };
  return drawn as APIApplicationCommandOption;
}

const choiceOf = (value: string, label: Text) => ({
  name: saidIn(label, 'en'),
  name_localizations: translationsOf(label),
  value,
});

const saidIn = (text: Text, language: 'en'): string => String(text.said[language]);

/** Discord's names of our languages. English is everybody's default already. */
const translationsOf = (text: Text) =>
  Object.fromEntries(
    languages.filter((language) => language !== 'en').map((language) => [language, text.said[language]]),
  );
