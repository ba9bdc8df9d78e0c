import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import { refuse } from '#bot/refusal.ts';
import { announce, show, update } from '#bot/reply.ts';
import { field, route } from '#bot/route.ts';
import { asks, inBotDm, picksPerson, presses, selects, submits } from '#tests/support/incoming.ts';
import { keptAnswer } from '#tests/support/kept-answer.ts';
import { command, press, says, select, smallBot, submit, userCommand } from '#tests/support/small-bot.ts';
import { texts } from '#text/text.ts';

const t = texts('test', { en: { about: 'A test', no: 'There is no place left.' } });

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const after = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

// Each handler takes as long as the test says.
let takes = 0;
const takingTime =
  <R>(reply: () => R) =>
  async () => {
    await after(takes);
    return reply();
  };
const wish = form(route('form.wish', { page: field.int(9) }), { words: input.line() });
const opened = wish.open({ page: 1 }, { title: 'Your wish', inputs: { words: { label: 'Words' } } });
const no = () => {
  throw refuse(t.no);
};
const route1 = (name: string) => route(name, {});
const list = route1('test.list');

const bot = () =>
  smallBot({
    commands: [
      command({ name: 'hello', about: t.about, run: takingTime(() => show(says('Hello'))) }),
      command({ name: 'full', about: t.about, run: takingTime(no) }),
      command({ name: 'wish', about: t.about, opensForm: true, run: takingTime(() => opened) }),
      userCommand({ name: 'Greet', run: takingTime(() => show(says('Greeted'))) }),
      userCommand({ name: 'Wish', opensForm: true, run: takingTime(() => opened) }),
    ],
    handlers: [
      press(
        route1('test.show'),
        takingTime(() => show(says('A note'))),
      ),
      press(
        route1('test.turn'),
        takingTime(() => update(says('Other side'))),
      ),
      press(
        route1('test.both'),
        takingTime(() => ({ ...update(says('Other side')), ...show(says('A note')) })),
      ),
      press(route1('test.full'), takingTime(no)),
      press(
        route1('test.wish'),
        takingTime(() => opened),
        { opensForm: true },
      ),
      press(
        route1('test.post'),
        takingTime(() =>
          announce(says('Post'), { done: says('Done'), keptPrivate: says('Kept'), unsure: says('Perhaps') }),
        ),
      ),
      select(
        list,
        takingTime(() => update(says('Chosen'))),
      ),
      submit(
        wish,
        takingTime(() => update(says('Wished'))),
      ),
    ],
  });

/** What Discord saw of one interaction whose handler took a while. */
async function seen(ms: number, incoming: Parameters<ReturnType<typeof bot>['hears']>[0], answer = keptAnswer()) {
  takes = ms;
  const { hears, idle } = bot();
  hears(incoming, answer);
  await pass(ms);
  await idle();
  return answer.steps;
}

const direct = 699;
const slow = 701;

describe('a person who types a command', () => {
  test('gets the answer at once, privately, when it is quick', async () => {
    expect(await seen(direct, asks('hello'))).toEqual(['reply privately: Hello']);
  });

  test('sees that the bot is thinking, privately, then the answer, when it is slow', async () => {
    expect(await seen(slow, asks('hello'))).toEqual(['defer privately', 'edit: Hello']);
    expect(await seen(slow, picksPerson('Greet', '100000000000000002'))).toEqual(['defer privately', 'edit: Greeted']);
  });

  test('is told no in private, whether it took long or not', async () => {
    expect(await seen(0, asks('full'))).toEqual(['reply privately: There is no place left.']);
    expect(await seen(slow, asks('full'))).toEqual(['defer privately', 'edit: There is no place left.']);
  });

  test('sees the deferral before three seconds are over, and only one however long it takes', async () => {
    takes = 60_000;
    const { hears, idle } = bot();
    const { steps } = hears(asks('hello'));
    await pass(2_999);
    expect(steps).toEqual(['defer privately']);
    await pass(57_001);
    await idle();
    expect(steps).toEqual(['defer privately', 'edit: Hello']);
  });
});

describe('while Discord is slow to take the deferral', () => {
  test.each([
    [asks('hello'), ['defer privately', 'edit: Hello']],
    [presses('test.turn'), ['defer the update', 'edit: Other side']],
  ])('the answer waits for it (%#)', async (incoming, steps) => {
    takes = slow;
    const answer = keptAnswer();
    const { hears, idle } = bot();
    const late =
      <W extends readonly unknown[]>(way: (...with_: W) => Promise<void>) =>
      async (...given: W) => {
        await after(500);
        await way(...given);
      };
    hears(incoming, { ...answer, defer: late(answer.defer), deferUpdate: late(answer.deferUpdate) });
    await pass(slow);
    expect(answer.steps).toEqual([]);
    await pass(500);
    await idle();
    expect(answer.steps).toEqual(steps);
  });
});

