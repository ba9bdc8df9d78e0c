import {
  ActionRowBuilder,
  ButtonBuilder,
  ChannelSelectMenuBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MentionableSelectMenuBuilder,
  RoleSelectMenuBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  type ChannelType,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { shortened } from '#text/cut.ts';
import type { Message } from './message.ts';

/** The colours that cards carry at their edge. Nothing is ever told by colour alone. */
const accents = { calm: 0x3f7d8c, warm: 0xd98248, bad: 0xb4534b } as const;

/** A message of one card: a bordered container. Discord allows 40 components and 4,000 characters in all. */
export const card = (accent: keyof typeof accents, ...parts: readonly APIComponentInContainer[]): Message => ({
  components: [{ type: ComponentType.Container, accent_color: accents[accent], components: [...parts] }],
});

/** Text in Discord's markdown. What people typed must come through `inert` first. */
export const text = (markdown: string): APITextDisplayComponent =>
  new TextDisplayBuilder().setContent(markdown).toJSON();

/** A thin line between two thoughts. */
export const line = (): APISeparatorComponent =>
  new SeparatorBuilder().setDivider(true).setSpacing(SeparatorSpacingSize.Small).toJSON();

/** One to five buttons side by side: the builders don't count them, so we do. */
export const row = (...buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent> => {
  if (buttons.length === 0 || buttons.length > 5) throw new Error(`a row of ${buttons.length} buttons`);
  return new ActionRowBuilder<ButtonBuilder>().addComponents(buttons.map((one) => new ButtonBuilder(one))).toJSON();
};

type Look = { readonly style?: 'main' | 'plain' | 'danger'; readonly disabled?: boolean };
const styles = { main: ButtonStyle.Primary, plain: ButtonStyle.Secondary, danger: ButtonStyle.Danger } as const;

/** A button that sends `customId`, which a route makes. The label has at most 80 characters, and should fit 20. */
export const button = (
  label: string,
  customId: string,
  { style = 'plain', disabled = false }: Look = {},
): APIButtonComponent =>
  new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(styles[style]).setDisabled(disabled).toJSON();

/** What Discord lets people choose from by itself, without the bot listing it. */
const choosers = {
  users: () => new UserSelectMenuBuilder(),
  roles: () => new RoleSelectMenuBuilder(),
  channels: () => new ChannelSelectMenuBuilder(),
  'users or roles': () => new MentionableSelectMenuBuilder(),
} as const;

type Many = { readonly min?: number; readonly max?: number };

type Chooser = Many & { readonly placeholder: string; readonly types?: readonly ChannelType[] };

/** A list of the server's people, roles or channels (of some types) to choose from; the handler gets their ids. */
export function chooser(of: keyof typeof choosers, customId: string, words: Chooser) {
  const { placeholder, types, min = 1, max = 1 } = words;
  const menu = choosers[of]().setCustomId(customId).setPlaceholder(placeholder).setMinValues(min).setMaxValues(max);
  if (types && menu instanceof ChannelSelectMenuBuilder) menu.setChannelTypes([...types]);
  return new ActionRowBuilder<typeof menu>().addComponents(menu).toJSON();
}

/** One thing to choose: label and description have at most 100 characters each. */
export type Pick = {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly chosen?: boolean;
};

type List = APIActionRowComponent<APIStringSelectComponent>;

/** A list to choose one thing from: 1 to 25 picks. */
export const picks = (customId: string, placeholder: string, options: readonly Pick[]): List =>
  listOf(customId, placeholder, { options, min: 1, max: 1 });

/** A list to choose any number of things from, also none: 1 to 25 picks. */
export const ticks = (customId: string, placeholder: string, options: readonly Pick[]): List =>
  listOf(customId, placeholder, { options, min: 0, max: options.length });

/** A list to choose one or more things from: 1 to 25 picks. */
export const several = (customId: string, placeholder: string, options: readonly Pick[]): List =>
  listOf(customId, placeholder, { options, min: 1, max: options.length });

type Range = { readonly options: readonly Pick[]; readonly min: number; readonly max: number };

function listOf(customId: string, placeholder: string, { options, min, max }: Range): List {
  if (options.length === 0) throw new Error('a list of 0 picks');
  const menu = new StringSelectMenuBuilder().setCustomId(customId).setPlaceholder(placeholder);
  menu.setMinValues(min).setMaxValues(max);
  menu.addOptions(
    options.map(({ chosen, description, ...pick }) => ({
      ...pick,
      ...(description === undefined ? {} : { description }),
      default: chosen ?? false,
    })),
  );
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu).toJSON();
}

/** A picture of the message. `alt` says the same to whoever can't see it, in at most 1,024 characters. */
export const pictureShown = (name: string, alt: string): APIMediaGalleryComponent =>
  new MediaGalleryBuilder()
    .addItems(new MediaGalleryItemBuilder().setURL(`attachment://${name}`).setDescription(shortened(alt, 1024)))
    .toJSON();

/** A file of the message, shown for reading or saving. Its name has letters, digits, hyphens and dots only. */
export const fileShown = (name: string): APIFileComponent => new FileBuilder().setURL(`attachment://${name}`).toJSON();
