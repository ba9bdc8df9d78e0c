import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { ApplicationCommandOptionType as Type, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { show } from '#bot/reply.ts';
import { commands } from '#commands/index.ts';
import { type Definition, definitionOf } from '#discord/definition.ts';
import {
  command,
  commandGroup,
  messageCommand,
  option,
  says,
  subcommand,
  userCommand,
} from '#tests/support/small-bot.ts';
import { texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test', shop: 'A shop', farm: 'A farm' } });
const { about } = t;
const run = async () => show(says('x'));
const suggest = async () => [];
/** What the schema says against a definition. It wants permissions as a number; Discord's documents, as a text. */
const problemsOf = ({ default_member_permissions: permissions, ...rest }: Definition) => {
  if (permissions !== undefined) expect(permissions).toMatch(/^\d+$/);
  return ApplicationCommandUpdateRequestSchema.safeParse(rest).error;
};

const all = command({
  name: 'all',
  about,
  needs: 'ManageGuild',
  options: {
    text: option.text({ about, min: 2, max: 50 }),
    found: option.text({ about, suggest }),
    choice: option.choice({ about, choices: { shop: t.shop, farm: t.farm } }),
    integer: option.integer({ about, min: 0, max: 9 }),
    number: option.number({ about, max: 0.5 }),
    boolean: option.boolean({ about }),
    user: option.user({ about, required: true }),
    role: option.role({ about }),
    channel: option.channel({ about, channels: [ChannelType.GuildText] }),
  },
  run,
});

describe('our commands', () => {
  test.each(commands.map((one) => [one.name, one] as const))('/%s is one that Discord takes', (_, one) => {
    expect(problemsOf(definitionOf(one))).toBeUndefined();
  });
});

describe('a definition', () => {
  test('with every kind of option is one that Discord takes', () => {
    expect(problemsOf(definitionOf(all))).toBeUndefined();
  });

  test('has what is required first, as Discord wants it, and the rest in order', () => {
    const { options } = definitionOf(all) as {
      readonly options: readonly { readonly name: string; readonly required: boolean }[];
    };
    expect(options.map(({ name }) => name)).toEqual([
      'user',
      'text',
      'found',
      'choice',
      'integer',
      'number',
      'boolean',
      'role',
      'channel',
    ]);
    expect(options.filter(({ required }) => required)).toHaveLength(1);
  });

  test('says of each option what may be given', () => {
    const definition = definitionOf(all);
    const options = new Map('options' in definition ? definition.options?.map((one) => [one.name, one]) : []);
    expect(options.get('text')).toMatchObject({
      type: Type.String,
      description: 'A test',
      min_length: 2,
      max_length: 50,
    });
    expect(options.get('found')).toMatchObject({ autocomplete: true });
    expect(options.get('choice')).toMatchObject({
      type: Type.String,
      choices: [
        { name: 'A shop', value: 'shop' },
        { name: 'A farm', value: 'farm' },
      ],
    });
    expect(options.get('integer')).toMatchObject({ type: Type.Integer, min_value: 0, max_value: 9 });
    expect(options.get('number')).toMatchObject({ type: Type.Number, max_value: 0.5 });
    expect(options.get('channel')).toMatchObject({ type: Type.Channel, channel_types: [ChannelType.GuildText] });
    expect([...options.values()].map(({ type }) => type)).toEqual([6, 3, 3, 3, 4, 10, 5, 8, 7]);
  });

  test('is offered everywhere, in servers and to whoever brings the bot along', () => {
    expect(definitionOf(command({ name: 'any', about, run }))).toMatchObject({
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    });
  });

  test('for servers alone is offered there alone', () => {
    const only = definitionOf(userCommand({ name: 'Warn', only: 'server', needs: 'ModerateMembers', run }));
    expect(problemsOf(only)).toBeUndefined();
    expect(only).toMatchObject({
      type: 2,
      contexts: [0],
      integration_types: [0],
      default_member_permissions: String(PermissionFlagsBits.ModerateMembers),
    });
    expect(only).not.toHaveProperty('options');
  });

  test('of a group has its subcommands', () => {
    const sub = subcommand({ about: t.shop, options: { word: option.text({ about }) }, run });
    const group = definitionOf(commandGroup({ name: 'group', about, subcommands: { one: sub, two: sub } }));
    expect(problemsOf(group)).toBeUndefined();
    expect(group).toMatchObject({
      type: 1,
      options: [
        { type: Type.Subcommand, name: 'one', description: 'A shop', options: [{ name: 'word' }] },
        { type: Type.Subcommand, name: 'two' },
      ],
    });
  });

  test('of a message’s menu may have a name of words, a typed command may not', () => {
    expect(definitionOf(messageCommand({ name: 'Keep as a story', run }))).toMatchObject({
      type: 3,
      name: 'Keep as a story',
    });
    expect(() => definitionOf(command({ name: 'Two words', about, run }))).toThrow(/Invalid/);
  });
});
