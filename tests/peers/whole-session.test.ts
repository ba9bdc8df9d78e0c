import { expect, onTestFinished, test } from 'vitest';
import { describeEachDatabase } from '#tests/support/databases.ts';
import { openPeerWorld, type PeerWorld } from '#tests/support/peer-world.ts';
import type { Person } from '#tests/support/people.ts';

/** What a person does, and what they wait to see after it. */
type Step = { readonly does: (world: PeerWorld) => Promise<void>; readonly sees?: string };

/** Whoever asks in the half that is on, and whoever answers. */
async function byTurn(world: PeerWorld): Promise<{ readonly asker: Person; readonly candidate: Person }> {
  const [ann, ben] = [world.inRoom(world.ann), world.inRoom(world.ben)];
  const newest = ann.readsAll().findLast((one) => one.includes(' asks, ') || one.includes('first one thing')) ?? '';
  const id = /<@(\d+)>(?: asks|: first)/.exec(newest)?.[1];
  return id === world.playground.people.named('ann').id
    ? { asker: ann, candidate: ben }
    : { asker: ben, candidate: ann };
}

const asker = (does: (person: Person) => Promise<void>, sees?: string): Step => ({
  does: async (world) => does((await byTurn(world)).asker),
  ...(sees !== undefined && { sees }),
});
const candidate = (does: (person: Person) => Promise<void>, sees?: string): Step => ({
  does: async (world) => does((await byTurn(world)).candidate),
  ...(sees !== undefined && { sees }),
});
const press = (label: string) => (person: Person) => person.press(label);
const later = (duration: Temporal.DurationLike, sees: string): Step => ({
  does: async (world) => world.later(duration),
  sees,
});

const three = { s0: '3', s1: '2', s2: '3', s3: '1', s4: '4' };

/** Everything that can be pressed on the way through a session of 40 minutes. */
const session: readonly Step[] = [
  { does: (world) => world.ann.run('/peer join role:retail level:some') },
  { does: (world) => world.ben.run('/peer join role:warehouse languages:English'), sees: 'you can practise together' },
  { does: (world) => world.inRoom(world.ann).press('I’m in') },
  { does: (world) => world.inRoom(world.ben).press('I’m in'), sees: 'Questions, first half' },
  asker(press('My sheet')),
  asker(press('Next question')),
  asker(press('Retry')),
  asker(press('+5 minutes')),
  candidate(press('Pause')),
  candidate(press('Go on')),
  later({ minutes: 18 }, 'Feedback, first half'),
  asker(press('My forms')),
  asker(press('How were the answers?')),
  asker((person) => person.fill(three)),
  asker(press('In your words')),
  asker((person) => person.fill({ heard: 'You rang the customer back *yourself*', nextTime: 'Say how it ended' })),
  asker(press('Retry'), 'One answer once more, first half'),
  later({ minutes: 2 }, 'Questions, second half'),
  later({ minutes: 13 }, 'Feedback, second half'),
  later({ minutes: 5 }, 'One answer once more, second half'),
  later({ minutes: 2 }, 'Your session is over'),
];

async function through(world: PeerWorld, steps: readonly Step[], between: () => Promise<void> = async () => undefined) {
  for (const { does, sees } of steps) {
    await does(world);
    await between();
    if (sees !== undefined) {
      await world.playground.people.until(() => (world.rooms().at(-1)?.people.length ?? 0) === 3 || undefined, 20_000);
      await world.inRoom(world.ann).sees(sees);
    }
  }
}

describeEachDatabase('A whole session', (_open, { fresh }) => {
  test('leads two members through an interview each, and shows neither what the other said before both are done', async () => {
    const world = await openPeerWorld({ databaseUrl: await fresh() });
    onTestFinished(world.close);
    await through(world, session);
    const [ann, ben] = [world.inRoom(world.ann), world.inRoom(world.ben)];
    const sealed = await formsOf(ben);
    await ann.press('My forms');
    await fillAll(ann);
    await ann.run('/peer status');
    expect(ann.reads()).toContain('comes when theirs are in');
    await ann.run('/privacy export');
    expect(JSON.stringify(ann.files().at(-1))).not.toContain('You rang the customer back');
    expect(sealed).toContain('○');
    await fillAll(ben);
    await ann.sees('there to read');
    await ann.press('Read mine');
    await ben.press('Read mine');
    const [read] = [ann.reads(), ben.reads()].filter((one) => one.includes('You rang the customer back'));
    expect(read).toContain('You rang the customer back \\*yourself\\*');
    expect(read).toContain('Say how it ended');
    expect(read).toContain('An example in general');
    expect([ann.reads(), ben.reads()].join()).not.toMatch(/\b\d+ of 20\b|total|score/i);
    await ann.run('/peer history');
    expect(ann.reads()).toContain('What partners said');
    expect(world.playground.unknownRoutes).toEqual([]);
  }, 60_000);

  test('goes on after a restart between any two presses: one room, each step once, nothing lost', async () => {
    const world = await openPeerWorld({ databaseUrl: await fresh() });
    onTestFinished(world.close);
    await through(world, session, async () => {
      await world.app.stop();
      await world.start();
    });
    expect(world.rooms()).toHaveLength(1);
    const all = world.inRoom(world.ann).readsAll();
    for (const step of ['Feedback, first half', 'Questions, second half', 'Your session is over'])
      expect(all.filter((one) => one.includes(step)).length, step).toBeLessThanOrEqual(1);
    expect(all.filter((one) => one.includes('Your session is over'))).toHaveLength(1);
    await world.inRoom(world.ben).press('My forms');
    const forms = [await formsOf(world.inRoom(world.ann)), await formsOf(world.inRoom(world.ben))].join('\n');
    expect(forms.match(/✓/g)).toHaveLength(2);
  }, 120_000);
});

async function formsOf(person: Person): Promise<string> {
  await person.press('My forms');
  return person.reads();
}

/** Fills every form that is still open: those whose buttons stand out. */
async function fillAll(person: Person): Promise<void> {
  const labels = ['How were the answers?', 'In your words', 'How were my own answers?', 'How was the interviewer?'];
  for (const label of labels) {
    if (!person.reads().includes(`[*${label}]`)) continue;
    await person.press(label);
    if (label === 'In your words') await person.fill({ heard: 'Your plan for the rush', nextTime: 'Begin with it' });
    else if (label === 'How was the interviewer?') await person.fill({ s0: '3', s1: '4', s2: '2', nextTime: '' });
    else await person.fill(three);
  }
}
