import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberFeatures } from '#src/features.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ann = { id: '100000000000000001', language: 'en', zone: 'UTC' } as const;
const lessons = () => memberFeatures(world.database, world.content).lessons;
const all = () => world.content.en.tracks.flatMap((track) => track.lessons);
const found = async (typed: string) => (await lessons().find(ann, typed)).lesson.id;

describe('a person finds a lesson', () => {
  test('by its title, its id, each topic that is its own and each other word for it', async () => {
    for (const { id, title, aliases } of all()) {
      expect(await found(id)).toBe(id);
      expect(await found(title)).toBe(id);
      expect(await found(title.toUpperCase())).toBe(id);
      for (const alias of aliases) expect([alias, await found(alias)]).toEqual([alias, id]);
    }
  });

  test.each([
    ['weeknesses', 'know-your-weaknesses'],
    ['waeknesses', 'know-your-weaknesses'],
    ['my weakneses', 'know-your-weaknesses'],
    ['perfectionnist', 'know-your-weaknesses'],
    ['confidense', 'humble-and-confident'],
    ['arogance', 'humble-and-confident'],
    ['braging', 'humble-and-confident'],
    ['quesitons', 'ask-as-you-go'],
    ['any qestions for us', 'ask-as-you-go'],
    ['rezume', 'beyond-your-cv'],
    ['expirience', 'no-experience-yet'],
    ['cv', 'beyond-your-cv'],
    ['feeback', 'ask-for-feedback'],
    ['critisism', 'ask-for-feedback'],
    ['thnak you note', 'say-thank-you'],
    ['turned dawn', 'what-a-no-can-spare-you'],
    ['nervus', 'let-them-meet-you'],
    ['personalty', 'let-them-meet-you'],
    ['smal talk', 'let-them-meet-you'],
    ['pretendig', 'true-not-perfect'],
    ['overconfidant', 'keep-applying'],
    ['offerz', 'keep-applying'],
    ['waitting to here', 'keep-applying'],
    ['givin up', 'keep-going'],
    ['burntt out', 'keep-going'],
    ['i am nervous', 'let-them-meet-you'],
    ['i was rejected', 'after-the-no'],
    ['why was i rejectd', 'ask-for-feedback'],
    ['how do i talk about my weaknesses?', 'know-your-weaknesses'],
    ['Many  Rejections', 'keep-going'],
    ['no experiance', 'no-experience-yet'],
    ['voluntering', 'no-experience-yet'],
    ['what do you know about us?', 'research-the-place'],
    ['job discription', 'read-the-advert'],
    ['what should i wear', 'plan-the-day'],
    ['i am late', 'plan-the-day'],
    ['tell me about your self', 'open-well'],
    ['star', 'tell-it-as-a-story'],
    ['my mind went blank', 'take-your-time'],
    ['thank you', 'say-thank-you'],
    ['unsucessful', 'after-the-no'],
    ['weekends', 'hours-you-can-work'],
    ['nights', 'hours-you-can-work'],
    ['scams', 'spot-a-fake-job'],
    ['whatsap', 'spot-a-fake-job'],
    ['cheque', 'spot-a-fake-job'],
    ['passport', 'keep-your-details'],
    ['bank detials', 'keep-your-details'],
    ['kewyords', 'read-the-advert'],
    ['messgaes', 'say-thank-you'],
    ['flws', 'know-your-weaknesses'],
    ['spare', 'keep-your-details'],
  ])('though they type “%s”', async (typed, id) => expect(await found(typed)).toBe(id));

  test('while they type: what fits best stands first, and nothing typed offers all in order', async () => {
    const person = world.ann;
    expect((await person.types('/lesson show', 'lesson', 'weak'))[0]).toBe('Name a real weakness, and your fix');
    expect(await person.types('/lesson show', 'lesson', 'les')).toEqual([]);
    expect(await person.types('/lesson show', 'lesson', '')).toHaveLength(all().length);
    expect(await person.types('/lesson show', 'lesson', 'zzqx')).toEqual([]);
  });

  test('by choosing what was suggested', async () => {
    await world.ann.run('/lesson show lesson:keep-going');
    expect(world.ann.reads()).toContain('### Rest, change one thing, go again');
  });
});

describe('a person who types what no lesson is about', () => {
  test('is told so kindly, alone, and sees the own words without effect', async () => {
    await world.ann.run('/lesson show lesson:**zzqx** @qqvz <@1> [x](qqvz://zzqx)');
    expect(world.ann.reads()).toBe(
      '(only you)\nNo lesson fits “\\*\\*zzqx\\*\\* \\@qqvz \\<\\@1\\> \\[x\\](qqvz\\://zzqx)”. ' +
        'Try one plain word, such as *nervous* or *questions*, or look through them all with /lesson browse.',
    );
  });

  test('is not shown all of a long text again', async () => {
    await world.ann.run(`/lesson show lesson:${'qzxw'.repeat(25)}`);
    expect(world.ann.reads()).toContain(`No lesson fits “${'qzxw'.repeat(19)}qzx…”`);
  });

  test.each(['zzqx', '?!', '…', '🙃', '失业', 'constructor'])(
    'such as “%s” gets no lesson that has nothing to do with it',
    async (typed) => {
      await expect(found(typed)).rejects.toThrow('refused: lessons.notFound');
    },
  );
});
