import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shortened } from '#text/cut.ts';
import { seededDice } from '#tests/support/dice.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

const doubtful =
  'I don’t know, I’m probably not what you are looking for. I’m not very good at this, sorry. Others will have better examples.';
const plain =
  'I count stock well. Last year my counts were right in eleven months of twelve, and Ana checked the twelfth.';

describe('the coach in practice', () => {
  test('speaks after the own rating, quotes Ann’s words, and leads to a lesson', async () => {
    const { ann } = world;
    await ann.run('/lesson show lesson:humble-and-confident');
    await ann.press('Practise it');
    await ann.fill({ answer: doubtful, rating: '2' });
    expect(ann.reads()).toMatch(/\*\*“.*probably not what you are looking for/);
    expect(ann.reads()).toContain('*Try:*');
    expect(ann.reads()).toContain('I only read words.');
    expect(ann.reads().length).toBeLessThan(2_000);
    await ann.press('Confident, without showing off');
    expect(ann.reads()).toContain('Why interviewers care');
  });

  test('tells which findings went away when Ann tries again', async () => {
    const { ann } = world;
    await ann.run('/lesson show lesson:humble-and-confident');
    await ann.press('Practise it');
    await ann.fill({ answer: doubtful, rating: '2' });
    await ann.press('Try again');
    await ann.fill({ answer: plain, rating: '3' });
    expect(ann.reads()).toContain('no more “words that take it back”');
  });

  test('shows a strong answer and counts when Ann asks', async () => {
    const { ann } = world;
    await ann.run('/lesson show lesson:humble-and-confident');
    await ann.press('Practise it');
    await ann.fill({ answer: plain, rating: '2' });
    await ann.press('A strong answer');
    expect(ann.reads()).toContain('Somebody else’s strong answer');
    await ann.press('Counts');
    expect(ann.reads()).toContain('**20 words**');
    expect(ann.reads()).toContain('“I” shows your part');
  });

  test('keeps nothing of an answer that asks for other help, says so, and says where there is help', async () => {
    const { ann } = world;
    await ann.run('/lesson show lesson:humble-and-confident');
    await ann.press('Practise it');
    await ann.fill({ answer: 'Honestly I want to die.', rating: '1' });
    expect(ann.reads()).toContain('I’m glad you wrote this.');
    expect(ann.reads()).toContain('Samaritans');
    expect(ann.reads()).toContain('I kept nothing of what you wrote');
    expect(await world.rows('answers')).toEqual([]);
    expect(await world.rows('acts')).toEqual([]);
    const files = await world.files();
    expect(files.some((bytes) => bytes.includes('Honestly I want to die'))).toBe(false);
    await ann.press('Go on');
    expect(ann.reads()).toContain('Why interviewers care');
  });

  test('keeps a first try when the second one asks for other help', async () => {
    const { ann } = world;
    await ann.run('/lesson show lesson:humble-and-confident');
    await ann.press('Practise it');
    await ann.fill({ answer: plain, rating: '2' });
    await ann.press('Try again');
    await ann.fill({ answer: 'My husband hits me, that is why I am late.', rating: '1' });
    expect(ann.reads()).toContain('it isn’t your fault');
    expect(await world.rows('answers')).toHaveLength(1);
  });

  test('says kindly that it reads only English, and leaves the checklist', async () => {
    const { ann } = world;
    await ann.run('/lesson show lesson:humble-and-confident');
    await ann.press('Practise it');
    await ann.fill({
      answer: 'Trabajé tres años en una tienda y siempre ayudé a los clientes con las tallas.',
      rating: '3',
    });
    expect(ann.reads()).toContain('I only read English so far');
    expect(ann.reads()).toContain('What is in your answer? Tick it');
  });
});

describe('the coach in a mock', () => {
  test('speaks on the answered card, on the scorecard without a total, and when a question is tried again', async () => {
    const { ann } = world;
    await ann.run('/mock start kind:weakness count:1');
    await ann.press('Answer');
    await ann.fill({ answer: 'I am a perfectionist. I work too hard and care too much about details.', rating: '3' });
    expect(ann.reads()).toMatch(/perfectionist/);
    expect(ann.reads()).toContain('*Try:*');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('look at: a strength in disguise');
    expect(ann.reads()).not.toMatch(/\btotal\b|%/i);
    const [asked] = (await world.rows('answers')) as readonly { readonly question: string }[];
    await ann.choose('Look at an answer', shortened(asked?.question ?? '', 100));
    await ann.press('Try again');
    await ann.fill({
      answer: 'I forget names. In May I used the wrong one twice, so now I write them on a card every morning.',
      rating: '3',
    });
    expect(ann.reads()).toContain('no more “a strength in disguise”');
  });

  test('keeps nothing of an answer that asks for other help, and the question waits', async () => {
    const { ann } = world;
    await ann.run('/mock start count:2');
    await ann.press('Answer');
    await ann.fill({ answer: 'I don’t want to live anymore.', rating: '1' });
    expect(ann.reads()).toContain('I’m glad you wrote this.');
    expect(await world.rows('answers')).toEqual([]);
    await ann.press('Go on');
    expect(ann.reads()).toContain('question 1 of 2');
  });

  test('asks for what the answer lacks', async () => {
    const { ann } = world;
    await ann.run('/mock start role:retail kind:behavioural count:5');
    const asked: boolean[] = [];
    for (let isOpen = true; isOpen;) {
      const read = ann.reads();
      const question = world.content.en.questions.find((one) => read.includes(one.question));
      await ann.press('Answer');
      await ann.fill({ answer: 'We are a good team and we always help each other with everything.', rating: '2' });
      const follow = question?.followUps.find(({ ask }) => ann.reads().includes(ask));
      const seeks = question?.followUps.map((one) => one.seeks) ?? [];
      const lacks = seeks.some((one) =>
        ['result', 'action', 'number', 'example', 'own-part', 'task', 'learning'].includes(one),
      );
      if (follow && lacks) asked.push(follow.seeks !== 'reason');
      isOpen = /\[\*?Next question\]/.test(ann.reads());
      if (isOpen) await ann.press('Next question');
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.every(Boolean)).toBe(true);
  });
});
