import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lessonRoutes } from '#lessons/routes.ts';
import { en } from '#lessons/text.en.ts';
import { seededDice } from '#tests/support/dice.ts';
import { ann, inGroup, presses } from '#tests/support/incoming.ts';
import { keptAnswer } from '#tests/support/kept-answer.ts';
import { openWorld } from '#tests/support/world.ts';

/** A world for one test. */
async function inWorld(options: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld(options);
  onTestFinished(() => world.close());
  return world;
}

const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
const control = { owner: ann.id, lesson: 'keep-going' };
const open = '/lesson show lesson:keep-going';

describe('Ann shares a lesson', () => {
  test('after she has seen what everybody will see', async () => {
    const { ann: person, ben } = await inWorld();
    await person.run(open);
    await person.press(en.share);
    const preview = person.reads();
    expect(preview).toMatchSnapshot('the preview');
    expect(ben.readsAll()).toEqual([]);

    await person.press(en.post);
    expect(ben.readsAll()).toHaveLength(1);
    expect(ben.reads()).toMatchSnapshot('what everybody sees');
    const shown = preview.split('———\n')[1]?.split('\n').slice(0, -1).join('\n');
    expect(ben.reads()).toContain(shown);
    expect(person.readsAll()).toContain(`(only you)\n${en.posted}`);
  });

  test('once, however often she taps', async () => {
    const { ann: person, ben } = await inWorld({ dice: seededDice() });
    await person.run(open);
    await person.press(en.share);
    const { message, customId } = person.control(en.post);
    await Promise.all([person.pressId(message, customId), person.pressId(message, customId)]);
    await person.pressId(message, customId);
    expect(ben.readsAll()).toHaveLength(1);
    expect(person.reads()).toContain('it works only once');
    await person.press(en.share);
    await person.press(en.post);
    expect(ben.readsAll()).toHaveLength(2);
  });

  test('and changes her mind', async () => {
    const { ann: person, ben } = await inWorld();
    await person.run(open);
    await person.press(en.share);
    await person.press(en.dontPost);
    expect(person.reads()).toBe(`(only you)\n${en.notPosted}`);
    expect(ben.readsAll()).toEqual([]);
  });

  test('where Discord shows it to her alone: she is told, and why', async () => {
    const { ann: person, ben } = await inWorld({ keepsPrivate: true });
    await person.run(open);
    await person.press(en.share);
    await person.press(en.post);
    expect(person.readsAll()).toContain(`(only you)\n${en.keptPrivate}`);
    expect(person.readsAll().join('\n')).not.toContain(en.posted);
    expect(ben.readsAll()).toEqual([]);
  });

  test('nowhere she may not write: a private no instead of a preview', async () => {
    const { ann: person, ben } = await inWorld({ memberMay: SendMessagesInThreads });
    await person.run(open);
    await person.press(en.share);
    expect(person.reads()).toBe(`(only you)\n${en.maySayNothing}`);
    expect(ben.readsAll()).toEqual([]);
  });

  test('nowhere she may not write any more when she presses post', async () => {
    const { ann: person, ben } = await inWorld({ memberMay: 0n });
    await person.run(open);
    await person.pressId(person.seen()[0]?.id ?? '', lessonRoutes.post.id({ ...control, once: 'abcdefghijkl' }));
    expect(person.reads()).toBe(`(only you)\n${en.maySayNothing}`);
    expect(ben.readsAll()).toEqual([]);
  });

  test.each([
    ['with the right to write in threads', SendMessagesInThreads, true],
    ['with the right to write in channels alone', SendMessages, false],
  ])('in a thread only %s', async (_, memberMay, may) => {
    const { ann: person } = await inWorld({ isThread: true, memberMay });
    await person.run(open);
    await person.press(en.share);
    expect(person.reads().includes(en.preview)).toBe(may);
    expect(person.reads().includes(en.maySayNothing)).toBe(!may);
  });

  test('also in a group of friends, where Discord has no permissions to tell', async () => {
    const { dispatch } = await inWorld();
    const answer = keptAnswer();
    await dispatch.handle({ ...presses(lessonRoutes.share.id(control)), where: inGroup }, answer);
    await dispatch.handle(
      { ...presses(lessonRoutes.post.id({ ...control, once: 'abcdefghijkl' })), where: inGroup },
      answer,
    );
    const [preview, ...posting] = answer.steps.map((step) => step.split('\n', 1)[0]);
    expect(preview).toBe(`reply privately: ${en.preview}`);
    expect(posting).toEqual([
      'defer the update',
      `follow up openly: -# <@${ann.id}> shares a lesson`,
      `edit: ${en.posted}`,
    ]);
  });

  test('not with the bot alone: there is nobody to share with', async () => {
    const { ann: person } = await inWorld();
    const alone = person.at('dm');
    await alone.run(open);
    expect(alone.reads()).not.toContain(`[${en.share}]`);
  });
});

describe('what Ann shared', () => {
  const shared = async () => {
    const world = await inWorld();
    await world.ann.run(open);
    await world.ann.press(en.share);
    await world.ann.press(en.post);
    return world;
  };

  test('can be opened by everybody, privately, on a card of their own', async () => {
    const { ann: person, ben } = await shared();
    const before = person.readsAll();
    await ben.press(en.readIt);
    expect(ben.readsAll()).toHaveLength(2);
    expect(ben.reads()).toMatch(/^\(only you\)/);
    await ben.press(en.seeExample);
    expect(ben.reads()).toContain(en.strong);
    expect(person.readsAll()).toEqual(before);
  });

  test('does not let anybody use Ann’s own controls', async () => {
    const { ann: person, ben, database } = await shared();
    const card = person.seen()[0]?.id ?? '';
    const before = person.readsAll();
    const hers = [
      lessonRoutes.learn.id({ ...control, face: 'idea' }),
      lessonRoutes.turn.id({ ...control, face: 'example' }),
      lessonRoutes.go.id({ ...control, lesson: 'keep-applying' }),
      lessonRoutes.share.id(control),
      lessonRoutes.post.id({ ...control, once: 'abcdefghijkl' }),
      lessonRoutes.keep.id(control),
    ];
    for (const id of hers) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await ben.pressId(card, id);
      expect(ben.reads()).toBe(
        '(only you)\nThis card is for the person who opened it. Type /help to get one of your own.',
      );
    }
    expect(person.readsAll()).toEqual(before);
    expect(await database.db.selectFrom('acts').selectAll().execute()).toEqual([]);
  });
});
