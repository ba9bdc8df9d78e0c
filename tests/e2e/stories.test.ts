import { describe, expect, onTestFinished, test } from 'vitest';
import { seededDice } from '#tests/support/dice.ts';
import type { Person } from '#tests/support/people.ts';
import { openWireWorld } from '#tests/support/wire-world.ts';
import { openWorld } from '#tests/support/world.ts';

type People = { readonly ann: Person; readonly ben: Person; readonly hana: Person };

/** What people of the stories read, without what differs between the transports: ids. */
const toldBy = (texts: readonly string[]): string =>
  texts
    .join('\n\n')
    .replaceAll(/<@\d+>/g, '@someone')
    .replaceAll(/<#\d+>/g, '#somewhere')
    .replaceAll(/https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+/g, 'a link')
    .replaceAll(/<(\/[a-z -]+):\d+>/g, '$1');

const stories: Readonly<Record<string, (people: People) => Promise<string>>> = {
  'Ann reads a lesson, its example and the next one, and has got it': async ({ ann }) => {
    const pages: string[] = [];
    await ann.run('/lesson today');
    pages.push(ann.reads());
    await ann.press('See an example');
    pages.push(ann.reads());
    await ann.press('Next');
    pages.push(ann.reads());
    await ann.press('I’ve got it');
    pages.push(ann.reads());
    await ann.run('/lesson progress');
    pages.push(ann.reads());
    return toldBy(pages);
  },

  'Ann looks a lesson up with a typo and shares it; Ben reads it privately': async ({ ann, ben }) => {
    expect(await ann.types('/lesson show', 'lesson', 'weaknes')).toContain('Name a real weakness, and your fix');
    await ann.run('/lesson show lesson:weeknesses');
    await ann.press('Share');
    await ann.press('Post it here');
    await ann.sees('Posted.');
    await ben.press('Read it privately');
    return toldBy([...ann.readsAll(), '— Ben —', ...ben.readsAll()]);
  },

  'Ann chooses from the list in a direct message': async ({ ann }) => {
    const alone = ann.at('dm');
    await alone.run('/lesson browse');
    const list = alone.reads();
    await alone.choose('Choose a lesson', 'Name a real weakness, and your fix');
    return toldBy([list, alone.reads()]);
  },

  'Ann begins a streak, sees why, shares it and shows it on the board': async ({ ann, ben }) => {
    const pages: string[] = [];
    const read = () => pages.push(ann.reads());
    await ann.run('/streak me');
    read();
    await ann.run('/streak share');
    read();
    await ann.run('/lesson today');
    await ann.press('I’ve got it');
    await ann.run('/streak me');
    read();
    await ann.press('Remind me');
    read();
    await ann.press('What changed');
    read();
    await ann.run('/streak share');
    read();
    await ann.press('Post it here');
    await ann.sees('Posted.');
    await ann.run('/streak leaderboard');
    read();
    await ann.press('Show mine here');
    read();
    await ben.run('/streak leaderboard');
    await ann.press('Take mine off');
    read();
    return toldBy([...pages, '— Ben —', ...ben.readsAll()]);
  },

  'Ann practises, ticks what is there, tries again and goes on': async ({ ann }) => {
    const pages: string[] = [];
    const read = () => pages.push(ann.reads());
    await ann.run('/lesson show lesson:keep-going');
    await ann.press('Practise it');
    await ann.fill({ answer: 'I lost my job in May. **Since then** I wrote 30 letters.', rating: '2' });
    read();
    await ann.press('Try again');
    await ann.fill({
      answer: 'I lost my job in May. Since then I wrote 30 letters, and I asked a friend to read them.',
      rating: '3',
    });
    read();
    await ann.press('Go on');
    read();
    await ann.run('/privacy see');
    read();
    await ann.press('Get a copy');
    read();
    expect(ann.files().at(-1)?.text).toContain('asked a friend');
    await ann.press('Delete it all');
    await ann.press('Yes, delete everything');
    return toldBy([...pages, ann.readsAll().find((page) => page.includes('is gone')) ?? '']);
  },

  'Ann goes through a mock interview, and looks back at it': async ({ ann }) => {
    const pages: string[] = [];
    const read = () => pages.push(ann.reads());
    await ann.run('/mock start role:cleaning count:2');
    read();
    await ann.press('Hint');
    read();
    await ann.press('Answer');
    await ann.fill({ answer: 'I’d ask *who* uses the room next, and begin there.', rating: '3' });
    read();
    await ann.press('Next question');
    await ann.press('Skip');
    read();
    await ann.press('All mocks');
    await ann.choose('Open one', 'Mar 2, 2026 · Mock interview · Cleaning');
    await ann.press('Delete');
    read();
    await ann.press('Yes, delete it');
    read();
    await ann.run('/mock review');
    read();
    return toldBy(pages);
  },

  'Hana sets up daily tips, changes them, and posts the first one': async ({ hana }) => {
    const pages: string[] = [];
    const read = () => pages.push(hana.reads());
    await hana.run('/tips setup time:9:30 zone:Europe/London');
    read();
    await hana.choose('On which days?', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday');
    await hana.choose('About what? (everything unless you choose)', 'Nerves', 'First jobs');
    await hana.press('Write to me if it fails');
    await hana.press('Turn on');
    read();
    await hana.press('Change time');
    await hana.fill({ time: '18:15', zone: 'London' });
    read();
    await hana.run('/tips now');
    read();
    await hana.run('/tips list');
    read();
    await hana.run('/tips remove');
    read();
    await hana.press('Yes, remove');
    read();
    return toldBy(pages);
  },

  'Ann asks for help, and for something that isn’t there': async ({ ann }) => {
    await ann.run('/help');
    await ann.run('/lesson show lesson:**zzqx** @everyone <@1>');
    return toldBy(ann.readsAll());
  },
};

describe.each(Object.keys(stories))('%s', (name) => {
  const story = stories[name] as (people: People) => Promise<string>;

  test('in process', async () => {
    const world = await openWorld({ dice: seededDice(), hosts: ['Hana'] });
    onTestFinished(world.close);
    expect(await story(world)).toMatchSnapshot('either way');
  });

  test('over the wire, word for word the same', async () => {
    const world = await openWireWorld();
    onTestFinished(world.close);
    const told = await story(world);
    const alike = await openWorld({ dice: seededDice(), hosts: ['Hana'] });
    onTestFinished(alike.close);
    expect(told).toBe(await story(alike));
  });
});
