import { expect, onTestFinished, test } from 'vitest';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { seededDice } from '#tests/support/dice.ts';
import type { Person } from '#tests/support/people.ts';
import { controlsOf } from '#tests/support/transcript.ts';
import { openWireWorld } from '#tests/support/wire-world.ts';

type Step = (ann: Person) => Promise<void>;
const press =
  (label: string): Step =>
  (ann) =>
    ann.press(label);
const fill =
  (answer: string, rating: string): Step =>
  (ann) =>
    ann.fill({ answer, rating });

/** Chance that falls low: then every answer is followed up. */
function diceForFollowUps(): () => number {
  const dice = seededDice();
  return () => dice() / 2;
}

const checklist = 'What is in your answer? Tick it';

/** The first thing of a list before her. */
function listed(ann: Person, list: string): readonly string[] {
  const controls = ann.seen().flatMap(controlsOf);
  return Object.keys(controls.findLast(({ name }) => name === list)?.values ?? {}).slice(0, 1);
}

const tick: Step = (ann) => ann.choose(checklist, ...listed(ann, checklist));

const mock = 'Mar 2, 2026 · Mock interview';

/** A mock of two questions, with everything that can be pressed on the way; then another that is ended, opened and deleted. */
const wholeMock: readonly Step[] = [
  (ann) => ann.run('/mock start role:retail count:2 timed:true'),
  press('Hint'),
  press('Stop'),
  press('Go on'),
  press('Answer'),
  fill('I counted it again with her.', '2'),
  tick,
  press('Try again'),
  fill('I counted it again with her, twice.', '3'),
  tick,
  press('Answer that'),
  fill('About ten minutes, all in all.', '3'),
  press('Counts'),
  press('Next question'),
  press('Stop'),
  press('Leave it open'),
  (ann) => ann.run('/mock start'),
  press('Go on'),
  press('Skip'),
  press('All mocks'),
  press('Start a mock'),
  (ann) => ann.run('/mock start role:cleaning'),
  press('Begin a new one'),
  press('Skip'),
  press('Stop'),
  press('End it'),
  press('All mocks'),
  (ann) => ann.choose('Open one', `${mock} · Cleaning`),
  press('Delete'),
  press('Keep it'),
  press('Delete'),
  press('Yes, delete it'),
];

describeEachDatabase('A whole mock', (_open, { fresh }) => {
  test('goes on after a restart between any two presses, and nothing is lost or said twice', async () => {
    const world = await openWireWorld({ databaseUrl: await fresh(), dice: diceForFollowUps() });
    onTestFinished(world.close);
    const { ann } = world;
    for (const step of wholeMock) {
      await step(ann);
      await world.app.stop();
      await world.start();
    }
    const all = ann.readsAll().join('\n');
    expect(all).not.toContain('This interaction failed');
    expect(all).toContain('Only counts: they say nothing about good or bad');
    expect(all).toContain('It’s gone, and its answers with it.');
    await ann.run('/mock history');
    await ann.choose('Open one', `${mock} · Shops and retail`);
    const { 0: first, 1: second } = ann.reads().split('\n2. ');
    expect(first).toMatch(/your rating 3 of 4, 1 of \d found in it/);
    expect(second).toContain('skipped');
    expect(ann.reads()).not.toContain('more question');
    await ann.choose('Look at an answer', ...listed(ann, 'Look at an answer'));
    expect(ann.reads()).toContain('About ten minutes, all in all.');
    expect(world.playground.unknownRoutes).toEqual([]);
  });

  test('works in a direct message, and its answers never need a follow-up message', async () => {
    const world = await openWireWorld({ databaseUrl: await fresh() });
    onTestFinished(world.close);
    const alone = world.ann.at('dm');
    await alone.run('/mock start count:2');
    for (const label of ['Next question', 'See how it went']) {
      await alone.press('Answer');
      await alone.fill({ answer: 'I asked first.', rating: '3' });
      await alone.press(label);
    }
    expect(alone.reads()).toContain('Your mock interview is done');
    const followUps = world.playground.requests.filter(
      ({ method, path }) => method === 'POST' && /^\/webhooks\/\d+\/[^/]+$/.test(path),
    );
    expect(followUps).toEqual([]);
  });
});
