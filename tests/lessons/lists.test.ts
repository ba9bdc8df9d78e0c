import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Command } from '#bot/command.ts';
import { dispatch } from '#bot/dispatch.ts';
import { show } from '#bot/reply.ts';
import { helpAbout } from '#commands/help.ts';
import { commands } from '#commands/index.ts';
import { command } from '#commands/vocabulary.ts';
import { en } from '#lessons/text.en.ts';
import { type Features, memberFeatures } from '#src/features.ts';
import { ann, asks, inBotDm, inServer, selects } from '#tests/support/incoming.ts';
import { keptAnswer } from '#tests/support/kept-answer.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { says } from '#tests/support/small-bot.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { texts } from '#text/text.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('Ann looks through all lessons', () => {
  test('and opens one from the list, on the same card', async () => {
    await world.ann.run('/lesson browse');
    expect(world.ann.reads()).toMatchSnapshot();
    await world.ann.choose(en.chooseLesson, 'Let them see what you’re like');
    expect(world.ann.readsAll()).toHaveLength(1);
    expect(world.ann.reads()).toContain('### Let them see what you’re like');
  });

  test('and chooses another track, on the same card, and finds it open the next time she is in it', async () => {
    await world.ann.run('/lesson browse');
    await world.ann.choose(en.chooseTrack, 'Staying safe');
    expect(world.ann.readsAll()).toHaveLength(1);
    expect(world.ann.reads()).toMatchSnapshot();
    await world.ann.choose(en.chooseLesson, 'Spot a job that isn’t real');
    await world.ann.press(en.gotIt);
    await world.ann.run('/lesson browse');
    expect(world.ann.reads()).toContain('### Staying safe');
  });

  test('and chooses one, or a track, that was taken out since', async () => {
    const answer = keptAnswer();
    await world.dispatch.handle(selects(`lesson.pick:${ann.id}`, 'an-old-one'), answer);
    await world.dispatch.handle(selects(`lesson.track:${ann.id}`), answer);
    const gone = 'reply privately: This lesson isn’t there any more. /lesson browse shows all there are.';
    expect(answer.steps).toEqual([gone, gone]);
  });
});

const t = texts('test', { en: { about: 'For hosts' } });
const run = async () => show(says('x'));
const hosts = command({ name: 'hosts', about: t.about, needs: 'ManageGuild', run });
const here = command({ name: 'here', about: t.about, only: 'server', run });

/** What `/help` says, to somebody somewhere, of a bot with two more commands. */
async function help(where: typeof inServer): Promise<string> {
  const more: readonly Command<Features>[] = [...commands.filter(({ name }) => name === 'lesson'), hosts, here];
  const bot = dispatch<Features>({
    commands: [helpAbout(more)],
    handlers: [],
    features: { ...memberFeatures(world.database, world.content), tips: undefined as never, peers: undefined as never },
    claim: async () => true,
    callerOf: async ({ actor }) => ({ ...actor, where, language: 'en', zone: 'UTC' }),
    mention: (words) => `/${words}`,
    now: () => world.clock.now,
    dice: () => 0,
    log: keptLog(),
  });
  const answer = keptAnswer();
  await bot.handle({ ...asks('help'), where }, answer);
  return answer.steps.join('\n');
}

describe('help', () => {
  test('leads to the first lesson with one press', async () => {
    await world.ann.run('/help');
    expect(world.ann.reads()).toContain('/lesson today');
    await world.ann.press('Start with a lesson');
    expect(world.ann.reads()).toContain('### Confident, without showing off');
  });

  test('names every way to type what Ann may use here, and nothing else', async () => {
    const said = await help(inServer);
    for (const word of ['today', 'browse', 'show', 'random', 'progress'])
      expect(said).toMatch(new RegExp(`/lesson ${word}\\b`));
    expect(said).toContain('/here');
    expect(said).not.toContain('/hosts');
  });

  test('names what hosts may do to hosts', async () => {
    const server = {
      id: '200000000000000001',
      locale: 'en-US',
      memberMay: PermissionFlagsBits.ManageGuild,
      memberRoles: [],
    };
    expect(await help({ ...inServer, server })).toContain('- /hosts: For hosts');
  });

  test('leaves out what needs a server where there is none', async () => {
    const said = await help(inBotDm);
    expect(said).toContain('/lesson today');
    expect(said).not.toMatch(/\/hosts|\/here/);
  });
});
