import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  let count = 0;
  world = await openWorld({ dice: () => (count = (count + 0.37) % 1) });
});
afterEach(() => world.close());

const wall = 'I counted the till every night. '.repeat(125).trim();

describe('practising', () => {
  test('Ann practises a lesson’s question, ticks what is in her answer and tries again', async () => {
    const { ann } = world;
    await ann.run('/lesson today');
    await ann.press('Practise it');
    expect(ann.form()).toMatchSnapshot('the form');
    await ann.fill({ answer: 'I am good at finding out why something is slow.', rating: '2' });
    expect(ann.reads()).toMatchSnapshot('what the coach hears in her answer');
    await ann.choose(
      'What is in your answer? Tick it',
      'I name one strength in plain words',
      'I tell a real case that shows it',
    );
    expect(ann.reads()).toContain('You ticked 2 of 5');
    await ann.press('Try again');
    expect(JSON.stringify(ann.form())).toContain('I am good at finding out why something is slow.');
    await ann.fill({
      answer: 'I am good at finding out why a page is slow. Last year I made ours load in two seconds.',
      rating: '3',
    });
    expect(ann.reads()).toMatchSnapshot('what changed');
    await ann.press('Try again');
    await ann.fill({
      answer: 'I am good at finding out why a page is slow. Last year I made ours load in two seconds.',
      rating: '3',
    });
    expect(ann.reads()).toContain('It is the same text as before.');
  });

  const short = [
    [
      'markdown, mentions and links',
      '# Hi **all** @everyone <@1> <#2> [click](https://x.example) https://y.example ||x|| `c` > q',
    ],
    ['another script', '我在超市工作了三年，负责收银。'],
    ['right to left, with an override', 'عملت في متجر \u202Eevil\u202C لمدة سنتين'],
  ] as const;
  const long = [
    ['4,000 characters', wall.slice(0, 4000)],
    ['4,000 marks of markdown', '*'.repeat(4000)],
    ['emoji that stack and join', '👩‍👩‍👧‍👦 z̷̡͎a̶l̵g̴o̸ '.repeat(60)],
  ] as const;

  test.each([...short, ...long])('an answer with %s comes back inert and whole', async (_, body) => {
    const { ann } = world;
    await ann.run('/lesson today');
    await ann.press('Practise it');
    await ann.fill({ answer: body, rating: '1' });
    expect(ann.reads()).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@|(?<!\\)\[click|https:\/\/|\u202E/);
    expect(ann.reads().length).toBeLessThanOrEqual(4000);
    await ann.press('Try again');
    expect(ann.prefilled('answer')).toBe(body);
    await ann.fill({ answer: `${body.slice(0, 3000)} and more`, rating: '1' });
    expect(ann.reads().length).toBeLessThanOrEqual(4000);
    expect((await world.rows('answers')).map((row) => (row as { body: string }).body)).toContain(body);
  });

  test.each(long)('an answer with %s is whole in a file, and so are both tries', async (_, body) => {
    const { ann } = world;
    await ann.run('/lesson today');
    await ann.press('Practise it');
    await ann.fill({ answer: body, rating: '1' });
    expect(ann.files()).toContainEqual({ name: 'your-answer.txt', text: body });
    await ann.press('Try again');
    await ann.fill({ answer: 'Shorter now.', rating: '1' });
    expect(ann.files()).toContainEqual({ name: 'both-tries.txt', text: expect.stringContaining(body) as string });
  });

  test('blanks are not an answer', async () => {
    const { ann } = world;
    await ann.run('/lesson today');
    await ann.press('Practise it');
    await ann.fill({ answer: ' \n ', rating: '1' });
    expect(ann.reads()).toContain('nothing was saved');
    expect(await world.rows('answers')).toEqual([]);
  });

  test('each answer is kept, and counts once a day as practice', async () => {
    const { ann } = world;
    await ann.run('/lesson today');
    for (const answer of ['One.', 'Two.']) {
      await ann.press('Practise it');
      await ann.fill({ answer, rating: '4' });
    }
    expect(await world.rows('answers')).toMatchObject([
      { body: 'One.', rating: 4, retry_of: null, item: 'humble-and-confident' },
      { body: 'Two.', rating: 4 },
    ]);
    expect(await world.rows('acts')).toMatchObject([
      { kind: 'answer', item: 'humble-and-confident', day: '2026-03-02' },
    ]);
  });

  test('Ben can’t open, tick or try again Ann’s answer', async () => {
    const { ann, ben } = world;
    await ann.run('/lesson today');
    await ann.press('Practise it');
    await ann.fill({ answer: 'Mine alone.', rating: '1' });
    const { message, customId } = ann.control('Try again');
    await ben.pressId(message, customId);
    expect(ben.reads()).toContain('is for the person who opened it');
    expect(ben.form()).toBeUndefined();
  });

  test('when the database fails at the very moment of saving, Ann gets her words back', async () => {
    const { ann } = world;
    await ann.run('/lesson today');
    await ann.press('Practise it');
    await world.breakTable('answers');
    await ann.fill({ answer: 'Half an hour of work.', rating: '2' });
    expect(ann.reads()).toContain('Something broke on our side');
    expect(
      ann
        .files()
        .map(({ text }) => text)
        .join(),
    ).toContain('Half an hour of work.');
  });
});
