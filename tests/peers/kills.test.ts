import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/start.ts';
import { type BotProcess, startBot } from '#tests/e2e/bot-process.ts';
import { openForTest, sqlite } from '#tests/support/databases.ts';
import { overTheWire } from '#tests/support/over-the-wire.ts';
import { allowRooms, type PeerWorld } from '#tests/support/peer-world.ts';
import { type Person, personOn } from '#tests/support/people.ts';
import { rolesOf } from './company.ts';
import { endPlayground } from '#tests/support/playground.ts';

/** The real bot as a process, which can be killed, and a clock that can be moved. */
async function opened() {
  const databaseUrl = await sqlite.fresh();
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const env = {
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CLOCK_URL: `${playground.url}/clock`,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
  };
  const lives: BotProcess[] = [];
  const start = async (): Promise<void> => {
    const bot = startBot(env);
    lives.push(bot);
    await bot.hasSaid('Read Message History: ');
  };
  const kill = async (): Promise<void> => {
    lives.at(-1)?.child.kill('SIGKILL');
    await lives.at(-1)?.ended();
  };
  onTestFinished(kill);
  await start();
  const transport = overTheWire(playground);
  const [ann, ben, hana] = ['Ann', 'Ben', 'Hana'].map((name) => personOn(transport, name)) as [Person, Person, Person];
  allowRooms({ playground });
  await hana.run('/server setup');
  await hana.choose('1. Where rooms open', playground.world.channel('interview-practice').id);
  await hana.choose('2. Where reports go', playground.world.channel('moderators').id);
  await hana.press('Turn on');
  const { clock, people, state } = playground;
  const room = () => [...state.channels.values()].filter(({ thread }) => thread !== undefined);
  return {
    ann,
    ben,
    playground,
    databaseUrl,
    start,
    kill,
    rooms: room,
    /** What the bot wrote in the room for everybody, oldest first, with when. */
    cards: () =>
      [...(state.messages.get(room()[0]?.id ?? '')?.values() ?? [])]
        .filter(({ viewerId }) => viewerId === undefined)
        .map(({ components, timestamp }) => ({ said: JSON.stringify(components), at: Date.parse(timestamp) })),
    inRoom: (person: Person) => person.at(`thread ${room()[0]?.id ?? ''}`),
    roomIsOpen: () => people.until(() => room()[0]?.thread?.members.size === 3 || undefined, 60_000),
    moveTo: (at: number) => clock.setOffset(Math.round(at - Date.now())),
    later: (seconds: number) => clock.setOffset(clock.offsetMs() + seconds * 1_000),
  };
}

type KillWorld = Awaited<ReturnType<typeof opened>>;

/** What somebody does right before the bot dies, and what shows in the room once it is back. */
type Step = { readonly does: (world: KillWorld) => Promise<void> | void; readonly shows?: string };

const roles = (world: KillWorld) =>
  rolesOf(world as unknown as PeerWorld, { ann: world.inRoom(world.ann), ben: world.inRoom(world.ben) });
const asker = (does: (person: Person) => Promise<void>, shows?: string): Step => ({
  does: (world) => does(roles(world).asker),
  ...(shows !== undefined && { shows }),
});
const candidate = (does: (person: Person) => Promise<void>, shows?: string): Step => ({
  does: (world) => does(roles(world).candidate),
  ...(shows !== undefined && { shows }),
});
const press = (label: string) => (person: Person) => person.press(label);
const later = (minutes: number, shows: string): Step => ({ does: (world) => world.later(minutes * 60), shows });

const heard = 'You rang the customer back yourself';
const scales = { s0: '3', s1: '2', s2: '3', s3: '1', s4: '4' };

const session: readonly Step[] = [
  { does: ({ ann }) => ann.run('/peer join languages:English') },
  { does: ({ ben }) => ben.run('/peer join languages:English'), shows: 'you can practise together' },
  { does: ({ ann, inRoom }) => inRoom(ann).press('I’m in'), shows: 'is in.' },
  { does: ({ ben, inRoom }) => inRoom(ben).press('I’m in'), shows: 'Questions, first half' },
  asker(press('My sheet')),
  asker(press('Next question')),
  asker(press('+5 minutes'), 'Question 2'),
  candidate(press('Pause'), 'A pause.'),
  candidate(press('Go on'), 'Until <t:'),
  later(19, 'Feedback, first half'),
  asker(press('My forms')),
  asker(async (person) => {
    await person.press('How were the answers?');
    await person.fill(scales);
  }),
  asker(async (person) => {
    await person.press('In your words');
    await person.fill({ heard, nextTime: 'Say how it ended' });
  }),
  asker(press('Retry'), 'One answer once more, first half'),
  candidate(press('Swap'), 'Questions, second half'),
  candidate(press('End')),
  { does: ({ ben, inRoom }) => inRoom(ben).press('Leave'), shows: 'Your session is over' },
];

test('killed right after every press of a whole session, the bot goes on: one room, each step once, nothing lost', async () => {
  const world = await opened();
  const { playground } = world;
  for (const { does, shows } of session) {
    await does(world);
    await world.kill();
    // What a dead process had in hand is given back after 15 seconds.
    world.later(16);
    await world.start();
    if (shows === undefined) continue;
    await playground.people.until(() => world.cards().at(-1)?.said.includes(shows) || undefined, 60_000);
    await world.roomIsOpen();
  }
  expect(world.rooms()).toHaveLength(1);
  const isLive = ({ said }: { readonly said: string }) => said.includes('custom_id');
  await playground.people.until(() => world.cards().filter(isLive).length === 1 || undefined, 60_000);
  // Accepting, two halves of questions, feedback, once more, and the end.
  expect(world.cards()).toHaveLength(6);

  const { db } = await openForTest(world.databaseUrl);
  const notes = await db.selectFrom('peer_notes').selectAll().execute();
  expect(notes.map(({ form, scales: kept, heard: words }) => [form, kept, words])).toEqual(
    expect.arrayContaining([
      ['scales-0', '32314', null],
      ['words-0', '', heard],
    ]),
  );
  const asked = await db.selectFrom('peer_questions').selectAll().where('asked', '=', 1).execute();
  expect(asked.filter(({ half }) => half === 0)).toHaveLength(2);
  expect(await db.selectFrom('acts').select('kind').execute()).toEqual([{ kind: 'session' }, { kind: 'session' }]);
}, 160_000);

test('steps end soon after their time while the bot is up', async () => {
  const world = await opened();
  const { playground, ann, ben } = world;
  await ann.run('/peer join languages:English');
  await ben.run('/peer join languages:English');
  await world.roomIsOpen();
  for (const person of [ann, ben]) {
    await world.inRoom(person).sees('I’m in');
    await world.inRoom(person).press('I’m in');
  }
  await world.inRoom(ann).sees('Questions, first half');
  const { db } = await openForTest(world.databaseUrl);
  for (const title of ['Feedback, first half', 'One answer once more, first half', 'Questions, second half']) {
    const { until } = await db.selectFrom('peer_sessions').select('until').executeTakeFirstOrThrow();
    world.moveTo(until - 1_500);
    await playground.people.until(() => world.cards().at(-1)?.said.includes(title) || undefined, 60_000);
    const lateMs = (world.cards().at(-1)?.at ?? 0) - until;
    expect(lateMs, title).toBeGreaterThanOrEqual(0);
    // Two seconds is what is promised; other tests keep this machine busy.
    expect(lateMs, title).toBeLessThan(5_000);
  }
});
