// Safe from each other: reports that tell nobody who sent them, and never meeting somebody again.

import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPeerWorld, type PeerWorld } from '#tests/support/peer-world.ts';
import { transcript } from '#tests/support/transcript.ts';
import type { Person } from '#tests/support/people.ts';
import { begun, idOf, newcomer, paired, roomOpens } from './company.ts';

async function opened(): Promise<PeerWorld> {
  const world = await openPeerWorld();
  onTestFinished(async () => {
    await world.close();
    expect(world.playground.unknownRoutes).toEqual([]);
  });
  return world;
}

/** All that stands in the moderators' channel, as read aloud and as it was sent. */
function reports({ playground }: PeerWorld): readonly string[] {
  const { id } = playground.world.channel('moderators');
  return [...(playground.state.messages.get(id)?.values() ?? [])].map(
    ({ components }) => `${transcript({ id, components, onlyYou: false })}\n${JSON.stringify(components)}`,
  );
}

/** Waits until so many reports are there, and reads the newest. */
async function newestReport(world: PeerWorld, count = 1): Promise<string> {
  await world.playground.people.until(() => reports(world).length >= count || undefined);
  expect(reports(world)).toHaveLength(count);
  return reports(world).at(-1) ?? '';
}

/** Nothing in it leads to whoever sent it. */
function expectNothingOf(world: PeerWorld, report: string, name: string): void {
  expect(report).not.toContain(idOf(world, name));
  expect(report).not.toMatch(new RegExp(`\\b${name}\\b`, 'i'));
}

/** Opens the menu of a message and chooses “Report to moderators”. */
async function reportMessage(world: PeerWorld, name: string, message: { channelId: string; id: string }) {
  const { people } = world.playground;
  const { channelId, id: targetId } = message;
  const menu = { channelId, name: 'Report to moderators', type: 3, targetId } as const;
  const asked = await people.command(idOf(world, name), menu);
  return {
    asked,
    send: async (values: Readonly<Record<string, string>>) => {
      const answer = await people.submit(idOf(world, name), { formId: asked.interactionId, values });
      const isOwed = answer.answerType === 5 || answer.answerType === 6;
      await people.until(() => !isOwed || answer.edits > 0 || answer.messageIds.length > 1 || undefined);
    },
  };
}

