import { ComponentType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import { field, route } from '#bot/route.ts';
import { incomingFrom } from '#discord/incoming.ts';
import { autocompleteOf, commandIn, componentOf, ping, submitOf } from './payloads.ts';

const help = { name: 'help' };

describe('who does something, and where,', () => {
  test('is read in a server, with what they and the bot may do', () => {
    const { actor, where, id } = incomingFrom(commandIn('server', help)) ?? {};
    expect(id).toBe('400000000000000001');
    expect(actor).toEqual({ id: '100000000000000001', name: 'Ann K.', locale: 'es-ES' });
    expect(where).toEqual({
      context: 'server',
      channel: '300000000000000001',
      isThread: false,
      botMay: PermissionFlagsBits.SendMessages,
      server: { id: '200000000000000001', locale: 'fr', memberMay: 2_248_473_465_835_073n, memberRoles: [] },
    });
  });

  test('is read in a thread, by the name that the server knows', () => {
    expect(incomingFrom(commandIn('thread', help))).toMatchObject({
      actor: { name: 'Annie' },
      where: { channel: '310000000000000001', isThread: true, botMay: PermissionFlagsBits.SendMessagesInThreads },
    });
  });

  test('is read in a server that Ann brought the bot along to', () => {
    expect(incomingFrom(commandIn('foreignServer', help))).toMatchObject({
      actor: { id: '100000000000000001' },
      where: { context: 'server', server: { id: '210000000000000001', locale: '' }, botMay: 0n },
    });
  });

  test('is read in a direct message with the bot and in a group, where there is no server', () => {
    const [dm, group] = [incomingFrom(commandIn('botDm', help)), incomingFrom(commandIn('group', help))];
    expect(dm).toMatchObject({
      actor: { name: 'Ann K.' },
      where: { context: 'bot-dm', channel: '330000000000000001' },
    });
    expect(group).toMatchObject({ actor: { name: 'ann_k' }, where: { context: 'private-channel' } });
    expect([dm?.where, group?.where].some((where) => where && 'server' in where)).toBe(false);
  });
});

describe('a typed command', () => {
  test('is its words and nothing else', () => {
    expect(incomingFrom(commandIn('server', help))).toMatchObject({ kind: 'command', path: ['help'], options: {} });
  });

  test('has its options as plain values', () => {
    const options = [
      { type: 3, name: 'text', value: 'any' },
      { type: 4, name: 'integer', value: 0 },
      { type: 5, name: 'boolean', value: false },
      { type: 6, name: 'user', value: '100000000000000002' },
      { type: 10, name: 'number', value: 0.5 },
      { type: 11, name: 'file', value: '800000000000000001' },
    ];
    expect(incomingFrom(commandIn('server', { ...help, options }))).toMatchObject({
      options: {
        text: 'any',
        integer: 0,
        boolean: false,
        user: '100000000000000002',
        number: 0.5,
        file: '800000000000000001',
      },
    });
  });

  test('goes down to its subcommand, in a group too', () => {
    const show = { type: 1, name: 'show', options: [{ type: 3, name: 'lesson', value: 'x' }] };
    const flat = incomingFrom(commandIn('botDm', { name: 'lesson', options: [show] }));
    const nested = incomingFrom(
      commandIn('server', { name: 'server', options: [{ type: 2, name: 'tips', options: [show] }] }),
    );
    const bare = incomingFrom(commandIn('server', { name: 'lesson', options: [{ type: 1, name: 'today' }] }));
    expect(flat).toMatchObject({ path: ['lesson', 'show'], options: { lesson: 'x' } });
    expect(nested).toMatchObject({ path: ['server', 'tips', 'show'], options: { lesson: 'x' } });
    expect(bare).toMatchObject({ path: ['lesson', 'today'], options: {} });
  });

  test('that is being typed tells which option is typed into', () => {
    const show = {
      type: 1,
      name: 'show',
      options: [
        { type: 4, name: 'page', value: 2 },
        { type: 3, name: 'lesson', value: 'wea', focused: true },
      ],
    };
    expect(incomingFrom(autocompleteOf({ name: 'lesson', options: [show] }))).toMatchObject({
      kind: 'autocomplete',
      path: ['lesson', 'show'],
      options: { page: 2, lesson: 'wea' },
      focused: { name: 'lesson', typed: 'wea' },
    });
  });
});

describe('a command from a menu', () => {
  test('of a person has the person', () => {
    const data = { name: 'Invite to a session', type: 2, target_id: '100000000000000002' };
    expect(incomingFrom(commandIn('server', data))).toMatchObject({
      kind: 'user-menu',
      name: 'Invite to a session',
      target: '100000000000000002',
    });
  });

  test('of a message has the message, and is nothing when Discord left it out', () => {
    const id = '500000000000000001';
    const message = {
      id,
      channel_id: '300000000000000001',
      author: { id: '100000000000000002' },
      content: 'My answer',
      embeds: [],
    };
    const data = { name: 'Keep', type: 3, target_id: id };
    expect(incomingFrom(commandIn('server', { ...data, resolved: { messages: { [id]: message } } }))).toMatchObject({
      kind: 'message-menu',
      target: { id, channel: '300000000000000001', author: '100000000000000002', content: 'My answer' },
    });
    expect(incomingFrom(commandIn('server', { ...data, resolved: { messages: {} } }))).toBeUndefined();
  });
});

describe('a control', () => {
  test('is a press when it is a button', () => {
    const read = incomingFrom(componentOf({ component_type: ComponentType.Button, custom_id: 'a:1' }));
    expect(read).toMatchObject({ kind: 'press', customId: 'a:1' });
  });

  test.each([
    ['texts', ComponentType.StringSelect],
    ['users', ComponentType.UserSelect],
    ['roles', ComponentType.RoleSelect],
    ['users and roles', ComponentType.MentionableSelect],
    ['channels', ComponentType.ChannelSelect],
  ])('is a selection when it is a list of %s', (_, type) => {
    const read = incomingFrom(componentOf({ component_type: type, custom_id: 'a', values: ['1', '2'], resolved: {} }));
    expect(read).toMatchObject({ kind: 'select', customId: 'a', values: ['1', '2'] });
  });
});

describe('a form', () => {
  const label = (component: object) => ({ type: ComponentType.Label, id: 1, component });
  const components = [
    { type: ComponentType.TextDisplay, id: 9 },
    label({ type: ComponentType.TextInput, id: 2, custom_id: 'words', value: 'I sold\nbread' }),
    label({ type: ComponentType.RadioGroup, id: 3, custom_id: 'one', value: 'shop' }),
    label({ type: ComponentType.CheckboxGroup, id: 4, custom_id: 'several', values: ['a', 'b'] }),
    label({ type: ComponentType.Checkbox, id: 5, custom_id: 'tick', value: true }),
    label({ type: ComponentType.StringSelect, id: 6, custom_id: 'pick', values: ['x'] }),
    label({ type: ComponentType.UserSelect, id: 7, custom_id: 'users', values: ['100000000000000002'] }),
    label({ type: ComponentType.FileUpload, id: 8, custom_id: 'files', values: ['800000000000000001'] }),
  ];
  const values = {
    words: 'I sold\nbread',
    one: 'shop',
    several: ['a', 'b'],
    tick: true,
    pick: ['x'],
    users: ['100000000000000002'],
    files: ['800000000000000001'],
  };

  test('opened from a command has all its values', () => {
    expect(incomingFrom(submitOf(components))).toMatchObject({
      kind: 'submit',
      customId: 'test.form:1',
      values,
      onMessage: false,
    });
  });

  test('opened from a card knows so', () => {
    expect(incomingFrom(submitOf([], { message: { id: '500000000000000001' } }))).toMatchObject({
      values: {},
      onMessage: true,
    });
  });

  test('that was left empty reads as empty to its handler', () => {
    const wish = form(route('test.form', { page: field.int(9) }), {
      words: input.line({ required: false }),
      one: input.one(),
      several: input.several(),
      tick: input.tick(),
    });
    const read = incomingFrom(
      submitOf([
        label({ type: ComponentType.TextInput, custom_id: 'words', value: '' }),
        label({ type: ComponentType.RadioGroup, custom_id: 'one', value: null }),
        label({ type: ComponentType.CheckboxGroup, custom_id: 'several', values: [] }),
        label({ type: ComponentType.Checkbox, custom_id: 'tick', value: false }),
      ]),
    );
    expect(read?.kind === 'submit' && wish.read(read.values)).toEqual({
      words: '',
      one: undefined,
      several: [],
      tick: false,
    });
  });
});

test('what is no doing of a person is nothing', () => {
  expect(incomingFrom(ping())).toBeUndefined();
  expect(incomingFrom(commandIn('server', { name: 'launch', type: 4 }))).toBeUndefined();
});
