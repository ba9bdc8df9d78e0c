import { describe, expect, expectTypeOf, test } from 'vitest';
import type { OptionValues } from '#bot/incoming.ts';
import { wordsOf } from '#bot/command.ts';
import { show } from '#bot/reply.ts';
import { asks, ben, picksMessage, picksPerson } from '#tests/support/incoming.ts';
import {
  command,
  commandGroup,
  messageCommand,
  option,
  says,
  smallBot,
  subcommand,
  userCommand,
} from '#tests/support/small-bot.ts';
import { texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test', shop: 'A shop', farm: 'A farm' } });
const about = t.about;
const run = async () => show(says('x'));

const options = {
  text: option.text({ about }),
  choice: option.choice({ about, choices: { shop: t.shop, farm: t.farm } }),
  integer: option.integer({ about, min: 0, max: 9 }),
  number: option.number({ about }),
  boolean: option.boolean({ about }),
  user: option.user({ about }),
  role: option.role({ about }),
  channel: option.channel({ about }),
};

/** What the handler of `/all` gets when Discord sends these values. */
async function got(values: OptionValues): Promise<unknown> {
  let seen: unknown;
  const all = command({
    name: 'all',
    about,
    options,
    run: async ({ options: read }) => {
      expectTypeOf(read.choice).toEqualTypeOf<'shop' | 'farm' | undefined>();
      expectTypeOf(read.integer).toEqualTypeOf<number | undefined>();
      seen = read;
      return show(says('read'));
    },
  });
  expect(await smallBot({ commands: [all] }).answers(asks('all', values))).toEqual(['reply privately: read']);
  return seen;
}

describe('the options of a command', () => {
  test('come as their types say', async () => {
    const values = {
      text: ' any text ',
      choice: 'farm',
      integer: 7,
      number: 0.5,
      boolean: false,
      user: ben.id,
      role: '600000000000000001',
      channel: '300000000000000001',
    };
    expect(await got(values)).toEqual(values);
  });

  test('that nobody gave are undefined, and falsy ones are not nothing', async () => {
    const none = {
      text: undefined,
      choice: undefined,
      number: undefined,
      user: undefined,
      role: undefined,
      channel: undefined,
    };
    expect(await got({ integer: 0, boolean: false })).toEqual({ ...none, integer: 0, boolean: false });
    expect(await got({ text: '' })).toEqual({ ...none, text: '', integer: undefined, boolean: undefined });
  });

  test.each([
    ['a choice that was taken away', { choice: 'mine' }],
    ['a choice called like a word of every object', { choice: 'constructor' }],
    ['a number where a text belongs', { text: 5 }],
    ['a text where a number belongs', { integer: 'five', number: 'half', boolean: 'yes', user: 7 }],
    ['an option that the bot does not know', { old: 'x' }],
  ])('leave out %s', async (_, values) => {
    expect(Object.values((await got(values as OptionValues)) as object).every((value) => value === undefined)).toBe(
      true,
    );
  });

  test('that are required are there for sure', async () => {
    let said: string | undefined;
    const must = command({
      name: 'must',
      about,
      options: { word: option.text({ about, required: true }) },
      run: async ({ options: { word } }) => {
        expectTypeOf(word).toEqualTypeOf<string>();
        said = word;
        return show(says(word));
      },
    });
    await smallBot({ commands: [must] }).answers(asks('must', { word: '' }));
    expect(said).toBe('');
  });
});

describe('commands from menus', () => {
  test('know the person or the message that they are about', async () => {
    const message = { id: '500000000000000001', channel: '300000000000000001', author: ben.id, content: 'Hi' };
    const bot = smallBot({
      commands: [
        userCommand({ name: 'About', run: async ({ target }) => show(says(`about ${target}`)) }),
        messageCommand({
          name: 'About',
          run: async ({ target }) => show(says(`${target.author} wrote ${target.content}`)),
        }),
        command({ name: 'about', about, run: async () => show(says('typed')) }),
      ],
    });
    expect(await bot.answers(picksPerson('About', ben.id))).toEqual([`reply privately: about ${ben.id}`]);
    expect(await bot.answers(picksMessage('About', message))).toEqual([`reply privately: ${ben.id} wrote Hi`]);
    expect(await bot.answers(asks('about'))).toEqual(['reply privately: typed']);
  });
});

test('a command knows all ways to type it', () => {
  const one = subcommand({ about, run });
  expect(wordsOf(command({ name: 'help', about, run }))).toEqual(['help']);
  expect(wordsOf(commandGroup({ name: 'lesson', about, subcommands: { today: one, show: one } }))).toEqual([
    'lesson today',
    'lesson show',
  ]);
});

test('a handler gets the instant, the dice and the words of the person’s language', async () => {
  const seen: unknown[] = [];
  const look = command({
    name: 'look',
    about,
    run: async ({ now, dice, t: say, caller }) => {
      seen.push(now.toString(), dice(), say(t.about), say.command('help'), caller.name, caller.zone);
      return show(says('ok'));
    },
  });
  await smallBot({ commands: [look], dice: () => 0.5 }).answers(asks('look'));
  expect(seen).toEqual(['2026-03-02T09:00:00Z', 0.5, 'A test', '/help', 'Ann', 'UTC']);
});
