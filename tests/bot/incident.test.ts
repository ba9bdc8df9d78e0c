import { describe, expect, test } from 'vitest';
import type { Incoming } from '#bot/incoming.ts';
import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import { show, update } from '#bot/reply.ts';
import { field, route } from '#bot/route.ts';
import {
  ann,
  asks,
  ben,
  picksMessage,
  picksPerson,
  presses,
  selects,
  submits,
  types,
} from '#tests/support/incoming.ts';
import { keptAnswer } from '#tests/support/kept-answer.ts';
import {
  command,
  messageCommand,
  option,
  press,
  says,
  select,
  smallBot,
  submit,
  userCommand,
} from '#tests/support/small-bot.ts';
import { texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test', word: 'A word' } });
const wish = form(route('test.wish', {}), { words: input.paragraph() });
const button = route('test.button', { owner: field.snowflake() });
const list = route('test.list', {});
const opened = wish.open({}, { title: 'Wish', inputs: { words: { label: 'Words' } } });
const throwAtOnce = () => {
  throw new Error('at once');
};
const sorry = /^reply privately: Something broke on our side.*the code \*\*[A-Z2-9]{8}\*\*\.$/;

/** A bot all of whose handlers fail with the same error. */
function failingWith(error: unknown, more: Partial<Parameters<typeof smallBot>[0]> = {}) {
  const fail = async () => {
    // oxlint-disable-next-line no-throw-literal -- handlers may throw anything
    throw error;
  };
  const options = {
    word: option.text({ about: t.word, suggest: fail }),
    pay: option.integer({ about: t.word }),
  };
  return smallBot({
    commands: [
      command({ name: 'tell', about: t.about, options, run: fail }),
      userCommand({ name: 'Greet', run: fail }),
      messageCommand({ name: 'Keep', run: fail }),
    ],
    handlers: [press(button, fail), select(list, fail), submit(wish, fail)],
    ...more,
  });
}

const logged = (bot: ReturnType<typeof smallBot>) => JSON.stringify(bot.log.lines);

describe('when a handler has a bug', () => {
  test('the person reads a kind sentence and a number, and finds nothing of the error in it', async () => {
    const bot = failingWith(new TypeError('x.y is not a function'));
    const [said, ...more] = await bot.answers(asks('tell'));
    expect(said).toMatch(sorry);
    expect(said).not.toMatch(/TypeError|x\.y/);
    expect(more).toEqual([]);
  });

  test('the log knows the number, the cause and the place, under no name', async () => {
    let throws = 0;
    const dice = () => (throws++ % 32) / 32;
    const bot = failingWith(new TypeError('x.y is not a function'), { dice });
    const said = (await bot.answers(presses(button.id({ owner: ann.id })))).join();
    const incident = /\*\*(.+)\*\*/.exec(said)?.[1];
    expect(incident).toBe('ABCDEFGH');
    expect(bot.log.lines).toEqual([
      {
        message: 'an interaction failed',
        about: {
          incident,
          who: 'somebody',
          kind: 'press',
          error: expect.objectContaining({
            name: 'TypeError',
            message: 'x.y is not a function',
            at: expect.arrayContaining([expect.stringContaining('incident.test.ts')]),
          }),
        },
      },
    ]);
  });

  test.each([undefined, null, 'a string', 42])('even a thrown %s ends in a sorry', async (thrown) => {
    const [said] = await failingWith(thrown).answers(asks('tell'));
    expect(said).toMatch(sorry);
  });

  test('one that throws before it waits does no harm either', async () => {
    const bot = smallBot({ commands: [command({ name: 'tell', about: t.about, run: throwAtOnce })] });
    expect(await bot.answers(asks('tell'))).toEqual([expect.stringMatching(sorry)]);
  });

  test('a form that opens without having been announced shows at once, not only when it is slow', async () => {
    const bot = smallBot({ commands: [command({ name: 'wish', about: t.about, run: async () => opened })] });
    expect(await bot.answers(asks('wish'))).toEqual([expect.stringMatching(sorry)]);
  });
});

// What people may have typed, and how an error's message may repeat it.
const typed = [
  'I was fired for stealing from the till',
  'pay',
  '7',
  '失业',
  'меня уволили',
  'لقد طردوني',
  '😢😢',
  'first line\n    at my desk (in tears)\nlast line',
];
const quotes: readonly (readonly [string, (words: string) => string])[] = [
  ['whole', (words) => `cannot read “${words}”`],
  ['as JSON', (words) => `bad body {"words":${JSON.stringify(words)}}`],
  ['cut off', (words) => `Unexpected token: ${words.slice(0, 12)}…`],
  ['alone', (words) => words],
];
const message = { id: '500000000000000001', channel: '300000000000000001', author: ben.id };
const ways: readonly (readonly [string, (words: string) => Incoming])[] = [
  ['an option', (words) => asks('tell', { word: words })],
  ['an option while typing', (words) => types('tell', 'word', words)],
  ['a form', (words) => submits(wish.route.id({}), { words })],
  ['a form’s choices', (words) => submits(wish.route.id({}), { words: [words] })],
  ['a message', (words) => picksMessage('Keep', { ...message, content: words })],
  ['their name', (words) => ({ ...asks('tell'), actor: { ...ann, name: words } })],
];

describe('nothing of what was typed stands in the log', () => {
  describe.each(ways)('when it came with %s', (_, incoming) => {
    describe.each(quotes)('and an error repeats it %s:', (__, quote) => {
      test.each(typed)('%j', async (words) => {
        const error = new Error(quote(words));
        const bot = failingWith(error);
        await bot.answers(incoming(words));
        expect(bot.log.lines).toHaveLength(1);
        expect(tellsOf(bot, words)).toBe(false);
      });
    });

    test('and an error beneath the error repeats it', async () => {
      const [words = ''] = typed;
      const beneath = Object.assign(new TypeError(`Received type string ('${words}')`), {
        code: 'ERR_INVALID_ARG_TYPE',
      });
      const bot = failingWith(new Error('could not save', { cause: beneath }));
      await bot.answers(incoming(words));
      expect(tellsOf(bot, words)).toBe(false);
      expect(logged(bot)).toContain('could not save');
    });

    test('and an error carries it along', async () => {
      const [words = ''] = typed;
      const bot = failingWith(Object.assign(new Error('no'), { requestBody: words, params: [words], input: words }));
      await bot.answers(incoming(words));
      expect(tellsOf(bot, words)).toBe(false);
    });
  });

  test('a number that was typed stays out too', async () => {
    const bot = failingWith(new Error('31250 is out of range'));
    await bot.answers(asks('tell', { pay: 31_250 }));
    expect(logged(bot)).not.toContain('31250');
  });

  test('nor do the ids of people', async () => {
    const bot = failingWith(new Error(`no row for ${ann.id} or ${ben.id}`));
    await bot.answers(presses(button.id({ owner: ann.id })));
    await bot.answers(picksPerson('Greet', ben.id));
    await bot.answers(selects('test.list', ben.id));
    await bot.answers(picksMessage('Keep', { ...message, content: '' }));
    expect(bot.log.lines).toHaveLength(4);
    expect(logged(bot)).not.toMatch(new RegExp(`${ann.id}|${ben.id}`));
  });
});

/** Whether a line of the log holds the words, or five characters of them in a row. The rest of a line is never words. */
function tellsOf(bot: ReturnType<typeof smallBot>, words: string): boolean {
  const kept = JSON.parse(logged(bot)) as readonly {
    readonly about: { readonly error: Readonly<Record<string, unknown>> };
  }[];
  const text = kept.map(({ about: { error } }) => textOf(error)).join('\n');
  const pieces = Array.from({ length: Math.max(1, words.length - 4) }, (_, start) => words.slice(start, start + 5));
  return pieces.some((piece) => text.includes(piece));
}

/** All that an error left in the log, but for the lines that say where in the code it was. */
function textOf({ at, cause, ...rest }: Readonly<Record<string, unknown>>): string {
  const places = (at as readonly string[] | undefined)?.filter((place) => !/^at .*\.ts:\d+:\d+\)?$/.test(place)) ?? [];
  const own = [
    ...places.filter((place) => !/^at .*(node:|node_modules|<anonymous>|new Promise)/.test(place)),
    ...Object.values(rest),
  ];
  return own.join('\n') + (cause ? textOf(cause as Readonly<Record<string, unknown>>) : '');
}

