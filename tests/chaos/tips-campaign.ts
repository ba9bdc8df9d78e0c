import { setTimeout as pause } from 'node:timers/promises';
import { type Playground, startPlayground } from '#playground/start.ts';
import { openDatabase } from '#database/open.ts';
import { tipsIn } from '#tips/store.ts';
import { newSubscription, type Delivery } from '#tips/subscription.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { beginLife, type Life } from './life.ts';
import { lockDeliveries } from './write-lock.ts';
import { endPlayground } from '#tests/support/playground.ts';

/** When the bot is killed on the way of a tip. */
export const tipPoints = ['claimed', 'accepted, not answered', 'answered, not recorded', 'at any moment'] as const;
export type TipPoint = (typeof tipPoints)[number];

export type TipsOptions = {
  readonly databaseUrl: string;
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: () => void;
};

export type TipsOutcome = {
  kills: number;
  /** Tips that were due. */
  due: number;
  /** How often it was killed at each point, with how many processes, and with an outage afterwards. */
  readonly hits: Record<string, number>;
  /** What must never be, each a sentence. */
  readonly lost: string[];
  readonly doubled: string[];
  readonly stuck: string[];
};

type Campaign = {
  readonly playground: Playground;
  readonly options: TipsOptions;
  readonly chance: Chance;
  readonly store: ReturnType<typeof tipsIn>;
  readonly channels: readonly string[];
  readonly lives: Life[];
  readonly outcome: TipsOutcome;
};

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Channels with a tip at the same minute. */
const channelCount = 5;

/** A day after the other the bot is killed while it posts the day's tips; each channel must have exactly one. */
export async function runTipsCampaign(options: TipsOptions): Promise<TipsOutcome> {
  const playground = await startPlayground({ strict: false });
  const silent = { info: () => undefined, warn: () => undefined };
  const database = await openDatabase(options.databaseUrl, { log: silent });
  const campaign = openCampaign(playground, options, tipsIn(database));
  const { outcome, lives } = campaign;
  try {
    await subscribe(campaign);
    for (let round = 0; outcome.kills < options.kills; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await playDay(campaign, round);
      if (outcome.lost.length + outcome.doubled.length + outcome.stuck.length > 0) break;
    }
  } catch (error) {
    outcome.stuck.push(String(error));
  } finally {
    for (const life of lives) life.kill();
    await Promise.all(lives.map(({ ended }) => ended));
    await database.close();
    await endPlayground(playground);
  }
  return outcome;
}

function openCampaign(playground: Playground, options: TipsOptions, store: Campaign['store']): Campaign {
  const { world } = playground;
  const channels = Array.from(
    { length: channelCount },
    (_, index) => world.addChannel('The Practice Room', { name: `tips-${index}` }).id,
  );
  const outcome: TipsOutcome = { kills: 0, due: 0, hits: {}, lost: [], doubled: [], stuck: [] };
  return { playground, options, store, channels, lives: [], chance: chanceFrom(options.seed), outcome };
}

/** The clock stands at a minute before nine, UTC. */
async function subscribe({ playground, store, channels }: Campaign): Promise<void> {
  const { clock, world } = playground;
  clock.setOffset((Math.floor(Date.now() / day) + 9 / 24) * day - minute - Date.now());
  const now = nowIn(playground);
  const server = world.channel('general').guildId ?? '';
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const due = { day: today.toString(), at: today.toZonedDateTime({ timeZone: 'UTC', plainTime: '09:00' }).toInstant() };
  for (const [index, channel] of channels.entries()) {
    const plan = {
      id: `channel${index}`.padEnd(12, '0'),
      server,
      channel,
      locale: 'en-US',
      time: '09:00',
      zone: 'UTC',
    };
    await store.add({ ...newSubscription, ...plan, state: 'on', since: now, due });
  }
}

const nowIn = ({ clock }: Playground) => Temporal.Instant.fromEpochMilliseconds(clock.now());

