import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shortened } from '#text/cut.ts';
import { seededDice } from '#tests/support/dice.ts';
import { monday, openWorld, type World } from '#tests/support/world.ts';
import { answers, endsIt, questionBefore } from './at-a-mock.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

const signals = 'What is in your answer? Tick it';

describe('a mock interview', () => {
  test('goes from question to question, each with its answer, and ends in a scorecard', async () => {
    const { ann } = world;
    await ann.run('/mock start role:care count:3');
    const first = questionBefore(world, ann);
    expect(ann.reads()).toContain('question 1 of 3');
    expect(ann.reads()).not.toContain(first.hint);
    await ann.press('Hint');
    expect(ann.reads()).toContain(first.hint);
    await ann.press('Answer');
    expect(JSON.stringify(ann.form())).toContain('They ask');
    await ann.fill({ answer: 'I sat down beside her first.', rating: '4' });
    expect(ann.reads()).toContain('I sat down beside her first.');
    await ann.choose(signals, ...first.signals.slice(0, 2));
    expect(ann.reads()).toContain(`You found 2 of ${first.signals.length} in it.`);
    await ann.press('Next question');
    await ann.press('Skip');
    await answers(ann, '1');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('Your mock interview is done');
    expect(ann.reads()).toContain(`your rating 4 of 4, 2 of ${first.signals.length} found in it`);
    expect(ann.reads()).toMatch(/2\. .*: skipped/);
    expect(ann.reads()).toContain('2 questions come back');
    expect(ann.reads()).toContain('Worth reading next:');
    expect(ann.files().at(-1)?.name).toBe('scorecard.png');
    expect(await world.rows('acts')).toHaveLength(2);
  });

  test('counts as an interview from three answers on', async () => {
    const { ann } = world;
    for (const count of [2, 3]) {
      await ann.run(`/mock start count:${count}`);
      for (let place = 1; place <= count; place += 1) {
        await answers(ann, '3');
        if (place < count) await ann.press('Next question');
      }
      await ann.press('See how it went');
    }
    expect(ann.reads()).toContain('**1 of 9** mock interviews');
  });

  test('may follow an answer up, and the answer to that is kept with it', async () => {
    const { ann } = world;
    await ann.run('/mock start count:10');
    for (let place = 1; place <= 10 && !ann.reads().includes('They look up and ask'); place += 1) {
      await answers(ann, '3', `Answer ${place}`);
      if (!ann.reads().includes('They look up and ask')) await ann.press('Next question');
    }
    await ann.press('Answer that');
    await ann.fill({ answer: 'It took a week.', rating: '3' });
    expect(ann.reads()).toContain('Then they asked:');
    expect(ann.reads()).toContain('> It took a week.');
    expect(ann.reads()).not.toContain('They look up and ask');
    const kept = await world.rows('answers');
    expect(kept).toContainEqual(expect.objectContaining({ source: 'follow-up', body: 'It took a week.' }));
  });

  test('lets Ann try a question again and shows what she changed', async () => {
    const { ann } = world;
    await ann.run('/mock question');
    await answers(ann, '2', 'I asked why.');
    await ann.press('Try again');
    expect(ann.prefilled('answer')).toBe('I asked why.');
    await ann.fill({ answer: 'I asked why, twice.', rating: '3' });
    expect(ann.reads()).toContain('What you changed');
    const last = (await world.rows('answers')).at(-1) as { readonly retry_of: string | null };
    expect(last.retry_of).not.toBeNull();
  });

  test('knows the last choices, and begins with the settings', async () => {
    const { ann } = world;
    await ann.run('/settings panel');
    await ann.choose('What work are you looking for?', 'Cleaning');
    await ann.run('/mock start kind:salary count:2 timed:true');
    await endsIt(ann);
    await ann.run('/mock start');
    await answers(ann, '3');
    await ann.press('Next question');
    await ann.press('Skip');
    const chosen = expect.objectContaining({ role: 'cleaning', kind: 'salary', timed: 1, count: 2 }) as object;
    expect(await world.rows('mocks')).toEqual([chosen, chosen]);
    await ann.run('/mock start kind:any');
    expect(ann.reads()).toContain('question 1 of 2');
    expect((await world.rows('mocks')).at(-1)).toMatchObject({ role: 'cleaning', kind: null, timed: 1 });
  });

  test('asks nothing twice until its pool is used up', async () => {
    const { ann } = world;
    const pool = world.content.en.questions.filter(({ kind, roles }) => kind === 'conflict' && roles.includes('any'));
    expect(pool.length).toBeGreaterThan(2);
    const seen: string[] = [];
    for (const _ of pool) {
      await ann.run('/mock question kind:conflict');
      seen.push(questionBefore(world, ann).id);
    }
    expect(seen.toSorted()).toEqual(pool.map(({ id }) => id).toSorted());
    await ann.run('/mock question kind:conflict');
    expect(seen).toContain(questionBefore(world, ann).id);
  });
});

