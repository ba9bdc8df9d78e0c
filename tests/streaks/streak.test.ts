import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { membersIn } from '#members/store.ts';
import { streakRoutes } from '#streaks/routes.ts';
import { en } from '#streaks/text.en.ts';
import { seededDice } from '#tests/support/dice.ts';
import { ann as annHerself, ben as benHimself } from '#tests/support/incoming.ts';
import type { Person } from '#tests/support/people.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ dice: seededDice() });
});
afterEach(() => world.close());

/** Somebody practises now, and again after each of these many days. */
async function practises(person: Person, days = 1): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    if (day > 0) passes({ hours: 24 });
    await person.run('/lesson show lesson:keep-going');
    await person.press('I’ve got it');
  }
}

const passes = (duration: Temporal.DurationLike): void => {
  world.clock.now = world.clock.now.add(duration);
};

const reads = async (command: string, person = world.ann): Promise<string> => {
  await person.run(command);
  return person.reads();
};

describe('Ann’s own streak', () => {
  test('is told in words, and by a picture that says the same', async () => {
    await practises(world.ann, 9);
    const told = await reads('/streak me');
    expect(told).toMatchSnapshot();
    const [file] = world.ann.files().slice(-1);
    expect(file?.name).toBe('year.png');
    expect(file?.text.slice(1, 4)).toBe('PNG');
  });

  test('is held against the weekly goal that she chose', async () => {
    await membersIn(world.database).change(annHerself.id, { goal: 2 });
    await practises(world.ann);
    expect(await reads('/streak me')).toContain('Your goal: 1 of 2 days this week');
    passes({ hours: 24 });
    await practises(world.ann);
    expect(await reads('/streak me')).toContain('Your goal of 2 days a week is reached');
    passes({ hours: 7 * 24 });
    expect(await reads('/streak me')).toContain('Your goal: 0 of 2 days this week');
  });

  test('stays open until tomorrow’s small hours, then ends without a word of blame', async () => {
    await practises(world.ann, 2);
    passes({ hours: 24 + 17 }); // Wednesday, 02:00
    expect(await reads('/streak me')).toContain('Today is still open.');
    passes({ hours: 2 });
    const told = await reads('/streak me');
    expect(told).toContain('No streak is running.');
    expect(told).toContain('Your longest so far: 2 days');
  });

  test('goes on when one lesson saves yesterday after midnight and is done again that evening', async () => {
    const goesOver = async (time: string) => {
      world.clock.now = Temporal.Instant.from(time);
      await practises(world.ann);
    };
    await goesOver('2026-03-02T09:00:00Z');
    await goesOver('2026-03-04T00:30:00Z'); // counts for Tuesday
    await goesOver('2026-03-04T20:00:00Z');
    passes({ hours: 15 }); // Thursday, 11:00
    const told = await reads('/streak me');
    expect(told).toContain('3 days');
    expect(told).toContain('Practised 3 times on 3 days in all');
  });

  test('counts each day on which she did the same lesson, once she has told where she lives', async () => {
    world.clock.now = Temporal.Instant.from('2026-03-03T01:00:00Z'); // Monday afternoon in Los Angeles
    await practises(world.ann);
    passes({ hours: 22 }); // Tuesday afternoon, and the same day by UTC
    await practises(world.ann);
    expect(await reads('/streak me')).toContain('Practised once on 1 day in all');
    await world.ann.run('/settings zone zone:America/Los_Angeles');
    expect(await reads('/streak me')).toContain('Practised 2 times on 2 days in all');
  });

  test('is explained, change by change', async () => {
    await practises(world.ann, 8);
    passes({ hours: 48 });
    await practises(world.ann);
    passes({ hours: 72 });
    expect(await reads('/streak log')).toMatchSnapshot();
  });

  test('is explained from nothing, too', async () => {
    expect(await reads('/streak log')).toContain(en.logEmpty);
  });

  test('is drawn anew a few times a minute at the most; the words come always', async () => {
    for (let count = 0; count < 6; count += 1) {
      await world.ann.run('/lesson random');
      await practises(world.ann);
      passes({ seconds: 1 });
      await world.database.db
        .updateTable('streaks')
        .set({ acts: 10 + count })
        .execute();
      await world.ann.run('/streak me');
    }
    expect(world.ann.reads()).toContain(en.drawnOften);
    expect(world.ann.reads()).toContain('**1 day** in a row');
    passes({ minutes: 1 });
    expect(await reads('/streak me')).toContain('(picture: ');
  });
});

