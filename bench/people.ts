// What people do to a bot in a bench.

import type { Playground } from '#playground/start.ts';

/** Something that a person does. Resolves with their wait in ms; undefined when no answer came. */
export type Doing = (playground: Playground) => Promise<number | undefined>;

type Exchange = Awaited<ReturnType<Playground['people']['command']>>;

type Place = { readonly person: string; readonly channelId: string };

const ann = ({ people, world }: Playground): Place => ({
  person: people.named('ann').id,
  channelId: world.channel('general', 'The Practice Room').id,
});

/** Members of a server of their own: nobody in it does a thousand mocks. */
export const crowd = 300;
const crowds = new WeakMap<Playground, { readonly places: readonly Place[]; next: number }>();

/** One member after the other. */
function somebody(playground: Playground): Place {
  const there = crowds.get(playground) ?? { places: crowdOf(playground), next: 0 };
  crowds.set(playground, there);
  there.next = (there.next + 1) % there.places.length;
  return there.places[there.next] ?? ann(playground);
}

function crowdOf({ world }: Playground): readonly Place[] {
  const people = Array.from({ length: crowd }, (_, index) => world.addUser({ username: `member-${index}` }).id);
  const { id } = world.addGuild({ name: 'The Crowd', memberIds: people });
  const channelId = world.addChannel(id, { name: 'practice' }).id;
  return people.map((person) => ({ person, channelId }));
}

const type = (
  { people }: Playground,
  { person, channelId }: Place,
  [name, options]: readonly [string, readonly object[]],
): Promise<Exchange> => people.command(person, { channelId, name, options: options as never });

async function waited(exchange: Promise<Exchange>): Promise<number | undefined> {
  const begun = performance.now();
  const { state } = await exchange;
  return state === 'answered' ? performance.now() - begun : undefined;
}

/** Ann types `/lesson show lesson:…`. */
export const showLesson = (playground: Playground, lesson: string): Promise<number | undefined> =>
  waited(
    type(playground, ann(playground), ['lesson', [{ name: 'show', options: [{ name: 'lesson', value: lesson }] }]]),
  );

const question = ['mock', [{ name: 'question', options: [{ name: 'role', value: 'retail' }] }]] as const;

/** Somebody types `/mock question`. */
export const askQuestion: Doing = (playground) => waited(type(playground, somebody(playground), question));

/** Somebody answers a question of a mock; the wait is the one for what follows the form. */
export const answerQuestion: Doing = async (playground) => {
  const { people, state } = playground;
  const place = somebody(playground);
  const { messageIds } = await type(playground, place, question);
  const [messageId = ''] = messageIds;
  const card = state.messages.get(place.channelId)?.get(messageId);
  const [customId = ''] = /mock\.answer:[^"]+/.exec(JSON.stringify(card?.components)) ?? [];
  const { interactionId } = await people.press(place.person, { messageId, customId });
  const values = { answer: 'I asked first, and then I did what I could.', rating: '3' };
  return waited(people.submit(place.person, { formId: interactionId, values }));
};