describe('when the answer can’t be delivered', () => {
  const hello = command({ name: 'hello', about: t.about, run: async () => show(says('Hello')) });

  test('a second attempt says sorry', async () => {
    const bot = smallBot({ commands: [hello] });
    const steps = await bot.answers(asks('hello'), keptAnswer({ failing: { reply: 1 } }));
    expect(steps).toEqual(['failed to reply privately: Hello', expect.stringMatching(sorry)]);
    expect(bot.log.lines).toHaveLength(1);
  });

  test('and neither can the sorry, the log has both and nothing is thrown', async () => {
    const bot = smallBot({ commands: [hello] });
    const steps = await bot.answers(asks('hello'), keptAnswer({ failing: { reply: 9 } }));
    expect(steps).toHaveLength(2);
    expect(bot.log.lines).toHaveLength(2);
  });

  test('the card that was pressed was changed, but not the note beside it: sorry comes after it', async () => {
    const both = press(list, async () => ({ ...update(says('Changed')), ...show(says('Note')) }));
    const bot = smallBot({ handlers: [both] });
    const steps = await bot.answers(presses('test.list'), keptAnswer({ failing: { followUp: 1 } }));
    expect(steps).toEqual([
      'update: Changed',
      'failed to follow up privately: Note',
      expect.stringMatching(/^follow up privately: Some/),
    ]);
  });
});

const down = () => Promise.reject(new Error('down'));

describe('when the database is down', () => {
  test.each([
    ['to say who calls', { callerOf: down }],
    ['to say whether it is the first time', { claim: down }],
    ['at all', { callerOf: down, claim: down }],
  ])('%s, people hear sorry and nothing runs', async (_, parts) => {
    let ran = 0;
    const run = async () => show(says(`ran ${++ran}`));
    const bot = smallBot({ commands: [command({ name: 'hello', about: t.about, run })], ...parts });
    expect(await bot.answers(asks('hello'))).toEqual([expect.stringMatching(sorry)]);
    expect(ran).toBe(0);
  });
});