describe('a person who presses a button', () => {
  test('sees the card change', async () => {
    expect(await seen(direct, presses('test.turn'))).toEqual(['update: Other side']);
    expect(await seen(slow, presses('test.turn'))).toEqual(['defer the update', 'edit: Other side']);
  });

  test('gets a private message and the card stays as it was', async () => {
    expect(await seen(direct, presses('test.show'))).toEqual(['reply privately: A note']);
    expect(await seen(slow, presses('test.show'))).toEqual(['defer the update', 'follow up privately: A note']);
  });

  test('gets both, the card first', async () => {
    const note = 'follow up privately: A note';
    expect(await seen(direct, presses('test.both'))).toEqual(['update: Other side', note]);
    expect(await seen(slow, presses('test.both'))).toEqual(['defer the update', 'edit: Other side', note]);
  });

  test('is told no in private and the card stays as it was', async () => {
    expect(await seen(0, presses('test.full'))).toEqual(['reply privately: There is no place left.']);
    expect(await seen(slow, presses('test.full'))).toEqual([
      'defer the update',
      'follow up privately: There is no place left.',
    ]);
  });

  test('can choose from a list the same way', async () => {
    expect(await seen(direct, selects('test.list', 'a'))).toEqual(['update: Chosen']);
    expect(await seen(slow, selects('test.list', 'a'))).toEqual(['defer the update', 'edit: Chosen']);
  });
});

describe('a person who opens a form', () => {
  test('sees it, also when it takes longer than other answers may', async () => {
    for (const incoming of [asks('wish'), presses('test.wish'), picksPerson('Wish', '100000000000000002')]) {
      // oxlint-disable-next-line no-await-in-loop -- one person after another
      expect(await seen(1_999, incoming)).toEqual(['open the form Your wish']);
    }
  });

  test('is asked to press once more when it is too late for a form, and the late form stays away', async () => {
    const once = 'reply privately: That took too long to open. Nothing is lost. Please try once more.';
    expect(await seen(2_001, presses('test.wish'))).toEqual([once]);
    expect(await seen(2_001, asks('wish'))).toEqual([once]);
  });

  test('and sends it from a card sees the card change', async () => {
    const sent = submits(wish.route.id({ page: 1 }), { words: 'more time' });
    expect(await seen(direct, sent)).toEqual(['update: Wished']);
    expect(await seen(slow, sent)).toEqual(['defer the update', 'edit: Wished']);
  });

  test('and sends it from a command gets a private message', async () => {
    const sent = { ...submits(wish.route.id({ page: 1 })), onMessage: false };
    expect(await seen(direct, sent)).toEqual(['reply privately: Wished']);
    expect(await seen(slow, sent)).toEqual(['defer privately', 'edit: Wished']);
  });
});

describe('a person who posts something for everybody', () => {
  test('sees the post, and then the pressed card tells that it is done', async () => {
    const steps = ['defer the update', 'follow up openly: Post', 'edit: Done'];
    expect(await seen(direct, presses('test.post'))).toEqual(steps);
    expect(await seen(slow, presses('test.post'))).toEqual(steps);
  });

  test('is told when Discord kept it private', async () => {
    const answer = keptAnswer({ keepsPrivate: true });
    expect(await seen(0, presses('test.post'), answer)).toEqual([
      'defer the update',
      'follow up openly: Post',
      'edit: Kept',
    ]);
  });

  test('hears sorry in private when the post fails, and the card does not say that it is done', async () => {
    const answer = keptAnswer({ failing: { followUp: 1 } });
    expect(await seen(0, presses('test.post'), answer)).toEqual([
      'defer the update',
      'failed to follow up openly: Post',
      expect.stringMatching(/^follow up privately: Something broke/),
    ]);
  });
});

describe('in a direct message with the bot', () => {
  test.each([0, slow])('nothing is marked as private, so that it stays (%i ms)', async (ms) => {
    for (const incoming of [asks('hello'), asks('full'), presses('test.both'), presses('test.show')]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const steps = await seen(ms, { ...incoming, where: inBotDm });
      expect(steps.join('\n')).not.toContain('privately');
    }
    expect(await seen(slow, { ...asks('hello'), where: inBotDm })).toEqual(['defer openly', 'edit: Hello']);
  });
});
