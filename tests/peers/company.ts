// People over the wire, on their way into a session and in it.

import { overTheWire } from '#tests/support/over-the-wire.ts';
import type { PeerWorld } from '#tests/support/peer-world.ts';
import { type Person, personOn } from '#tests/support/people.ts';

/** One more member of the server. */
export function newcomer({ playground }: Pick<PeerWorld, 'playground'>, name: string): Person {
  const { id } = playground.world.addUser({ username: name.toLowerCase(), globalName: name });
  playground.world.join('The Practice Room', id);
  return personOn(overTheWire(playground), name);
}

export const idOf = ({ playground }: Pick<PeerWorld, 'playground'>, name: string): string =>
  playground.people.named(name.toLowerCase()).id;

/** Waits until so many rooms are there, and two people and the bot are in the newest. */
export async function roomOpens(world: PeerWorld, count = 1): Promise<void> {
  const isThere = () => world.rooms().length === count && world.rooms().at(-1)?.people.length === 3;
  await world.playground.people.until(() => isThere() || undefined, 20_000);
}

type Two = { readonly ann: Person; readonly ben: Person };

/** Ann and Ben join and are asked to accept the rules. */
export async function paired(world: PeerWorld, options = ''): Promise<Two> {
  await world.ann.run(`/peer join${options} languages:English`);
  await world.ben.run(`/peer join${options} languages:English`);
  await roomOpens(world);
  const two = { ann: world.inRoom(world.ann), ben: world.inRoom(world.ben) };
  await two.ann.sees('you can practise together');
  return two;
}

/** Whoever asks in the step that is on, and whoever answers. */
export type Roles = { readonly asker: Person; readonly candidate: Person };

/** Ann and Ben join and accept: the first questions are on. */
export async function begun(world: PeerWorld): Promise<Two & Roles> {
  const { ann, ben } = await paired(world);
  await ann.press('I’m in');
  await ben.press('I’m in');
  await ann.sees('Questions, first half');
  return { ann, ben, ...rolesOf(world, { ann, ben }) };
}

/** Whom a card of the room calls the one who asks; a sheet, with whatever its questions say, mentions nobody. */
const calledAsker = /<@(\d+)>(?: asks[,. ]|: first one thing| names the answer)/;

/** As the newest card in the room says. */
export function rolesOf(world: PeerWorld, { ann, ben }: Two): Roles {
  const id = ann
    .readsAll()
    .flatMap((one) => calledAsker.exec(one)?.[1] ?? [])
    .at(-1);
  return id === idOf(world, 'Ann') ? { asker: ann, candidate: ben } : { asker: ben, candidate: ann };
}

/** Ann and Ben are in the feedback of the first half: from here on a session counts. */
export async function atFeedback(world: PeerWorld): Promise<Two & Roles> {
  const all = await begun(world);
  world.later({ minutes: 13 });
  await all.ann.sees('Feedback, first half');
  return all;
}

const three = { s0: '3', s1: '2', s2: '3', s3: '1', s4: '4' };

/** Fills all forms that somebody has still to fill, with these words. */
export async function fillAll(person: Person, words: { readonly heard: string; readonly nextTime: string }) {
  await person.press('My forms');
  for (const label of [
    'How were the answers?',
    'In your words',
    'How were my own answers?',
    'How was the interviewer?',
  ]) {
    if (!person.reads().includes(`[*${label}]`)) continue;
    await person.press(label);
    if (label === 'In your words') await person.fill(words);
    else if (label === 'How was the interviewer?') await person.fill({ s0: '3', s1: '4', s2: '2', nextTime: '' });
    else await person.fill(label.includes('my own') ? { ...three, s1: '4' } : three);
  }
}

/** The card in the room, as it stands now: the newest message that everybody sees. */
export const roomCard = (person: Person): string =>
  person.readsAll().findLast((one) => !one.startsWith('(only you)')) ?? '';

/** Bot's own way to Discord, with which a moderator's doings are played: what it changes comes back as a raw event. */
export async function asModerator(
  { playground }: PeerWorld,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body?: object },
): Promise<void> {
  const answer = await fetch(`${playground.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${playground.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
}