/** Starts the bot, lets it be nine, kills it on the way, and brings it back until every tip came to its end. */
async function playDay(campaign: Campaign, round: number): Promise<void> {
  const { playground, chance, outcome, lives, options } = campaign;
  const { clock } = playground;
  const processes = chance.pick([1, 2, 4]);
  const point = tipPoints[round % tipPoints.length] ?? 'at any moment';
  const isOutage = chance.number() < 0.4;
  while (lives.length < processes) lives.push(begin(campaign));
  await Promise.all(lives.map((life) => life.ready()));
  const today = nowIn(playground).add({ minutes: 2 }).toZonedDateTimeISO('UTC').toPlainDate().toString();
  const killed = killsAt(campaign, point);
  clock.setOffset(clock.offsetMs() + minute);
  await killed;
  outcome.kills += 1;
  outcome.due += channelCount;
  const kinds = [
    point,
    processes === 1 ? '1 process' : `${processes} processes`,
    ...(isOutage ? ['then 10 minutes down'] : []),
  ];
  for (const kind of kinds) outcome.hits[kind] = (outcome.hits[kind] ?? 0) + 1;
  if (isOutage) for (const life of lives) life.kill();
  const gone = lives.filter((life) => life.isKilled());
  await Promise.all(gone.map(({ ended }) => ended));
  clock.setOffset(clock.offsetMs() + (isOutage ? 10 * minute : minute + second));
  lives.splice(0, lives.length, ...lives.filter((life) => !life.isKilled()));
  if (lives.length === 0) lives.push(begin(campaign));
  await settled(campaign, today);
  await check(campaign, {
    today,
    round: `round ${round}, ${point}, ${processes} processes${isOutage ? ', outage' : ''}`,
  });
  while (lives.length > processes) lives.pop()?.kill();
  options.onKill?.();
  clock.setOffset(clock.offsetMs() + nextMorning(clock.now()));
}

/** Until a minute before the next nine o'clock. */
const nextMorning = (now: number): number => (Math.floor(now / day) + 1) * day + 9 * 60 * minute - minute - now;

function begin({ playground, options }: Campaign): Life {
  return beginLife({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CLOCK_URL: `${playground.url}/clock`,
    DATABASE_URL: options.databaseUrl,
    LOG_LEVEL: 'warn',
  });
}

/** Kills at a point of the way of one tip; resolves when it has happened. */
function killsAt({ playground, chance, channels, lives, options }: Campaign, point: TipPoint): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const killAll = () => {
    for (const life of lives) life.kill();
    resolve();
  };
  const path = new RegExp(`^/channels/${chance.pick(channels)}/messages$`);
  switch (point) {
    case 'claimed':
      playground.faults.rest({ method: 'POST', path, kind: 'reset', onStrike: killAll });
      break;
    case 'accepted, not answered':
      playground.faults.rest({ method: 'POST', path, kind: 'lost', onStrike: killAll });
      break;
    case 'answered, not recorded': {
      const lockThenKill = async () => {
        const unlock = await lockDeliveries(options.databaseUrl);
        // The answer is on its way after this; the bot can't note it before it dies.
        setTimeout(
          () => {
            killAll();
            void unlock();
          },
          150 + chance.number() * 200,
        );
      };
      playground.faults.rest({ method: 'POST', path, kind: 'slow', ms: 0, onStrike: lockThenKill });
      break;
    }
    case 'at any moment':
      setTimeout(() => {
        const some = lives.filter(() => chance.number() < 0.6);
        for (const life of some.length === 0 ? lives : some) life.kill();
        resolve();
      }, chance.number() * 700);
  }
  return promise;
}

/** Waits until every tip of the day came to its end; time passes by the minute meanwhile. */
async function settled(
  { playground: { clock }, store, channels, outcome, lives }: Campaign,
  today: string,
): Promise<void> {
  const patience = performance.now() + 60 * second;
  for (let look = 1; performance.now() < patience; look += 1) {
    const all = await Promise.all(channels.map((_, index) => deliveryOf(store, index, today)));
    if (all.every((one) => one && one.state !== 'sending')) return;
    await pause(100);
    if (look % 20 === 0) clock.setOffset(clock.offsetMs() + minute);
  }
  outcome.stuck.push(`not all tips of ${today} came to an end: ${lives.map((life) => life.said()).join('\n')}`);
}

const deliveryOf = (store: Campaign['store'], index: number, today: string): Promise<Delivery | undefined> =>
  store.delivery({ subscription: `channel${index}`.padEnd(12, '0'), day: today, part: 0 });

/** One message for each tip that is noted as sent, and none is noted as anything else. */
async function check(
  { playground, channels, store, outcome }: Campaign,
  { today, round }: { readonly today: string; readonly round: string },
): Promise<void> {
  for (const [index, channel] of channels.entries()) {
    const delivery = await deliveryOf(store, index, today);
    const name = `channel${index}`.padEnd(12, '0');
    const key = `:${name}-${today.replaceAll('-', '')}"`;
    const messages = [...(playground.state.messages.get(channel)?.values() ?? [])];
    const found = messages.filter(({ components }) => JSON.stringify(components).includes(key));
    if (found.length > 1) outcome.doubled.push(`${name} on ${today}: ${found.length} times (${round})`);
    if (found.length === 0) outcome.lost.push(`${name} on ${today}: ${delivery?.state} (${round})`);
    else if (delivery?.state !== 'sent' || !found.some(({ id }) => id === delivery.message))
      outcome.stuck.push(`${name} on ${today} was posted but is noted as ${delivery?.state} (${round})`);
  }
}
