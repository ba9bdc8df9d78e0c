import {
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  LabelBuilder,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders';
import { TextInputStyle } from 'discord-api-types/v10';
import type { FormValue, Snowflake } from './incoming.ts';

/** What a form says beside one input. Discord's limits: label 45 characters, description and placeholder 100. */
export type Saying = {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** What stands in the input already. */
  readonly value?: string;
  /** The label of each thing to choose, by its value. */
  readonly choices?: Readonly<Record<string, string>>;
};

/** One input of a form: how it is drawn and what its value is. */
export type Input<V> = {
  draw(id: string, saying: Saying): LabelBuilder;
  read(value: FormValue | undefined): V;
};

type Length = { readonly min?: number; readonly max?: number; readonly required?: boolean };

const label = ({ label: text, description }: Saying) => {
  const builder = new LabelBuilder().setLabel(text);
  return description === undefined ? builder : builder.setDescription(description);
};

const texts = (style: TextInputStyle, { min, max = 4000, required = true }: Length): Input<string> => ({
  draw: (id, saying) => {
    const box = new TextInputBuilder().setCustomId(id).setStyle(style).setMaxLength(max).setRequired(required);
    if (min !== undefined) box.setMinLength(min);
    if (saying.placeholder !== undefined) box.setPlaceholder(saying.placeholder);
    if (saying.value !== undefined) box.setValue(saying.value);
    return label(saying).setTextInputComponent(box);
  },
  read: (value) => (typeof value === 'string' ? value : ''),
});

const choicesOf = ({ choices = {} }: Saying) =>
  Object.entries(choices).map(([value, text]) => ({ value, label: text }));
const idsIn = (value: FormValue | undefined): readonly Snowflake[] => (Array.isArray(value) ? value : []);
type Many = { readonly min?: number; readonly max?: number };

/** The inputs a form can have. What comes back is read leniently: missing things are empty. */
export const input = {
  /** One line of text. */
  line: (length: Length = {}) => texts(TextInputStyle.Short, length),
  /** Text of several lines, up to 4,000 characters. */
  paragraph: (length: Length = {}) => texts(TextInputStyle.Paragraph, length),
  /** Exactly one of 2 to 10 things, all in sight. */
  one: (): Input<string | undefined> => ({
    draw: (id, saying) =>
      label(saying).setRadioGroupComponent(new RadioGroupBuilder().setCustomId(id).addOptions(choicesOf(saying))),
    read: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  }),
  /** Any of 1 to 10 things, all in sight. */
  several: ({ min = 0, max }: Many = {}): Input<readonly string[]> => ({
    draw: (id, saying) => {
      const group = new CheckboxGroupBuilder().setCustomId(id).addOptions(choicesOf(saying)).setMinValues(min);
      if (max !== undefined) group.setMaxValues(max);
      return label(saying).setCheckboxGroupComponent(group.setRequired(min > 0));
    },
    read: idsIn,
  }),
  /** A single box to tick. */
  tick: (): Input<boolean> => ({
    draw: (id, saying) => label(saying).setCheckboxComponent(new CheckboxBuilder().setCustomId(id)),
    read: (value) => value === true,
  }),
  /** A list that folds open: some of 1 to 25 things. */
  pick: ({ min = 1, max = 1 }: Many = {}): Input<readonly string[]> => ({
    draw: (id, saying) => {
      const menu = new StringSelectMenuBuilder().setCustomId(id).setMinValues(min).setMaxValues(max);
      return label(saying).setStringSelectMenuComponent(menu.addOptions(choicesOf(saying)).setRequired(min > 0));
    },
    read: idsIn,
  }),
  users: ({ min = 1, max = 1 }: Many = {}): Input<readonly Snowflake[]> => ({
    draw: (id, saying) =>
      label(saying).setUserSelectMenuComponent(
        new UserSelectMenuBuilder()
          .setCustomId(id)
          .setMinValues(min)
          .setMaxValues(max)
          .setRequired(min > 0),
      ),
    read: idsIn,
  }),
  roles: ({ min = 1, max = 1 }: Many = {}): Input<readonly Snowflake[]> => ({
    draw: (id, saying) =>
      label(saying).setRoleSelectMenuComponent(
        new RoleSelectMenuBuilder()
          .setCustomId(id)
          .setMinValues(min)
          .setMaxValues(max)
          .setRequired(min > 0),
      ),
    read: idsIn,
  }),
  channels: ({ min = 1, max = 1 }: Many = {}): Input<readonly Snowflake[]> => ({
    draw: (id, saying) =>
      label(saying).setChannelSelectMenuComponent(
        new ChannelSelectMenuBuilder()
          .setCustomId(id)
          .setMinValues(min)
          .setMaxValues(max)
          .setRequired(min > 0),
      ),
    read: idsIn,
  }),
};
