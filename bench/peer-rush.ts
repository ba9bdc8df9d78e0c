// Two hundred people join within seconds, over the wire: how long others wait for `/lesson show` meanwhile, against the
// same seconds in which two hundred people ask for something that pairs nobody.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Dice } from '#bot/turn.ts';
import { openDatabase } from '#database/open.ts';
import { placesIn } from '#peers/places.ts';
import type { Wish } from '#peers/session.ts';
import type { Playground } from '#playground/start.ts';
import { openStage, type Stage, startBot } from './bots.ts';
import { crowdOf } from './crowd.ts';
import { showLesson } from './people.ts';

/** How many people come at once, and within how many seconds. */
const together = 200;
const within = 4;
/** `/lesson show` is asked so often, and until so long after the last of them came. */
const perSecond = 40;
const secondsAfter = 3;
const rounds = 2;
const lesson = 'weakness';

/** How long people waited for `/lesson show` and for what the two hundred asked, in ms; Infinity without an answer. */
export type Waits = { readonly lesson: readonly number[]; readonly own: readonly number[] };
export type Rush = {
  /** They ask where they stand: nobody is paired. */
  readonly asking: Waits;
  /** They join and are paired. */
  readonly joining: Waits;
  /** They join and nobody fits anybody, so the list grows to two hundred. */
  readonly inVain: Waits;
  readonly rooms: number;
};

type Crowd = { readonly channelId: string; readonly people: readonly string[] };
type Option = { readonly name: string; readonly value: string };
type Asked = { readonly person: string; readonly name: 'join' | 'status'; readonly options: readonly Option[] };

export async function peerRush(dice: Dice): Promise<Rush> {
  const stage = await openStage();
  const { playground } = stage;
  try {
    const crowd = crowdIn(playground, together * (rounds + 1));
    await turnOn(stage, crowd);
    const bot = startBot('Rebound', stage);
    try {
      await bot.ready();
      await meanwhile(playground, crowd, []); // until everything is warm
      const wishes = crowdOf(crowd.people.length, dice).map(({ wish }) => wish);
      const [asking, joining]: Waits[][] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        const members = crowd.people.slice(round * together, (round + 1) * together);
        const joins = members.map((person, index) => joinBy(person, wishes[round * together + index]));
        const status = members.map((person) => ({ person, name: 'status', options: [] }) as const);
        asking?.push(await meanwhile(playground, crowd, status));
        joining?.push(await meanwhile(playground, crowd, joins));
      }
      const lonely = crowd.people.slice(-together).map((person, index) => joinBy(person, wishOfNobody(index)));
      const rooms = roomsIn(playground);
      const inVain = await meanwhile(playground, crowd, lonely);
      return { asking: all(asking), joining: all(joining), inVain, rooms };
    } finally {
      await bot.stop();
    }
  } finally {
    await stage.close();
  }
}

const all = (waits: readonly Waits[] = []): Waits => ({
  lesson: waits.flatMap((one) => one.lesson),
  own: waits.flatMap((one) => one.own),
});

function crowdIn({ world }: Playground, count: number): Crowd {
  const people = Array.from({ length: count }, (_, index) => world.addUser({ username: `rush-${index}` }).id);
  const botPermissions =
    Bits.ViewChannel |
    Bits.SendMessages |
    Bits.ReadMessageHistory |
    Bits.SendMessagesInThreads |
    Bits.CreatePrivateThreads;
  const { id } = world.addGuild({ name: 'The Rush', memberIds: people, botPermissions });
  return { channelId: world.addChannel(id, { name: 'peers' }).id, people };
}

/** Sessions are on when the bot starts. */
async function turnOn({ playground, folder }: Stage, { channelId: channel }: Crowd): Promise<void> {
  const silent = { info: () => undefined, warn: () => undefined };
  const database = await openDatabase(`file:${join(folder, 'var', 'bench.sqlite')}`, { log: silent });
  const server = playground.world.guild('The Rush').id;
  const place = { server, channel, moderation: channel, entryRole: undefined, apartRoles: [], locale: 'en-US' };
  await placesIn(database).save({ ...place, isOn: true });
  await database.close();
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });

function joinBy(person: string, wish: Wish | undefined): Asked {
  const { role, level, languages = ['en'], length = 'short' } = wish ?? {};
  const said = { role, level, length, languages: languages.map((code) => names.of(code) ?? code).join(', ') };
  const options = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return { person, name: 'join', options };
}

/** Wishes of which no two fit: 25 languages, two lengths, four kinds of work. */
function wishOfNobody(index: number): Wish {
  const languages = 'ar bn bg zh hr cs da nl tl fi fr el he hi hu id it ja ko lt ms no fa pl pa'.split(' ');
  const roles = ['retail', 'care', 'office', 'software'] as const;
  return {
    role: roles[Math.floor(index / 50) % roles.length],
    level: 'some',
    languages: [languages[index % languages.length] ?? 'ar'],
    length: Math.floor(index / 25) % 2 === 0 ? 'short' : 'full',
  };
}

/** People do what they do within some seconds, while others ask for a lesson all the time. */
async function meanwhile(playground: Playground, crowd: Crowd, asked: readonly Asked[]): Promise<Waits> {
  const [lessons, own] = await Promise.all([
    paced((within + secondsAfter) * perSecond, perSecond, () => showLesson(playground, lesson)),
    paced(asked.length, together / within, (index) => askPeer(playground, crowd, asked[index])),
  ]);
  return { lesson: lessons, own };
}

async function askPeer({ people }: Playground, { channelId }: Crowd, asked: Asked | undefined) {
  if (!asked) return undefined;
  const begun = performance.now();
  const options = [{ name: asked.name, options: asked.options }];
  const { state } = await people.command(asked.person, { channelId, name: 'peer', options });
  return state === 'answered' ? performance.now() - begun : undefined;
}

/** So many times, at a fixed pace whether answers come or not. */
async function paced(
  count: number,
  eachSecond: number,
  does: (index: number) => Promise<number | undefined>,
): Promise<readonly number[]> {
  const begun = performance.now();
  const waits: Promise<number | undefined>[] = [];
  for (let index = 0; index < count; index += 1) {
    const early = begun + (index * 1_000) / eachSecond - performance.now();
    if (early > 0) await pause(early);
    waits.push(does(index));
  }
  return (await Promise.all(waits)).map((wait) => wait ?? Infinity);
}

const roomsIn = ({ state }: Playground): number =>
  [...state.channels.values()].filter(({ thread }) => thread !== undefined).length;
