import { CreateMessageInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '#bot/message.ts';
import { lessonCard, previewCard, sharedCard } from '#lessons/card.ts';
import type { LessonView } from '#lessons/lessons.ts';
import { browseCard, progressCard } from '#lessons/lists.ts';
import { memberFeatures } from '#src/features.ts';
import { ann, inBotDm, inServer } from '#tests/support/incoming.ts';
import { controlsOf, transcript } from '#tests/support/transcript.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { translator } from '#text/translator.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

// Mentions at their longest: a command's id has 20 digits at most.
const t = translator('en', (words) => `</${words}:99999999999999999999>`);
const caller = { ...ann, id: '9'.repeat(20), language: 'en', zone: 'UTC', where: inServer } as const;
const alone = { ...caller, where: inBotDm };
const note = t({ key: 'test.note', said: { en: 'n'.repeat(200) } });

const seen = ({ components }: Message) => ({ id: '', components, files: [], onlyYou: false });
const views = (): readonly LessonView[] => {
  const { open } = memberFeatures(world.database, world.content).lessons;
  return world.content.en.tracks.flatMap(({ lessons }) => lessons).map(({ id }) => open({ language: 'en' }, id));
};

function cardsOf(view: LessonView): Readonly<Record<string, Message>> {
  return {
    idea: lessonCard(view, { caller, t }),
    example: lessonCard(view, { caller, t, face: 'example' }),
    noted: lessonCard(view, { caller, t, face: 'example', note, learnt: true }),
    alone: lessonCard(view, { caller: alone, t }),
    shared: sharedCard(view, { caller, t }),
    preview: previewCard(view, { caller, t, once: 'abcdefghijkl' }),
  };
}

/** All parts of a message, and parts of parts. */
const partsIn = (part: object): readonly object[] => [
  part,
  ...('components' in part && Array.isArray(part.components) ? (part.components as object[]).flatMap(partsIn) : []),
];

/** Why Discord would not take a message; nothing when it would. */
function problemsWith({ components }: Message): readonly string[] {
  const parts = components.flatMap(partsIn);
  const text = parts.map((part) => ('content' in part ? String(part.content) : '')).join('');
  const ids = controlsOf(seen({ components })).map(({ customId }) => customId);
  const body = { type: 4, data: { components, flags: MessageFlags.IsComponentsV2 } };
  const { error } = CreateMessageInteractionCallbackRequestSchema.safeParse(body);
  return [
    ...(error ? [String(error)] : []),
    ...(text.length > 4000 ? [`${text.length} characters`] : []),
    ...(parts.length > 40 ? [`${parts.length} components`] : []),
    ...(new Set(ids).size < ids.length ? [`two controls with one id: ${ids.join(' ')}`] : []),
    ...ids.filter((id) => id.length > 100),
    ...controlsOf(seen({ components })).flatMap(({ name }) => (name.length > 80 ? [name] : [])),
  ];
}

describe('every lesson', () => {
  test('has cards that Discord takes, whoever reads them wherever', () => {
    for (const view of views()) {
      for (const [name, card] of Object.entries(cardsOf(view))) {
        expect([view.lesson.id, name, problemsWith(card)]).toEqual([view.lesson.id, name, []]);
      }
    }
  });

  test('fits one phone screen on each face: some 20 lines of 45 characters', () => {
    for (const view of views()) {
      for (const face of ['idea', 'example'] as const) {
        const lines = transcript(seen(lessonCard(view, { caller, t, face }))).split('\n');
        const onPhone = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 45)), 0);
        expect([view.lesson.id, face, onPhone <= 26 ? 'fits' : onPhone]).toEqual([view.lesson.id, face, 'fits']);
      }
    }
  });

  test('knows its place in its track, and its neighbours, also over the end of a track', () => {
    const all = views();
    const places = world.content.en.tracks.flatMap(({ track, lessons }) =>
      lessons.map((_, i) => `${track} ${i + 1}/${lessons.length}`),
    );
    expect(all.map(({ track, number, of }) => `${track.track} ${number}/${of}`)).toEqual(places);
    expect(all.map(({ previous }) => previous)).toEqual([
      undefined,
      ...all.slice(0, -1).map(({ lesson }) => lesson.id),
    ]);
    expect(all.map(({ next }) => next)).toEqual([...all.slice(1).map(({ lesson }) => lesson.id), undefined]);
  });

  test('can be shared, but not in a direct message where nobody else is', () => {
    const names = (card: Message | undefined) => controlsOf(seen(card ?? { components: [] })).map(({ name }) => name);
    for (const view of views()) {
      expect(names(cardsOf(view)['idea'])).toContain('Share');
      expect(names(cardsOf(view)['alone'])).not.toContain('Share');
    }
  });
});

describe('lists of lessons', () => {
  test('are cards that Discord takes, with nothing learnt and with everything', () => {
    const { tracks } = world.content.en;
    const [track] = tracks;
    if (!track) throw new Error('there is no track');
    const more = [...tracks, { ...track, track: 'another', title: 'T'.repeat(40), about: 'a'.repeat(120) }];
    const learnt = new Set(track.lessons.map(({ id }) => id));
    const [next] = views();
    if (!next) throw new Error('there is no lesson');
    const cards = [
      browseCard([track], track, { caller, t }),
      browseCard(more, track, { caller, t }),
      progressCard([{ track, learnt: new Set() }], next, { caller, t }),
      progressCard(
        more.map(() => ({ track, learnt })),
        next,
        { caller, t },
      ),
    ];
    expect(cards.map(problemsWith)).toEqual([[], [], [], []]);
    const lists = cards.slice(0, 2).map((card) => controlsOf(seen(card)).map(({ name }) => name));
    expect(lists).toEqual([['Choose a lesson'], ['Choose a lesson', 'Choose a track']]);
  });
});

test('a shared card pings nobody and has one way in for everybody', () => {
  const [view] = views();
  if (!view) throw new Error('there is no lesson');
  const shared = sharedCard(view, { caller, t });
  expect(controlsOf(seen(shared))).toEqual([
    { name: 'Read it privately', customId: `lesson.read:${view.lesson.id}`, disabled: false, values: {} },
  ]);
  expect(shared.components.every(({ type }) => type === ComponentType.Container)).toBe(true);
});
