import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tipRoutes } from '#tips/routes.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const hosting = PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageGuild;
const general = '300000000000000001';
const other = '300000000000000009';

let world: World;
beforeEach(async () => {
  world = await openWorld({ memberMay: hosting, dice: seeded() });
});
afterEach(() => world.close());

/** Every set-up gets an id of its own. */
function seeded(): () => number {
  let sum = 0;
  return () => {
    sum = (sum * 9301 + 49_297) % 233_280;
    return sum / 233_280;
  };
}

const ann = () => world.ann;
const inGeneral = () => world.outbox.inside(general);

describe('a host who sets tips up', () => {
  test('sees everything before it is on: when, how long the topics last, whom it pings, what is missing', async () => {
    await ann().run('/tips setup time:9 zone:europe/berlin');
    expect(ann().reads()).toMatchSnapshot('before it is on');
    await world.bring();
    expect(inGeneral()).toEqual([]);
    await ann().choose('On which days?', 'Monday', 'Wednesday');
    await ann().choose('About what? (everything unless you choose)', 'Nerves');
    await ann().press('Write to me if it fails');
    await ann().press('Turn on');
    expect(ann().reads()).toMatchSnapshot('when it is on');
  });

  test('types times and zones as people do, and is told what can’t be read', async () => {
    await ann().run('/tips setup time:6:30 pm zone:New York');
    expect(ann().reads()).toContain('**18:30**, every day (time zone America/New_York)');
    await ann().run('/tips setup time:soon');
    expect(ann().reads()).toContain('“soon” is no time that I can read');
    await ann().run('/tips setup zone:Middle *Earth*');
    expect(ann().reads()).toContain('is no time zone that I know');
    expect(await ann().types('/tips setup', 'zone', 'buenos')).toEqual([
      'Buenos Aires, America, Argentina (UTC-03:00)',
    ]);
    expect(await ann().types('/tips setup', 'zone', 'utc')).toContain('UTC (UTC+00:00)');
  });

  test('changes time and zone in a form that holds the present ones', async () => {
    await ann().run('/tips setup time:9:00 zone:Europe/Berlin');
    await ann().press('Turn on');
    await ann().press('Change time');
    expect(ann().prefilled('time')).toBe('09:00');
    await ann().fill({ time: '7:45', zone: 'Tokyo' });
    expect(ann().reads()).toContain('**07:45**, every day (time zone Asia/Tokyo)');
    await ann().press('Change time');
    await ann().fill({ time: '25:00', zone: 'Tokyo' });
    expect(ann().reads()).toContain('“25\\:00” is no time');
    expect(await world.rows('subscriptions')).toMatchObject([{ time: '07:45', zone: 'Asia/Tokyo' }]);
  });

  test('is told what the bot may not do there, where, and how to mend it', async () => {
    world.outbox.standings.set(other, {
      may: PermissionFlagsBits.ViewChannel,
      isThread: false,
      mentionable: new Set(),
      seenBy: new Set(),
    });
    await ann().run(`/tips setup channel:${other}`);
    expect(ann().reads()).toContain(`I need **Send Messages** in <#${other}>`);
    expect(ann().reads()).toContain('Read Message History');
    world.outbox.standings.set(other, undefined);
    await ann().run(`/tips setup channel:${other}`);
    expect(ann().reads()).toContain(`I can’t see <#${other}>`);
  });

  test('sends a test post, once for each press, or reads why it did not work', async () => {
    await ann().run('/tips setup');
    await ann().press('Test post');
    expect(ann().reads()).toContain('The test post is in the channel.');
    expect(inGeneral()).toHaveLength(1);
    world.outbox.weather(general, 'forbidden');
    await ann().press('Test post');
    expect(ann().reads()).toContain('I may not write in the channel.');
  });

  test('can’t have more than 25', async () => {
    for (let count = 0; count < 25; count += 1) {
      await ann().run('/tips setup');
      await ann().press('Turn on');
    }
    await ann().run('/tips setup');
    expect(ann().reads()).toContain('This server has 25 daily tips');
    await ann().run('/tips list');
    expect(ann().reads()).toContain('Page 1 of 7');
    await ann().press('More');
    expect(ann().reads()).toContain('Page 2 of 7');
  });
});

