// 10,000 daily tips due at one minute: how fast they go out under Discord's rate limits, what memory it takes, and how
// long a person waits for `/lesson show` meanwhile, against the same bot when nothing is due.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '#database/open.ts';
import type { Playground } from '#playground/start.ts';
import { tipsIn } from '#tips/store.ts';
import { newSubscription } from '#tips/subscription.ts';
import { type Answers, type Bot, openStage, startBot } from './bots.ts';
import { showLesson } from './people.ts';
import { judge, median, printTable, quantile, say, sayIfBusy } from './report.ts';

const due = Number(process.argv[2] ?? 10_000);
const channelsPerServer = 250;
const lesson = 'weakness';
/** People ask all the time, this often. */
const perSecond = 20;
const secondsIdle = 25;
/** Requests a second that Discord allows a bot. */
const allowed = 50;

const stage = await openStage();
const { playground } = stage;
try {
  const channels = makeChannels(playground);
  const minute = Temporal.Now.instant().add({ seconds: secondsIdle + 35 });
  await subscribe(channels, minute);
  playground.limits.set({ on: true, global: allowed });
  const bot = startBot('Rebound', stage, { preload: 'probe.ts', flags: ['--expose-gc'] });
  try {
    await bot.ready();
    await ask(8); // until everything is warm
    const idle = await ask(secondsIdle);
    const before = await bot.ask('memory');
    await pause(Math.max(0, minute.since(Temporal.Now.instant()).total('milliseconds')));
    const fan = await fanOut(bot);
    const after = await bot.ask('memory');
    const idleAgain = await ask(secondsIdle);
    report({ idle: [...idle, ...idleAgain], ...fan, before, after });
  } finally {
    await bot.stop();
  }
} finally {
  await stage.close();
}

function makeChannels({ world }: Playground): readonly { readonly server: string; readonly channel: string }[] {
  return Array.from({ length: Math.ceil(due / channelsPerServer) }, (_, index) => {
    const { id: server } = world.addGuild({ name: `Server ${index}` });
    return Array.from({ length: channelsPerServer }, (_channel, place) => ({
      server,
      channel: world.addChannel(server, { name: `tips-${place}` }).id,
    }));
  })
    .flat()
    .slice(0, due);
}

async function subscribe(
  channels: readonly { readonly server: string; readonly channel: string }[],
  at: Temporal.Instant,
): Promise<void> {
  const silent = { info: () => undefined, warn: () => undefined };
  const database = await openDatabase(`file:${join(stage.folder, 'var', 'bench.sqlite')}`, { log: silent });
  const local = at.toZonedDateTimeISO('UTC');
  const plan = { locale: 'en-US', time: local.toPlainTime().toString().slice(0, 5), zone: 'UTC' };
  await database.transaction(async (tx) => {
    const store = tipsIn({ db: tx });
    for (const [index, place] of channels.entries()) {
      const id = `s${String(index).padStart(11, '0')}`;
      const dueThen = { day: local.toPlainDate().toString(), at };
      await store.add({ ...newSubscription, ...plan, ...place, id, state: 'on', since: at, due: dueThen });
    }
  });
  await database.close();
}

/** Waits of people who ask for some seconds. */
async function ask(seconds: number, isOver = () => false): Promise<readonly number[]> {
  const begun = performance.now();
  const all: Promise<number | undefined>[] = [];
  for (let count = 0; count < seconds * perSecond && !isOver(); count += 1) {
    const early = begun + (count * 1000) / perSecond - performance.now();
    if (early > 0) await pause(early);
    all.push(showLesson(playground, lesson));
  }
  return (await Promise.all(all)).map((wait) => wait ?? Infinity);
}

async function fanOut(bot: Bot) {
  const posted = () => posts(playground);
  const begun = performance.now();
  const most = (due / allowed) * 2 + 60;
  let fastest = 0;
  let last = { at: begun, count: 0 };
  const memory: number[] = [];
  const watch = setInterval(() => {
    const now = { at: performance.now(), count: posted() };
    fastest = Math.max(fastest, ((now.count - last.count) * 1000) / (now.at - last.at));
    last = now;
    void bot.ask('rss').then((rss) => memory.push(rss));
  }, 5_000);
  let isOver = false;
  const looks = setInterval(() => (isOver = posted() >= due), 250);
  const busy = await ask(most, () => isOver);
  clearInterval(looks);
  clearInterval(watch);
  return {
    busy,
    memory,
    seconds: (performance.now() - begun) / 1000,
    posted: posted(),
    refused: playground.limits.refused(),
  };
}

function posts({ state }: Playground): number {
  let sum = 0;
  for (const [channel, messages] of state.messages) {
    if (state.channels.get(channel)?.name.startsWith('tips-') === true) sum += messages.size;
  }
  return sum;
}

/** The median of one quarter of some figures. */
function quarter(figures: readonly number[], which: number): number {
  return median(figures.slice(Math.floor((figures.length * which) / 4), Math.ceil((figures.length * (which + 1)) / 4)));
}

type Result = Awaited<ReturnType<typeof fanOut>> & {
  readonly idle: readonly number[];
  readonly before: Answers['memory'];
  readonly after: Answers['memory'];
};

function report({ idle, busy, seconds, posted, refused, before, after, memory }: Result): void {
  const mebibytes = (bytes: number) => bytes / 2 ** 20;
  say(`${due} tips due at one minute; ${perSecond} people a second ask /lesson show lesson:${lesson}`);
  const row = (name: string, waits: readonly number[]) => [
    name,
    String(waits.length),
    ...[0.5, 0.9, 0.99, 1].map((share) => quantile(waits, share).toFixed(2)),
  ];
  printTable(
    ['', 'asked', 'p50 ms', 'p90 ms', 'p99 ms', 'longest ms'],
    [row('nothing due', idle), row('tips go out', busy)],
  );
  const rate = posted / seconds;
  say(
    `${posted} posted in ${seconds.toFixed(1)} s: ${rate.toFixed(2)} a second (${((rate / allowed) * 100).toFixed(1)} % of ${allowed})`,
  );
  say(
    `memory: ${mebibytes(before.rss).toFixed(1)} MiB before, ${mebibytes(Math.max(...memory)).toFixed(1)} at most, ${mebibytes(after.rss).toFixed(1)} after;`,
    `in the heap ${mebibytes(before.heap).toFixed(1)} MiB before and ${mebibytes(after.heap).toFixed(1)} after`,
    '',
  );
  sayIfBusy();
  judge([
    {
      what: 'Seconds that it took, over those at the allowed rate',
      value: (seconds * allowed) / posted,
      limit: 1 / 0.9,
    },
    { what: 'Answers 429', value: refused, limit: 0, unit: '' },
    { what: 'Tips not posted or posted twice', value: Math.abs(due - posted), limit: 0, unit: '' },
    { what: 'p50 of /lesson while tips go out', value: median(busy) / median(idle), limit: 1.5 },
    {
      what: 'Memory in the last quarter, over that in the second',
      value: quarter(memory, 3) / quarter(memory, 1),
      limit: 1.2,
    },
    { what: 'Growth of the heap that stays', value: mebibytes(after.heap - before.heap), limit: 5, unit: 'MiB' },
  ]);
}
