import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#tests/support/people.ts';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';

let world: WireWorld;
beforeEach(async () => {
  world = await openWireWorld();
});
afterEach(() => world.close());

/** What Discord allows an app that a member brought along, for each interaction. */
const mostFollowUps = 5;

/** What came of all that Ann did there, for her and for others. */
function cameOf(ann: Person, spot: 'lounge' | 'friends') {
  const { requests, unknownRoutes } = world.playground;
  const posted = requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
  const followUps = posted.filter((path) => /^\/webhooks\/\d+\/[^/]+$/.test(path));
  const most = Math.max(0, ...[...Map.groupBy(followUps, (path) => path).values()].map(({ length }) => length));
  return {
    open: ann.seen().filter(({ onlyYou }) => !onlyYou),
    benSees: world.ben.at(spot).seen(),
    postedToChannels: posted.filter((path) => path.startsWith('/channels/')),
    // Answers that come in time need none; of what comes late a part may follow.
    followUpsAreFew: most <= mostFollowUps,
    answersWereCounted: posted.some((path) => /^\/interactions\/\d+\/[^/]+\/callback$/.test(path)),
    failed: requests.filter(({ status }) => status >= 400),
    unknownRoutes,
  };
}

const hersAlone = {
  open: [],
  benSees: [],
  postedToChannels: [],
  followUpsAreFew: true,
  answersWereCounted: true,
  failed: [],
  unknownRoutes: [],
};

describe.each(['lounge', 'friends'] as const)('Where Ann brings the bot along (%s)', (spot) => {
  test('a whole mock interview, with all that belongs to it, is hers alone', async () => {
    const ann = world.ann.at(spot);
    await ann.run('/mock start role:retail kind:behavioural count:3 timed:true');
    await ann.press('Hint');
    await ann.press('Answer');
    await ann.fill({ answer: 'We talked about it and then it was fine.', rating: '2' });
    await ann.choose('What is in your answer? Tick it', ...firstOffered(ann));
    await ann.press('Counts');
    await ann.press('Try again');
    await ann.fill({ answer: 'I wrote the list myself, and we lost nothing that year.', rating: '3' });
    await ann.press('Next question');
    await ann.press('Skip');
    await ann.press('Answer');
    await ann.fill({ answer: 'I asked first.', rating: '3' });
    await ann.press('See how it went');
    await ann.sees('Your mock interview is done');
    await ann.press('All mocks');
    await ann.choose('Open one', 'Mar 2, 2026 · Mock interview · Shops and retail · Things you have done');
    await ann.press('Delete');
    await ann.press('Yes, delete it');
    await ann.run('/mock review');
    expect(cameOf(ann, spot)).toEqual(hersAlone);
  });

  test('a lesson that she practises is hers alone', async () => {
    const ann = world.ann.at(spot);
    await ann.run('/lesson show lesson:keep-going');
    await ann.press('See an example');
    await ann.press('Practise it');
    await ann.fill({ answer: 'I lost my job in May. Since then I wrote 30 letters.', rating: '2' });
    await ann.choose('What is in your answer? Tick it', ...firstOffered(ann));
    await ann.press('A strong answer');
    await ann.press('Counts');
    await ann.press('Try again');
    await ann.fill({ answer: 'I lost my job in May. Since then I wrote 30 letters, each anew.', rating: '3' });
    await ann.press('Go on');
    await ann.press('I’ve got it');
    await ann.sees('Noted.');
    expect(cameOf(ann, spot)).toEqual(hersAlone);
  });
});

/** The first thing of the checklist before her. */
function firstOffered(ann: Person): readonly string[] {
  const [, list = ''] = /\{What is in your answer\? Tick it: ([^}]+)\}/.exec(ann.reads()) ?? [];
  return list.split(' / ').slice(0, 1);
}
