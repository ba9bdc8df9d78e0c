import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en } from '#lessons/text.en.ts';
import type { RestFault } from '#playground/faults/faults.ts';
import { en as practice } from '#practice/text.en.ts';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';
import { keptRows, lockedFor, ofEverybody, stillThinking } from './bad-weather.ts';

let world: WireWorld;
beforeEach(async () => {
  world = await openWireWorld();
  for (const person of [world.ann, world.ben, world.hana]) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that each has a card
    await person.run('/lesson today');
  }
});
afterEach(async () => {
  await world.close();
});

const first = /\/callback$/;
const later = /^\/webhooks\//;

/** The database is busy for longer than a direct answer may take, and everybody asks for something. */
async function everybodyAsks(lockMs: number): Promise<void> {
  const { ann, ben, hana, databaseUrl } = world;
  await hana.press('Practise it');
  const answer = { answer: 'I ask when I don’t know.', rating: '3' };
  await Promise.all([
    lockedFor(databaseUrl, lockMs),
    ann.run('/lesson show lesson:humble-and-confident'),
    ben.press('I’ve got it'),
    hana.fill(answer),
  ]);
  await ann.sees('1 of 10');
  await ben.sees('You know 1');
  await hana.sees(practice.answered);
  expect(stillThinking(world.playground)).toEqual([]);
  expect(keptRows(databaseUrl)).toMatchObject({
    acts: ['answer humble-and-confident', 'lesson humble-and-confident'],
    answers: [answer.answer],
  });
}

describe('when answers are late and the way back is bad, nobody waits for good and nothing is kept twice', () => {
  const ways = {
    'a server error': { kind: 'error', status: 503 },
    'server errors that last': { kind: 'error', times: 14 },
    'connections cut off': { kind: 'reset', times: 3 },
    'responses lost': { kind: 'lost', times: 3 },
    'slow answers': { kind: 'slow', ms: 300, times: 3 },
    'a rate limit': { kind: 'limited', ms: 200, times: 3 },
  } as const satisfies Record<string, Omit<RestFault, 'path'>>;

  test.each(Object.entries(ways))('%s', async (_, way) => {
    world.playground.faults.rest({ path: later, ...way });
    await everybodyAsks(1_000);
    expect(world.playground.faults.struck.length).toBeGreaterThan(0);
  });

  test('a deferral arrived, its response was lost, and then the line was dead for a while', async () => {
    const { faults } = world.playground;
    faults.rest({ path: first, kind: 'slow', ms: 1 }); // the form that opens
    const forms = faults.struck.length;
    faults.rest({ path: first, kind: 'lost', times: 3 });
    faults.rest({ path: first, kind: 'reset', times: 12 });
    await everybodyAsks(2_600);
    expect(faults.struck.length).toBe(forms + 16);
  });
});

describe('what Ann shares is never posted twice', () => {
  const unsure = en.postedPerhaps;
  const ways = {
    'a server error': [{ kind: 'error', status: 502 }, unsure, 0],
    'a cut connection': [{ kind: 'reset' }, unsure, 0],
    'a lost response': [{ kind: 'lost' }, unsure, 1],
    'a rate limit': [{ kind: 'limited', ms: 200 }, en.posted, 1],
    'a slow answer': [{ kind: 'slow', ms: 500 }, en.posted, 1],
  } as const;

  test.each(Object.entries(ways))('%s: she is told what is known', async (_, [way, told, posted]) => {
    const { ann, playground } = world;
    await ann.press('Share');
    playground.faults.rest({ method: 'POST', path: later, ...way });
    await ann.press('Post it here');
    await ann.sees(told);
    expect(ofEverybody(playground)).toHaveLength(posted);
    expect(playground.faults.struck).toHaveLength(1);
  });

  test('when it surely was not posted, she can share it again', async () => {
    const { ann, ben, playground } = world;
    await ann.press('Share');
    playground.faults.rest({ method: 'POST', path: later, kind: 'reset' });
    await ann.press('Post it here');
    await ann.sees(unsure);
    await ann.run('/lesson today');
    await ann.press('Share');
    await ann.press('Post it here');
    await ann.sees(en.posted);
    await ben.press('Read it privately');
    expect(ofEverybody(playground)).toHaveLength(1);
  });

  test('the card that says so meets bad weather: it comes all the same', async () => {
    const { ann, playground } = world;
    await ann.press('Share');
    playground.faults.rest({ method: 'PATCH', path: later, kind: 'lost', times: 2 });
    await ann.press('Post it here');
    await ann.sees(en.posted);
    expect(ofEverybody(playground)).toHaveLength(1);
  });
});

describe('Ann presses on before the bot knows that its answer arrived', () => {
  test.each(['Next', 'See an example'])('%s: she is not sent back', async (button) => {
    const { ann, app, playground } = world;
    const pressedOn = Promise.withResolvers<void>();
    const { faults } = playground;
    const holdTheRetry = () => {
      const path = new RegExp(faults.struck[0]?.what.replace('POST ', '') ?? '');
      faults.rest({ path, kind: 'slow', ms: 1, onStrike: () => pressedOn.promise });
    };
    faults.rest({ path: first, kind: 'lost', onStrike: holdTheRetry });
    await ann.press(button);
    await ann.press('I’ve got it');
    await ann.sees('You know 1');
    const shown = ann.reads();
    pressedOn.resolve();
    await app.stop();
    expect(faults.struck.map(({ kind }) => kind)).toEqual(['lost', 'slow']);
    expect(ann.reads()).toBe(shown);
    await world.start();
  });
});
