import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsCard } from '#members/card.ts';
import { membersIn } from '#members/store.ts';
import { answersIn } from '#practice/store.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { transcript } from '#tests/support/transcript.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { translator } from '#text/translator.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const annId = '100000000000000001';
const ann = () => world.ann;

describe('Ann’s settings', () => {
  test('say what is chosen and what is not, also in a direct message', async () => {
    await ann().at('dm').run('/settings panel');
    expect(ann().at('dm').reads()).toMatchSnapshot();
  });

  test('change by lists, one thing at a time, and can be taken back', async () => {
    await ann().run('/settings panel');
    await ann().choose('What work are you looking for?', 'Warehouse');
    await ann().choose('How much experience do you have?', 'Some experience');
    await ann().choose('On how many days a week do you want to practise?', '3 days a week');
    await ann().choose('How long are your answers kept?', 'Keep them for 30 days');
    expect(ann().reads()).toContain('Kind of work: **Warehouse**. Some experience');
    expect(ann().reads()).toContain('Weekly goal: **3 days** of practice');
    expect(ann().reads()).toContain('Your answers are kept **for 30 days**.');
    await ann().choose('What work are you looking for?', 'Any work');
    await ann().choose('On how many days a week do you want to practise?', 'No goal');
    expect(ann().reads()).toContain('Kind of work: **any**. Some experience');
    expect(ann().reads()).toContain('Weekly goal: none');
    expect(await world.rows('members')).toMatchObject([{ role: null, level: 'some', goal: null, keep_days: 30 }]);
  });

  test('ask for a language as soon as the bot speaks a second one', () => {
    const me = { caller: { id: annId }, t: translator('en', (words) => words), now: world.clock.now };
    const { components } = settingsCard({ reminds: false }, { ...me, spoken: ['en', 'es'] });
    const reads = transcript({ id: '1', components, files: [], onlyYou: true });
    expect(reads).toContain('Language: **English**\n');
    expect(reads).toContain(
      '{Which language shall I speak?: The server’s, or the one of your Discord / English / español}',
    );
  });

  test('keep the language that she chose, and take it back', async () => {
    await ann().run('/settings panel');
    const { message } = ann().control('What work are you looking for?');
    const chooses = (language: string) =>
      world.select('Ann', { message, customId: `settings.change:${annId}:language`, values: [language] });
    await chooses('en');
    expect(await world.rows('members')).toMatchObject([{ language: 'en' }]);
    await chooses('none');
    expect(await world.rows('members')).toMatchObject([{ language: null }]);
  });

  test('take a zone by its name or by a city that only one zone has', async () => {
    expect((await ann().types('/settings zone', 'zone', 'berl'))[0]).toBe('Berlin, Europe (UTC+01:00)');
    await ann().run('/settings zone zone:Europe/Berlin');
    expect(ann().reads()).toContain('Time zone: **Berlin, Europe (UTC+01:00)**. It’s 10:00 there.');
    await ann().run('/settings zone zone:kathmandu');
    expect(ann().reads()).toContain('It’s 14:45 there.');
    await ann().run('/settings zone zone:san');
    expect(ann().reads()).toContain('Several time zones are like “san”');
    await ann().run('/settings zone zone:Mid*dle* Earth');
    expect(ann().reads()).toContain('I find no time zone like “Mid\\*dle\\* Earth”.');
    expect(await world.rows('members')).toMatchObject([{ zone: 'Asia/Kathmandu' }]);
  });

  test('ask for a city in a form and offer the zones that fit', async () => {
    await ann().run('/settings panel');
    await ann().press('Time zone');
    await ann().fill({ city: 'Brazil' });
    expect(ann().reads()).toContain('America/Sao Paulo'.replace('America/', ''));
    await ann().press('Time zone');
    await ann().fill({ city: 'UTC+5:30' });
    await ann().choose('Choose your time zone', 'Kolkata, Asia (UTC+05:30)');
    expect(ann().reads()).toContain('It’s 14:30 there.');
    await ann().press('Time zone');
    await ann().fill({ city: 'qqqq' });
    expect(ann().reads()).toContain('I find no time zone like “qqqq”.');
  });

  test('decide when a lesson that was learnt today comes back', async () => {
    await ann().run('/settings zone zone:Pacific/Kiritimati');
    world.clock.now = Temporal.Instant.from('2026-03-02T09:00:00Z'); // 23:00 there
    await ann().run('/lesson today');
    await ann().press('I’ve got it');
    world.clock.now = world.clock.now.add({ hours: 2 });
    await ann().run('/lesson today');
    expect(ann().reads()).toContain('Show answer');
  });
});