describe('an open mock', () => {
  test('is found and offered, and a new one ends it', async () => {
    const { ann } = world;
    await ann.run('/mock start count:4');
    await answers(ann, '3');
    world.clock.now = monday.add({ hours: 30 });
    await ann.run('/mock start count:2');
    expect(ann.reads()).toContain('You have a mock interview open: 1 of 4 questions done');
    await ann.press('Go on');
    expect(ann.reads()).toContain('question 2 of 4');
    await ann.run('/mock start count:2');
    await ann.press('Begin a new one');
    expect(ann.reads()).toContain('question 1 of 2');
    await ann.run('/mock history');
    await ann.choose('Open one', 'Mar 2, 2026 · Mock interview');
    expect(ann.reads()).toContain('not answered');
  });

  test('waits when Ann leaves it, and ends when she wants', async () => {
    const { ann } = world;
    await ann.run('/mock start count:3');
    await answers(ann, '3');
    await ann.press('Next question');
    await ann.press('Stop');
    await ann.press('Leave it open');
    expect(ann.reads()).toContain('It stays open.');
    await ann.run('/mock start');
    await ann.press('Go on');
    await ann.press('Stop');
    await ann.press('End it');
    expect(ann.reads()).toContain('Your mock interview is done');
  });

  test('is the same on two devices: an old card leads to where it stands', async () => {
    const { ann } = world;
    await ann.run('/mock start count:2');
    const old = ann.control('Skip');
    await ann.press('Skip');
    expect(ann.reads()).toContain('question 2 of 2');
    await ann.pressId(old.message, old.customId);
    expect(ann.reads()).toContain('question 2 of 2');
    await answers(ann, '3', 'Once.');
    const again = ann.control('Try again');
    await ann.pressId(again.message, again.customId);
    await ann.fill({ answer: 'Once.', rating: '3' });
    expect(await world.rows('answers')).toHaveLength(1);
  });

  test('a late answer of a timed one is kept, marked, and comes back', async () => {
    const { ann } = world;
    await ann.run('/mock start count:1 timed:true');
    expect(ann.reads()).toMatch(/they are over <t:\d+:R>/);
    world.clock.now = monday.add({ minutes: 4 });
    await answers(ann, '4');
    expect(ann.reads()).toContain('It came after its three minutes.');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('your rating 4 of 4, late');
    expect(await world.rows('recalls')).toHaveLength(1);
  });

  test('goes on when a question went out of the content, or an answer was deleted', async () => {
    const { ann } = world;
    await ann.run('/mock start count:3');
    await answers(ann, '3');
    const [, second] = (await world.rows('mock_questions')) as readonly { readonly question: string }[];
    const { en } = world.content as { en: { questions: readonly { readonly id: string }[] } };
    en.questions = en.questions.filter(({ id }) => id !== second?.question);
    await ann.press('Next question');
    expect(ann.reads()).toContain('question 3 of 3');
    await world.database.db.deleteFrom('answers').execute();
    await ann.press('Skip');
    expect(ann.reads()).toContain('the answer was deleted');
    expect(ann.reads()).toContain('a question that isn’t there any more: skipped');
  });

  test('is nobody else’s', async () => {
    const { ann, ben } = world;
    await ann.run('/mock start count:2');
    const { customId } = ann.control('Skip');
    await ben.run('/mock start count:2');
    const own = ben.control('Skip');
    await ben.pressId(own.message, customId);
    expect(ben.reads()).not.toContain('question 2 of 2');
    expect(await world.rows('recalls')).toEqual([]);
  });
});

describe('what comes back', () => {
  test('is asked in a review, and rests longer when it is known', async () => {
    const { ann } = world;
    await ann.run('/mock review');
    expect(ann.reads()).toContain('Nothing comes back at the moment.');
    await ann.run('/mock start count:3');
    const poor = questionBefore(world, ann).id;
    await answers(ann, '1');
    await ann.press('Next question');
    await answers(ann, '3');
    await ann.press('Next question');
    await answers(ann, '4');
    await ann.run('/mock review');
    expect(ann.reads()).toMatch(/Nothing is due today\. The next question comes back <t:\d+:R>/);
    world.clock.now = monday.add({ hours: 24 });
    await ann.run('/mock review');
    expect(questionBefore(world, ann).id).toBe(poor);
    await answers(ann, '3');
    await ann.press('See how it went');
    expect(ann.reads()).toContain('Your review is done');
    expect(await world.rows('recalls')).toEqual([expect.objectContaining({ item: poor, step: 1, due: '2026-03-06' })]);
  });
});

describe('past mocks', () => {
  test('are listed, opened, looked into, and deleted with their answers', async () => {
    const { ann } = world;
    await ann.run('/mock history');
    expect(ann.reads()).toContain('There are none yet.');
    await ann.run('/mock start role:retail count:2');
    const { question } = questionBefore(world, ann);
    await answers(ann, '3', 'I counted it twice.');
    await ann.press('Next question');
    await ann.press('Skip');
    await ann.press('All mocks');
    await ann.choose('Open one', 'Mar 2, 2026 · Mock interview · Shops and retail');
    await ann.choose('Look at an answer', shortened(question, 100));
    expect(ann.reads()).toContain('I counted it twice.');
    await ann.press('See how it went');
    await ann.press('Delete');
    await ann.press('Keep it');
    await ann.press('Delete');
    await ann.press('Yes, delete it');
    expect(ann.reads()).toContain('It’s gone, and its answers with it.');
    for (const table of ['mocks', 'mock_questions', 'answers'] as const) expect(await world.rows(table)).toEqual([]);
    expect(await world.rows('acts')).toHaveLength(1);
  });
});
