import { describe, expect, test } from 'vitest';
import type { Suggest } from '#bot/option.ts';
import { show } from '#bot/reply.ts';
import { types } from '#tests/support/incoming.ts';
import { keptAnswer } from '#tests/support/kept-answer.ts';
import { command, commandGroup, option, says, smallBot, subcommand, type Nothing } from '#tests/support/small-bot.ts';
import { texts } from '#text/text.ts';

const run = async () => show(says('Hello'));
const t = texts('test', { en: { about: 'A test' } });

function offering(suggest: Suggest<Nothing>, parts: Parameters<typeof smallBot>[0] = {}) {
  const options = { word: option.text({ about: t.about, suggest }), plain: option.text({ about: t.about }) };
  const find = subcommand({ about: t.about, options, run });
  return smallBot({
    commands: [
      command({ name: 'find', about: t.about, options, run }),
      commandGroup({ name: 'group', about: t.about, subcommands: { find } }),
    ],
    ...parts,
  });
}

const some = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `name ${i}`, value: `value ${i}` }));

describe('a person who types into an option', () => {
  test('is offered what fits, also in a subcommand', async () => {
    const bot = offering(async ({ typed }) => [{ name: `More than ${typed}`, value: 'more' }]);
    for (const words of ['find', 'group find']) {
      const answer = keptAnswer();
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await bot.answers(types(words, 'word', 'wea'), answer);
      expect(answer.suggested).toEqual([{ name: 'More than wea', value: 'more' }]);
    }
  });

  test('is offered no more than Discord can show: 25 lines, the best first', async () => {
    const answer = keptAnswer();
    await offering(async () => some(40)).answers(types('find', 'word', ''), answer);
    expect(answer.suggested).toEqual(some(25));
  });

  test('is offered long names shortened, never cut through a sign', async () => {
    const answer = keptAnswer();
    const names = ['n'.repeat(100), 'n'.repeat(101), `${'n'.repeat(98)}😀😀`];
    await offering(async () => names.map((name) => ({ name, value: 'v' }))).answers(types('find', 'word', ''), answer);
    expect(answer.suggested.map(({ name }) => name)).toEqual([
      'n'.repeat(100),
      `${'n'.repeat(99)}…`,
      `${'n'.repeat(98)}…`,
    ]);
  });

  test.each([
    ['fails', offering(() => Promise.reject(new Error('broken: secret wish')))],
    [
      'fails at once',
      offering(() => {
        throw new Error('broken: secret wish');
      }),
    ],
    [
      'can’t know who asks',
      offering(async () => some(3), { callerOf: () => Promise.reject(new Error('secret wish')) }),
    ],
  ])('is offered nothing when the bot %s, and the log does not tell what was typed', async (_, bot) => {
    expect(await bot.answers(types('find', 'word', 'secret wish'))).toEqual(['suggest 0']);
    expect(bot.log.lines).toEqual([{ about: expect.anything(), message: 'no suggestions' }]);
    expect(JSON.stringify(bot.log.lines)).not.toContain('secret');
  });

  test.each([
    ['an option without suggestions', types('find', 'plain', 'x')],
    ['an unknown option', types('find', 'constructor', 'x')],
    ['an unknown command', types('lost', 'word', 'x')],
    ['an unknown subcommand', types('group lost', 'word', 'x')],
  ])('gets an empty list for %s', async (_, incoming) => {
    const bot = offering(async () => some(3));
    expect(await bot.answers(incoming)).toEqual(['suggest 0']);
    expect(bot.log.lines).toEqual([]);
  });

  test('loses nothing when the list comes too late for Discord', async () => {
    const bot = offering(async () => some(3));
    const steps = await bot.answers(types('find', 'word', 'x'), keptAnswer({ failing: { choices: 1 } }));
    expect(steps).toEqual(['failed to suggest 3']);
  });

  test('claims nothing: autocomplete is asked at every key', async () => {
    const bot = offering(async () => some(1), { claim: () => Promise.reject(new Error('must not be asked')) });
    expect(await bot.answers(types('find', 'word', 'x'))).toEqual(['suggest 1']);
  });
});