describe('a host with tips in a channel', () => {
  beforeEach(async () => {
    await ann().run('/tips setup time:9:00 zone:UTC');
    await ann().press('Turn on');
  });

  test('sees them in the list: what comes next, what came last', async () => {
    await ann().run('/tips list');
    expect(ann().reads()).toMatchSnapshot();
    world.clock.now = world.clock.now.add({ hours: 24 });
    await world.bring();
    await ann().run('/tips list');
    expect(ann().reads()).toContain('Last tip:');
    await ann().choose('Choose one to look at or change', '1. 09:00, UTC');
    expect(ann().reads()).toContain(`Daily tips in <#${general}>`);
  });

  test('pauses and resumes them: nothing comes meanwhile, and nothing is made up for', async () => {
    await ann().run('/tips pause');
    expect(ann().reads()).toContain('Paused by a host.');
    world.clock.now = world.clock.now.add({ hours: 24 * 3 + 1 });
    await world.bring();
    expect(inGeneral()).toEqual([]);
    await ann().run('/tips resume');
    await world.bring();
    expect(inGeneral()).toEqual([]);
    world.clock.now = world.clock.now.add({ hours: 23 });
    await world.bring();
    expect(inGeneral()).toHaveLength(1);
  });

  test('previews the very tip that comes next', async () => {
    await ann().run('/tips preview');
    const [, preview = ''] = ann().reads().split('Only you see it.');
    world.clock.now = world.clock.now.add({ hours: 24 });
    await world.bring();
    const posted = JSON.stringify(inGeneral()[0]?.message);
    const title = /From the lesson “(.*)”/.exec(preview)?.[1];
    expect(title).toBeDefined();
    expect(posted).toContain(title ?? '?');
    const [words = ''] = preview.split('\n').filter((one) => one.length > 60);
    expect(posted.replaceAll('\\"', '"')).toContain(words.trim());
  });

  test('brings today’s forward, is asked before a second one, and gets none at the usual time', async () => {
    await ann().run('/tips now');
    expect(ann().reads()).toContain('Today’s tip is posted: https://discord.com/channels/');
    expect(inGeneral()).toHaveLength(1);
    await ann().run('/tips now');
    expect(ann().reads()).toContain('Post a second one now?');
    expect(inGeneral()).toHaveLength(1);
    await ann().press('Post a second tip');
    expect(inGeneral()).toHaveLength(2);
    world.clock.now = world.clock.now.add({ hours: 1 });
    await world.bring();
    expect(inGeneral()).toHaveLength(2);
    world.clock.now = world.clock.now.add({ hours: 23 });
    await world.bring();
    expect(inGeneral()).toHaveLength(3);
    expect(new Set(inGeneral().map(({ message }) => JSON.stringify(message.components[0]))).size).toBe(3);
  });

  test('removes them after a question', async () => {
    await ann().run('/tips remove');
    await ann().press('No');
    expect(await world.rows('subscriptions')).toHaveLength(1);
    await ann().run('/tips remove');
    await ann().press('Yes, remove');
    for (const table of ['subscriptions', 'deliveries', 'tip_contacts'] as const)
      expect(await world.rows(table)).toEqual([]);
    await ann().run('/tips pause');
    expect(ann().reads()).toContain('There are no daily tips on this server yet.');
  });

  test('is asked which one, when there are several in the channel', async () => {
    await ann().run('/tips setup time:18:00');
    await ann().press('Turn on');
    await ann().run('/tips pause');
    expect(ann().reads()).toContain('There are several. Which one?');
    await ann().choose('Choose one to look at or change', '2. 18:00, UTC');
    const states = (await world.rows('subscriptions')) as readonly { time: string; state: string }[];
    expect(new Map(states.map(({ time, state }) => [time, state]))).toEqual(
      new Map([
        ['09:00', 'on'],
        ['18:00', 'paused'],
      ]),
    );
  });

  test('never pings @everyone', async () => {
    const { message } = ann().control('Pause');
    const [one] = (await world.rows('subscriptions')) as readonly { id: string }[];
    const subscription = one?.id ?? '';
    const owner = '100000000000000001';
    await world.select('Ann', {
      message,
      customId: tipRoutes.role.id({ owner, subscription }),
      values: ['200000000000000001'],
    });
    expect(ann().reads()).toContain('I never ping @everyone.');
    await world.select('Ann', {
      message,
      customId: tipRoutes.role.id({ owner, subscription }),
      values: ['500000000000000001'],
    });
    expect(ann().readsAll().join()).toContain('Each tip pings <@&500000000000000001>.');
    expect(ann().readsAll().join()).toContain('The role can’t be pinged by everybody.');
    await ann().press('Ping nobody');
    expect(ann().readsAll().join()).toContain('Tips ping nobody');
  });
});

test('somebody who may not manage the server can’t use the commands, nor a panel that was left open', async () => {
  await ann().run('/tips setup');
  const { message, customId } = ann().control('Turn on');
  const weaker = await openWorld();
  try {
    await weaker.ann.run('/tips list');
    expect(weaker.ann.reads()).toContain('Manage Server');
    await weaker.ann.run('/lesson today');
    await weaker.ann.pressId(weaker.ann.control('Practise it').message, customId);
    expect(weaker.ann.reads()).toContain('Only members who may **Manage Server** can do this.');
  } finally {
    await weaker.close();
  }
  await world.ben.pressId(message, customId);
  expect(await world.rows('subscriptions')).toMatchObject([{ state: 'draft' }]);
});

test('everybody can practise a tip, privately, and it counts', async () => {
  await ann().run('/tips setup zone:UTC');
  await ann().press('Turn on');
  await ann().run('/tips preview');
  await world.ben.pressId(ann().control('Practise this').message, ann().control('Practise this').customId);
  await world.ben.fill({ answer: 'I would count the boxes first.', rating: '3' });
  expect(world.ben.reads()).toContain('Your answer is saved');
  expect(await world.rows('answers')).toMatchObject([{ source: 'tip' }]);
  expect(await world.rows('acts')).toMatchObject([{ kind: 'answer' }]);
});
