import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('reading lessons', () => {
  test('Ann opens today’s lesson, looks at the example and goes on', async () => {
    const { ann } = world;
    await ann.run('/lesson today');
    expect(ann.reads()).toMatchSnapshot('the idea');
    await ann.press('See an example');
    expect(ann.reads()).toMatchSnapshot('the example');
    await ann.press('Next');
    expect(ann.reads()).toMatchSnapshot('the next lesson');
    expect(ann.readsAll()).toHaveLength(1);
  });
});
