import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en } from '#lessons/text.en.ts';
import { membersIn } from '#members/store.ts';
import { memberFeatures } from '#src/features.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { ann } from '#tests/support/incoming.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: () => 0.999 });
});
afterEach(() => world.close());

const at = (instant: string) => void (world.clock.now = Temporal.Instant.from(instant));
const acts = () => world.database.db.selectFrom('acts').selectAll().orderBy('at').execute();
const lessons = () => memberFeatures(world.database, world.content).lessons;
const reader = { id: ann.id, language: 'en', zone: 'UTC' } as const;
const all = () => world.content.en.tracks.flatMap(({ lessons: some }) => some);

/** How often Ann practised, and on how many days. */
const practised = async () => {
  const { acts: times, days } = await streaksFrom(world).mine(ann.id, world.clock.now);
  return { times, days };
};

/** Ann lives in a zone, and has told so. */
const livesIn = (zone: string) => membersIn(world.database).setZone(ann.id, zone, world.clock.now);

/** Ann opens a lesson anew and presses that she has got it. */
async function learns(lesson: string, instant: string): Promise<string> {
  at(instant);
  await world.ann.run(`/lesson show lesson:${lesson}`);
  await world.ann.press(en.gotIt);
  return world.ann.reads();
}

describe('Ann has got a lesson', () => {
  test('and the card says how many she has, and lets her go on', async () => {
    const card = await learns('keep-going', '2026-03-02T09:00:00Z');
    expect(card).toContain(en.noted({ track: 'Lessons from failure', learnt: 1, of: 10 }));
    expect(card).toContain(`[${en.gotItToday} (off)]`);
    expect(await learns('keep-applying', '2026-03-02T09:01:00Z')).toContain(
      en.noted({ track: 'Lessons from failure', learnt: 2, of: 10 }),
    );
    expect(await acts()).toMatchObject([
      { member_id: ann.id, kind: 'lesson', item: 'keep-going', day: '2026-03-02' },
      { item: 'keep-applying', day: '2026-03-02' },
    ]);
  });

  test('twice on one day is once, and she is told so', async () => {
    await learns('keep-going', '2026-03-02T00:00:00Z');
    expect(await learns('keep-going', '2026-03-02T23:59:59Z')).toContain(
      en.notedBefore({ track: 'Lessons from failure', learnt: 1, of: 10 }),
    );
    expect(await practised()).toEqual({ times: 1, days: 1 });
  });

  test('pressed on two cards at the same time is once', async () => {
    await world.ann.run('/lesson show lesson:keep-going');
    await world.ann.run('/lesson show lesson:keep-going');
    const pressed = world.ann.seen().map(({ id }) => world.ann.pressId(id, `lesson.learn:${ann.id}:keep-going:idea`));
    await Promise.all(pressed);
    expect(await acts()).toHaveLength(1);
  });

  test('again on the next day counts again, and is still one lesson', async () => {
    await learns('keep-going', '2026-03-02T23:58:00Z');
    expect(await learns('keep-going', '2026-03-03T00:00:00Z')).toContain(
      en.noted({ track: 'Lessons from failure', learnt: 1, of: 10 }),
    );
    expect((await acts()).map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
    expect(await practised()).toEqual({ times: 2, days: 2 });
  });

  test('with a double click is once, at midnight and at three in the morning, too', async () => {
    await learns('keep-going', '2026-03-02T23:59:59Z');
    await learns('keep-going', '2026-03-03T00:00:00Z');
    expect(await practised()).toEqual({ times: 1, days: 1 });
    await learns('keep-going', '2026-03-05T02:59:59Z'); // saves the 4th, whatever became of the 3rd
    await learns('keep-going', '2026-03-05T03:00:00Z');
    expect(await practised()).toEqual({ times: 2, days: 2 });
  });

  test('on the day that it is where she lives', async () => {
    await livesIn('America/Los_Angeles');
    await learns('keep-going', '2026-03-03T07:59:00Z'); // 23:59 on the 2nd
    await learns('keep-going', '2026-03-03T08:01:00Z'); // 00:01 on the 3rd
    await learns('keep-going', '2026-03-04T07:00:00Z'); // still the 3rd
    expect((await acts()).map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-03']);
    expect(await practised()).toEqual({ times: 2, days: 2 });
  });

  test('east of UTC, where it is tomorrow already', async () => {
    await livesIn('Pacific/Kiritimati');
    await learns('keep-going', '2026-03-02T10:30:00Z');
    expect(await acts()).toMatchObject([{ day: '2026-03-03', at: Date.UTC(2026, 2, 2, 10, 30) }]);
  });

  test('on the side of the card that she was reading', async () => {
    await world.ann.run('/lesson show lesson:keep-going');
    await world.ann.press(en.seeExample);
    await world.ann.press(en.gotIt);
    expect(world.ann.reads()).toContain(en.strong);
  });

  test('that has been taken out since: she is told, and shown the way on', async () => {
    await world.ann.run('/lesson show lesson:keep-going');
    const [card] = world.ann.seen();
    await world.ann.pressId(card?.id ?? '', `lesson.learn:${ann.id}:an-old-lesson:idea`);
    expect(world.ann.reads()).toBe('(only you)\nThis lesson isn’t there any more. /lesson browse shows all there are.');
    expect(await acts()).toEqual([]);
  });
});

describe('what Ann learnt', () => {
  test('is hers alone', async () => {
    await learns('keep-going', '2026-03-02T09:00:00Z');
    await world.ben.run('/lesson progress');
    expect(world.ben.reads()).toContain('0 of 10 learnt');
  });

  test('stands in her progress, with the way on', async () => {
    await world.ann.run('/lesson progress');
    expect(world.ann.reads()).toContain(
      '**Lessons from failure**: 0 of 10 learnt\n1. Confident, without showing off\n2.',
    );
    await learns('know-your-weaknesses', '2026-03-02T09:00:00Z');
    await world.ann.run('/lesson progress');
    expect(world.ann.reads()).toContain(
      '**Lessons from failure**: 1 of 10 learnt\n1. Confident, without showing off\n2. Name a real weakness, and your fix (learnt)\n3.',
    );
    await world.ann.press(en.continue);
    expect(world.ann.reads()).toContain('### Confident, without showing off');
  });

  test('decides what comes next', async () => {
    await learns('humble-and-confident', '2026-03-02T09:00:00Z');
    await world.ann.run('/lesson today');
    expect(world.ann.reads()).toContain('### Name a real weakness, and your fix');
  });

  test('keeps her in the track she chose, and leads from a finished track to the next', async () => {
    await learns('no-experience-yet', '2026-03-02T09:00:00Z');
    await world.ann.run('/lesson today');
    expect(world.ann.reads()).toContain('First job · 2 of 2');
    await learns('hours-you-can-work', '2026-03-02T09:01:00Z');
    expect(world.ann.reads()).toContain(en.noted({ track: 'First job', learnt: 2, of: 2 }));
    await world.ann.press(en.next);
    expect(world.ann.reads()).toContain('Staying safe · 1 of 2');
    await world.ann.run('/lesson today');
    expect(world.ann.reads()).toContain('Lessons from failure · 1 of 10');
  });

  test('is counted in every track, with the titles of the one she is in', async () => {
    await learns('open-well', '2026-03-02T09:00:00Z');
    await world.ann.run('/lesson progress');
    expect(world.ann.reads()).toMatchSnapshot();
  });

  test('is no longer offered by chance', async () => {
    const [last, beforeIt] = all().toReversed();
    await learns(last?.id ?? '', '2026-03-02T09:00:00Z');
    await world.ann.run('/lesson random');
    expect(world.ann.reads()).toContain(`### ${beforeIt?.title}`);
    await world.ben.run('/lesson random');
    expect(world.ben.reads()).toContain(`### ${last?.title}`);
  });

  test('comes again, the longest ago first, when there is nothing new', async () => {
    const order = all().toReversed();
    const [last, beforeIt] = order;
    for (const [minute, { id }] of order.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await lessons().learn(reader, id, Temporal.Instant.from('2026-03-02T09:00:00Z').add({ minutes: minute }));
    }
    expect(await lessons().today(reader)).toMatchObject({ again: true, lesson: { id: last?.id } });
    await lessons().learn(reader, last?.id ?? '', Temporal.Instant.from('2026-03-05T09:00:00Z'));
    expect(await lessons().today(reader)).toMatchObject({ again: true, lesson: { id: beforeIt?.id } });
    expect((await lessons().random(reader, () => 0)).lesson.id).toBe('humble-and-confident');
  });
});