/** What would still do something where it stands: mentions and named links. */
const live = /(?<!\\)(<@|<#|@everyone|\[[^\]]*\]\(https?:)/;

describe('a member who reports their partner', () => {
  test.each(['button', 'command'] as const)(
    'with the %s reaches the moderators, with the reason and the place, and is named nowhere',
    async (way) => {
      const world = await opened();
      const { ann } = await begun(world);
      if (way === 'button') await ann.press('Report');
      else await world.ann.run('/peer report');
      const person = way === 'button' ? ann : world.ann;
      await person.fill({ reason: 'job-or-money', words: 'He asked for *my* passport @everyone' });
      expect(person.reads()).toContain('The moderators have it. Nobody is told that it came from you.');
      const report = await newestReport(world);
      expect(report).toContain(`A member reports <@${idOf(world, 'Ben')}>`);
      expect(report).toContain('Offered a job, or asked for money or data');
      expect(report).toContain(`/${world.rooms()[0]?.id}`);
      expect(report).toContain(String.raw`He asked for \*my\* passport \@everyone`);
      expectNothingOf(world, report, 'Ann');
      for (const seen of [world.inRoom(world.ben).readsAll(), world.ben.at('dm').readsAll()])
        expect(seen.join()).not.toMatch(/report(s|ed) /i);
    },
  );

  test('can do so in the first moment, when the session is over, and is asked by nobody why', async () => {
    const world = await opened();
    const { ann } = await paired(world);
    await ann.press('Report');
    await ann.fill({ reason: 'danger', words: '' });
    expect(await newestReport(world)).not.toContain('What the member adds');
    await ann.press('Leave');
    await ann.sees('Your session is over');
    world.later({ hours: 23 });
    await world.ann.run('/peer report');
    await world.ann.fill({ reason: 'other', words: 'It was before the session began.' });
    await newestReport(world, 2);
    world.later({ hours: 2 });
    await world.ann.run('/peer report');
    expect(world.ann.reads()).toContain('You are in no session, and were in none since yesterday.');
  });

  test('in another server tells the moderators of the server where it happened, and no others', async () => {
    const world = await opened();
    const { playground } = world;
    playground.world.inviteBot('Somewhere Else');
    const spots = ['elsewhere-practice', 'elsewhere-moderators'].map((name) =>
      playground.world.addChannel('Somewhere Else', { name }),
    );
    await setUpElsewhere(world, spots[0]?.id ?? '', spots[1]?.id ?? '');
    await begun(world);
    await world.ann.at('lounge').run('/peer report');
    if (world.ann.form()) await world.ann.at('lounge').fill({ reason: 'disrespect', words: 'It happened elsewhere.' });
    const there = [...(playground.state.messages.get(spots[1]?.id ?? '')?.values() ?? [])];
    expect(JSON.stringify(there)).not.toContain(idOf(world, 'Ben'));
  });

  test('where it can’t be delivered gets the words back', async () => {
    const world = await opened();
    const { ann } = await begun(world);
    const moderators = world.playground.world.channel('moderators');
    world.playground.world.setOverwrites(
      moderators.id,
      moderators.overwrites.map((one) => ({ ...one, allow: 0n })),
    );
    await ann.press('Report');
    await ann.fill({ reason: 'unwanted', words: 'She wrote to me *at night*' });
    expect(ann.reads()).toContain('It did not arrive');
    expect(ann.reads()).toContain(String.raw`She wrote to me \*at night\*`);
    expect(reports(world)).toEqual([]);
  });
});

async function setUpElsewhere({ ben, playground }: PeerWorld, practice: string, moderators: string): Promise<void> {
  const own = (allow: bigint) => ({ id: playground.applicationId, type: 1 as const, allow, deny: 0n });
  playground.world.setOverwrites(practice, [own(Bits.CreatePrivateThreads | Bits.SendMessagesInThreads)]);
  const everyone = { id: playground.world.guild('Somewhere Else').id, type: 0 as const, allow: 0n };
  const hidden = { ...everyone, deny: Bits.ViewChannel };
  playground.world.setOverwrites(moderators, [hidden, own(Bits.ViewChannel | Bits.SendMessages)]);
  const host = ben.at('lounge');
  await host.run('/server setup');
  await host.choose('1. Where rooms open', practice);
  await host.choose('2. Where reports go', moderators);
  await host.press('Turn on');
  await host.run('/server setup');
  expect(host.reads()).toContain('They are on.');
}

describe('a member who reports a message', () => {
  /** What Ben wrote in the newest room. */
  const written = ({ playground, rooms, ...world }: PeerWorld, text: string) =>
    playground.people.say(idOf({ playground, ...world }, 'Ben'), { channelId: rooms().at(-1)?.id ?? '', text });

  test('sends what stood in it, to which nothing can happen any more, with a link to it', async () => {
    const world = await opened();
    await begun(world);
    const message = written(world, '@everyone <@1> [pay here](https://pay.example) **now**\n# Big\n> quote');
    const { asked, send } = await reportMessage(world, 'Ann', message);
    expect(JSON.stringify(asked.form)).toContain('pay.example');
    await send({ reason: 'job-or-money', words: 'A link' });
    const report = await newestReport(world);
    expect(report).toContain(`/${message.channelId}/${message.id}`);
    expect(report).toContain('pay.example');
    const quoted = report.slice(report.indexOf('What the message said'), report.indexOf('What the member adds'));
    expect(quoted).not.toMatch(live);
    expectNothingOf(world, report, 'Ann');
  });

  test.each([
    ['marks', '*', '_'],
    ['line breaks', '\n', '\n'],
    ['list marks', '-\n', '-\n'],
    ['letters', 'b', 'c'],
    ['wide letters', '🙂', '🙂'],
  ])(
    'of 4,000 characters is heard, even when it is all %s and they add 1,000 of their own',
    async (_what, theirs, own) => {
      const world = await opened();
      await begun(world);
      const filled = (mark: string, length: number) => `a${mark.repeat(length)}`.slice(0, length - 1) + 'z';
      const message = written(world, filled(theirs, 4_000));
      const { send } = await reportMessage(world, 'Ann', message);
      await send({ reason: 'disrespect', words: filled(own, 1_000) });
      expect(await newestReport(world)).toContain('Insults, hate or pressure');
    },
  );

  test('of their own is told so; a moderator’s or a stranger’s is taken like any other', async () => {
    const world = await opened();
    const { people, world: tools } = world.playground;
    const general = tools.channel('general').id;
    const own = people.say(idOf(world, 'Ann'), { channelId: general, text: 'Hello' });
    await reportMessage(world, 'Ann', own);
    await world.ann.sees('That is a message of your own.');
    const hanas = people.say(idOf(world, 'Hana'), { channelId: general, text: 'Work for me' });
    await (await reportMessage(world, 'Ann', hanas)).send({ reason: 'other', words: '' });
    expect(await newestReport(world)).toContain(`A member reports <@${idOf(world, 'Hana')}>`);
  });
});

test('where nobody told the bot where reports go, a member reads whom to write to', async () => {
  const world = await openPeerWorld({ on: false });
  onTestFinished(world.close);
  const channelId = world.playground.world.channel('general').id;
  const message = world.playground.people.say(idOf(world, 'Hana'), { channelId, text: 'Work for me' });
  const { asked } = await reportMessage(world, 'Ann', message);
  await world.ann.sees('This server has not told me where reports go.');
  expect(asked.form).toBeUndefined();
});

describe('two of whom one never wants to meet the other', () => {
  /** Somebody says never; then both join. */
  async function bothJoinAfter(world: PeerWorld, says: Person, about: string): Promise<void> {
    await says.run(`/peer never-match member:${idOf(world, about)}`);
    expect(says.reads()).toContain('They are not told, and nobody else is.');
    await world.ann.run('/peer join languages:English');
    await world.ben.run('/peer join languages:English');
  }

  test.each([
    ['who waits says so', 'Ann'],
    ['who comes second says so', 'Ben'],
  ])('are not paired when the one %s, and the other one learns nothing of it', async (_how, sayer) => {
    const world = await opened();
    const [says, about] = sayer === 'Ann' ? [world.ann, 'Ben'] : [world.ben, 'Ann'];
    await bothJoinAfter(world, says, about);
    expect(world.ben.reads()).toContain('You are on the list');
    const other = about === 'Ben' ? world.ben : world.ann;
    expect(other.readsAll().join()).not.toMatch(/never/);
    const cara = newcomer(world, 'Cara');
    await cara.run('/peer join languages:English');
    await roomOpens(world);
    expect(world.rooms()[0]?.people).toContain(idOf(world, 'Ann'));
  });

  test('stay apart when the other one deletes everything, and meet when it is taken back', async () => {
    const world = await opened();
    await bothJoinAfter(world, world.ann, 'Ben');
    await world.ben.run('/privacy delete');
    await world.ben.choose('What shall be deleted?', 'Everything');
    await world.ben.press('Yes, delete everything');
    await world.ben.run('/peer join languages:English');
    expect(world.ben.reads()).toContain('You are on the list');
    await world.ann.press('Take it back');
    await world.ben.run('/peer join languages:English');
    await roomOpens(world);
  });

  test('after a report can be kept apart with one press', async () => {
    const world = await opened();
    const { ann } = await paired(world);
    await ann.press('Report');
    await ann.fill({ reason: 'disrespect', words: '' });
    await ann.press('Never pair us');
    expect(ann.readsAll().join()).toContain('are never paired, on any server');
    await ann.press('Leave');
    await ann.sees('Your session is over');
    await world.ann.run('/peer join languages:English');
    world.later({ minutes: 21 });
    await world.ben.run('/peer join languages:English');
    expect(world.rooms()).toHaveLength(1);
  });

  test('can’t be one and the same', async () => {
    const world = await opened();
    await world.ann.run(`/peer never-match member:${idOf(world, 'Ann')}`);
    expect(world.ann.reads()).toContain('You can’t be paired with yourself anyway.');
  });
});
