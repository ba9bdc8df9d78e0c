import { expect, onTestFinished, test } from 'vitest';
import { describeEachDatabase } from '#tests/support/databases.ts';
import type { Person } from '#tests/support/people.ts';
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

/** A mock of two questions, with everything that can be pressed on the way. */
const wholeMock: readonly Step[] = [
  (ann) => ann.run('/mock start role:retail count:2 timed:true'),
  press('Hint'),
  press('Stop'),
  press('Go on'),
  press('Answer'),
  fill('I counted it again with her.', '2'),
  press('Try again'),
  fill('I counted it again with her, twice.', '3'),
  press('Next question'),
  press('Stop'),
  press('Leave it open'),
  (ann) => ann.run('/mock start'),
  press('Go on'),
  press('Skip'),
  press('All mocks'),
  press('Start a mock'),
];

describeEachDatabase('A whole mock', (_open, { fresh }) => {
  test('goes on after a restart between any two presses, and nothing is lost or said twice', async () => {
    const world = await openWireWorld({ databaseUrl: await fresh() });
    onTestFinished(world.close);
    const { ann } = world;
    for (const step of wholeMock) {
      await step(ann);
      await world.app.stop();
      await world.start();
    }
    expect(ann.reads()).toContain('question 1 of 2');
    const all = ann.readsAll().join('\n');
    expect(all).not.toContain('This interaction failed');
    await ann.run('/mock history');
    await ann.choose('Open one', 'Mar 2, 2026 · Mock interview · Shops and retail');
    expect(ann.reads()).toContain('your rating 3 of 4');
    expect(ann.reads()).toContain('skipped');
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
