import { fc, test as property } from '@fast-check/vitest';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { refuse } from '#bot/refusal.ts';
import { show, update } from '#bot/reply.ts';
import { field, route } from '#bot/route.ts';
import {
  ann,
  asks,
  ben,
  inBotDm,
  inServer,
  picksMessage,
  picksPerson,
  presses,
  selects,
  submits,
} from '#tests/support/incoming.ts';
import {
  command,
  commandGroup,
  messageCommand,
  option,
  press,
  says,
  smallBot,
  subcommand,
  userCommand,
} from '#tests/support/small-bot.ts';
import { type Text, texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test', choice: 'A choice' } });
// A text as it will be when the bot has learnt a second language.
const full = {
  key: 'test.full',
  said: { en: ({ max }: { max: number }) => `Full: ${max}.`, es: ({ max }: { max: number }) => `Lleno: ${max}.` },
} as Text<{ readonly max: number }>;

const hello = async () => show(says('Hello'));
const message = { id: '500000000000000001', channel: '300000000000000001', author: ben.id, content: 'Hi' };
const card = route('test.card', { owner: field.snowflake() });

const bot = smallBot({
  commands: [
    command({ name: 'hello', about: t.about, run: hello }),
    command({ name: 'rules', about: t.about, needs: 'ManageGuild', run: hello }),
    commandGroup({ name: 'group', about: t.about, subcommands: { one: subcommand({ about: t.about, run: hello }) } }),
    command({ name: 'full', about: t.about, run: () => Promise.reject(refuse(full, { max: 4 })) }),
    command({
      name: 'must',
      about: t.about,
      options: { word: option.text({ about: t.choice, required: true }) },
      run: hello,
    }),
    userCommand({ name: 'Warn', needs: 'ModerateMembers', run: hello }),
    messageCommand({ name: 'Pin', needs: 'ManageMessages', run: hello }),
  ],
  handlers: [press(card, async () => update(says('Hello again')))],
});

const may = (...names: readonly (keyof typeof PermissionFlagsBits)[]) => ({
  ...inServer,
  server: {
    id: '200000000000000001',
    locale: 'en-US',
    memberMay: names.reduce((all, name) => all | PermissionFlagsBits[name], 0n),
    memberRoles: [],
  },
});

const answered = async (incoming: Parameters<typeof bot.answers>[0]) => (await bot.answers(incoming)).join('\n');

describe('a person whose Discord is behind the bot', () => {
  test.each(['goodbye', 'group two', 'group', 'hello one', 'group constructor', 'toString'])(
    'types the unknown /%s and is shown the way on',
    async (words) => {
      expect(await answered(asks(words))).toMatch(
        /^reply privately: The bot doesn’t know this command any more.*\/help/,
      );
    },
  );

  test('picks an unknown command from a menu and is shown the way on', async () => {
    expect(await answered(picksPerson('Greet', ben.id))).toContain('doesn’t know this command');
    expect(await answered(picksMessage('Warn', message))).toContain('doesn’t know this command');
  });

  test.each(['old.button:1', 'test.card', 'test.card:x', `test.card:${ann.id}:1`, '', ':', 'constructor', '__proto__'])(
    'presses the old button “%s” and is shown the way on',
    async (id) => {
      const kind = /^reply privately: This card is from an older version.*Nothing is lost.*\/help/;
      expect(await answered(presses(id))).toMatch(kind);
      expect(await answered(selects(id, 'a'))).toMatch(kind);
      expect(await answered(submits(id))).toMatch(kind);
    },
  );

  property.prop([fc.string({ unit: 'binary', maxLength: 100 })])(
    'presses anything at all and gets an answer',
    async (id) => {
      expect(await answered(presses(id))).toMatch(/^reply privately: This card is from an older version/);
    },
  );
});

describe('a card that is somebody’s own', () => {
  test('obeys its owner', async () => {
    expect(await answered(presses(card.id({ owner: ann.id })))).toBe('update: Hello again');
  });

  test('tells Ben kindly, and only Ben, that it is not his', async () => {
    const said = await answered({ ...presses(card.id({ owner: ann.id })), actor: ben });
    expect(said).toBe('reply privately: This card is for the person who opened it. Type /help to get one of your own.');
  });
});

describe('a command for those who look after the server', () => {
  test('runs for a member who may', async () => {
    expect(await answered({ ...asks('rules'), where: may('ManageGuild', 'SendMessages') })).toBe(
      'reply privately: Hello',
    );
    expect(await answered({ ...picksPerson('Warn', ben.id), where: may('ModerateMembers') })).toContain('Hello');
    expect(await answered({ ...picksMessage('Pin', message), where: may('ManageMessages') })).toContain('Hello');
  });

  test('says which permission is missing, though Discord offered it', async () => {
    const where = may('SendMessages', 'ManageRoles');
    expect(await answered({ ...asks('rules'), where })).toMatch(
      /^reply privately: This needs the permission “Manage Server”/,
    );
    expect(await answered({ ...picksPerson('Warn', ben.id), where })).toContain('“Moderate Members”');
    expect(await answered({ ...picksMessage('Pin', message), where })).toContain('“Manage Messages”');
  });

  test('is for nobody where there is no server', async () => {
    expect(await answered({ ...asks('rules'), where: inBotDm })).toContain('This needs the permission');
  });
});

describe('a refusal', () => {
  test('is said in the language of the person', async () => {
    const spanish = smallBot({
      commands: [command({ name: 'full', about: t.about, run: () => Promise.reject(refuse(full, { max: 4 })) })],
      callerOf: async ({ actor, where }) => ({ ...actor, where, language: 'es' as 'en', zone: 'UTC' }),
    });
    expect(await spanish.answers(asks('full'))).toEqual(['reply privately: Lleno: 4.']);
    expect(await answered(asks('full'))).toBe('reply privately: Full: 4.');
  });

  test('is no incident: nothing is logged', async () => {
    const quiet = smallBot({});
    await quiet.answers(asks('nothing'));
    await quiet.answers(presses('old'));
    expect(quiet.log.lines).toEqual([]);
  });
});

test('a required option that did not come is our mistake, not the person’s', async () => {
  expect(await answered(asks('must'))).toMatch(/^reply privately: Something broke on our side/);
});

test('two commands, or two buttons, of one name do not start', () => {
  const twice = command({ name: 'hello', about: t.about, run: hello });
  expect(() => smallBot({ commands: [twice, twice] })).toThrow('declared twice: slash hello');
  const pressed = press(card, async () => update(says('x')));
  expect(() => smallBot({ handlers: [pressed, pressed] })).toThrow('declared twice: press test.card');
});