describe('the zone is offered', () => {
  test('once, with the first thing that counts, and leads to the form', async () => {
    await ann().run('/lesson today');
    await ann().press('I’ve got it');
    expect(ann().reads()).toContain('When does your day begin?');
    await ann().press('Time zone');
    expect(ann().form()?.title).toBe('Your time zone');
    await ann().press('Practise it');
    await ann().fill({ answer: 'I count twice.', rating: '3' });
    expect(ann().reads()).not.toContain('When does your day begin?');
  });

  test('with a first answer, too', async () => {
    await ann().run('/lesson today');
    await ann().press('Practise it');
    await ann().fill({ answer: 'I count twice.', rating: '3' });
    expect(ann().reads()).toContain('When does your day begin?');
  });

  test('never to whoever has chosen one', async () => {
    await ann().run('/settings zone zone:UTC');
    await ann().run('/lesson today');
    await ann().press('I’ve got it');
    expect(ann().readsAll().join()).not.toContain('When does your day begin?');
  });
});

describeEachDatabase('What members choose', (open) => {
  test('is kept, and each zone since when', async () => {
    const members = membersIn(await open());
    expect(await members.find(annId)).toEqual({});
    await members.change(annId, { role: 'care', goal: 4 });
    await members.change(annId, { role: undefined, level: 'senior', keepDays: 0 });
    const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
    await members.setZone(annId, 'Europe/Rome', at(5));
    await members.setZone(annId, 'Asia/Tokyo', at(9));
    expect(await members.find(annId)).toEqual({ zone: 'Asia/Tokyo', goal: 4, level: 'senior', keepDays: 0 });
    expect(await members.zonesOf(annId)).toEqual([
      { zone: 'Europe/Rome', since: 5 },
      { zone: 'Asia/Tokyo', since: 9 },
    ]);
    expect(await members.offerZone(annId)).toBe(false);
    expect([await members.offerZone('2'), await members.offerZone('2')]).toEqual([true, false]);
  });

  test('decides how long answers stay', async () => {
    const database = await open();
    const [members, answers] = [membersIn(database), answersIn(database)];
    const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
    const keep = { short: 30, long: 365, always: 0 };
    for (const [member, keepDays] of Object.entries(keep)) await members.change(member, { keepDays });
    for (const member of ['short', 'long', 'always', 'unset']) {
      for (const days of [29, 31, 179, 181, 366]) {
        const answer = {
          source: 'lesson',
          item: 'x',
          question: 'q',
          body: 'b',
          rating: 1,
          ticks: [],
          retryOf: undefined,
        } as const;
        await answers.keep({ ...answer, id: `${member}-${days}`, member, at: now.subtract({ hours: 24 * days }) });
      }
    }
    expect(await answers.expire(now)).toBe(4 + 1 + 2);
    const left = await database.db.selectFrom('answers').select('id').orderBy('id').execute();
    expect(left.map(({ id }) => id)).toEqual([
      'always-179',
      'always-181',
      'always-29',
      'always-31',
      'always-366',
      'long-179',
      'long-181',
      'long-29',
      'long-31',
      'short-29',
      'unset-179',
      'unset-29',
      'unset-31',
    ]);
  });
});