describe('Ann shares her streak', () => {
  test('after a look, once', async () => {
    await practises(world.ann, 3);
    expect(await reads('/streak share')).toMatchSnapshot();
    const { message, customId } = world.ann.control(en.post);
    await Promise.all([world.ann.pressId(message, customId), world.ann.pressId(message, customId)]);
    expect(world.ben.readsAll()).toHaveLength(1);
    expect(world.ben.reads()).toContain('**3 days** of interview practice in a row');
  });

  test('not when there is none, nor after a second thought', async () => {
    expect(await reads('/streak share')).toContain('There is no streak to share yet.');
    await practises(world.ann);
    await world.ann.run('/streak share');
    await world.ann.press(en.dontPost);
    expect(world.ben.readsAll()).toEqual([]);
  });

  test('not where she may not write', async () => {
    const quiet = await openWorld({ memberMay: 0n });
    await quiet.ann.run('/lesson show lesson:keep-going');
    await quiet.ann.press('I’ve got it');
    await quiet.ann.run('/streak share');
    expect(quiet.ann.reads()).toContain(en.maySayNothing);
    await quiet.close();
  });
});

describe('the board of a server', () => {
  const shows = async (person: Person) => {
    await person.run('/streak leaderboard');
    await person.press(en.showMine);
  };

  test('shows those alone who chose to be there, and places them fairly', async () => {
    const { ann, ben, hana } = world;
    await practises(hana, 2);
    await practises(ann);
    await practises(ben);
    await shows(ann);
    expect(ann.reads()).not.toContain(benHimself.id);
    await shows(ben);
    await shows(hana);
    const places = hana
      .reads()
      .split('\n')
      .filter((line) => /^\d/.test(line));
    expect(places[0]).toMatch(/^1\. .*: 2 days$/);
    expect(places.slice(1).map((line) => line.replace(/<@\d+>/, '?'))).toEqual(['2. ?: 1 day', '2. ?: 1 day']);
    await hana.press(en.hideMine);
    expect(await reads('/streak leaderboard')).not.toContain('2 days');
  });

  test('follows the streak: it grows, and is gone when it ended', async () => {
    await practises(world.ann);
    await shows(world.ann);
    passes({ hours: 24 });
    await practises(world.ann);
    expect(await reads('/streak leaderboard', world.ben)).toContain(`<@${annHerself.id}>: 2 days`);
    passes({ hours: 72 });
    expect(await reads('/streak leaderboard', world.ben)).toContain(en.boardEmpty);
    await world.schedule.tick(world.clock.now);
    expect(await world.rows('boards')).toMatchObject([{ current: 0 }]);
    await practises(world.ann);
    expect(await reads('/streak leaderboard', world.ben)).toContain(`<@${annHerself.id}>: 1 day`);
  });

  test('keeps a streak that an outage bridges, once that is looked at', async () => {
    await practises(world.ann, 2);
    await shows(world.ann);
    const from = world.clock.now.add({ hours: 20 }).epochMilliseconds;
    await world.database.db
      .insertInto('outages')
      .values({ from_at: from, until_at: from + 12 * 3_600_000 })
      .execute();
    passes({ hours: 44 }); // Thursday, 05:00
    await world.schedule.tick(world.clock.now);
    expect(await reads('/streak leaderboard', world.ben)).toContain('2 days');
  });

  test('is a server’s: elsewhere there is a kind no', async () => {
    const alone = world.ann.at('dm');
    await alone.run('/streak leaderboard');
    expect(alone.reads()).toContain(en.onlyInServers);
  });

  test('can’t be joined for somebody else', async () => {
    await world.ann.run('/streak leaderboard');
    const card = world.ann.seen().at(-1)?.id ?? '';
    await world.ben.pressId(card, streakRoutes.show.id({ owner: annHerself.id, wanted: 'yes' }));
    expect(await world.rows('boards')).toEqual([]);
  });
});
