// Peer sessions of 2,000 members on one day: who is paired, how long they wait, whether chance or the rules favour
// anybody; how long a join takes with lists of every length; and whether others wait for their answers because of it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContent } from '#content/content.ts';
import { openDatabase } from '#database/open.ts';
import { seededDice } from '#tests/support/dice.ts';
import { crowdOf, levelsOfCrowd, works } from './crowd.ts';
import { type Attempt, type Day, peerDay } from './peer-day.ts';
import { type AtSize, joinsAtSizes } from './peer-list.ts';
import { peerRush, type Rush } from './peer-rush.ts';
import { judge, median, printTable, quantile, say, sayIfBusy } from './report.ts';

const count = Number(process.argv[2] ?? 2_000);
const begins = Temporal.Instant.from('2026-03-02T00:00:00Z');
const dice = seededDice();
/** Joins of the day are told by how many waited: from so many on. */
const steps = [0, 5, 10, 20] as const;

const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'));
const database = await openDatabase(`file:${join(folder, 'day.sqlite')}`, {
  log: { info: () => undefined, warn: () => undefined },
});
try {
  const content = await openContent({ data: 'data', compiled: join(folder, 'content.json') });
  const day = await peerDay({ database, content, members: crowdOf(count, dice), begins, dice });
  reportDay(day);
  const sizes = await joinsAtSizes({ database, now: begins.add({ hours: 26 }), dice });
  reportSizes(day, sizes);
  const rush = await peerRush(dice);
  reportRush(rush);
  sayIfBusy();
  judgeAll(day, sizes, rush);
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}

function reportDay(day: Day): void {
  const { attempts, pairs, held, noShows } = day;
  const wanted = attempts.filter(({ isFirst }) => !isFirst);
  const firsts = attempts.filter(({ isFirst }) => isFirst);
  say(
    `${count} members joined ${wanted.length} times in 24 hours: ${pairs.length} pairings, ${held} sessions held, ${noShows} did not come.`,
    `Repeats of a partner within 14 days: ${repeatsIn(day)} of ${pairs.length} pairings.`,
  );
  const head = ['', 'joined', 'paired', 'at once', 'nobody came', 'p50 min', 'p90 min', 'p99 min'];
  const rows: (readonly [string, readonly Attempt[]])[] = [
    ['everybody', wanted],
    ['first in line, after a no-show', firsts],
    ...levelsOfCrowd.map(
      (level) => [`level: ${level ?? 'open'}`, wanted.filter(({ member }) => member.wish.level === level)] as const,
    ),
    ...works.map((work) => [`work: ${work}`, wanted.filter(({ member }) => member.work === work)] as const),
    ['20 minutes each', wanted.filter(({ member }) => member.wish.length === 'short')],
    ['50 minutes', wanted.filter(({ member }) => member.wish.length === 'full')],
    ['speak English', wanted.filter(({ member }) => member.wish.languages.includes('en'))],
    ['speak no English', wanted.filter(({ member }) => !member.wish.languages.includes('en'))],
    ['at night (0 to 6)', wanted.filter(({ at }) => hourOf(at) < 6)],
    ['in the evening (18 to 22)', wanted.filter(({ at }) => hourOf(at) >= 18 && hourOf(at) < 22)],
  ];
  printTable(
    head,
    rows.map(([name, some]) => rowOf(name, some)),
  );
}

function hourOf(at: Temporal.Instant): number {
  return at.toZonedDateTimeISO('UTC').hour;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** How long those waited who were paired, in minutes. */
function waitsOf(attempts: readonly Attempt[]): readonly number[] {
  return attempts.flatMap(({ waitedMs }) => (waitedMs === undefined ? [] : [waitedMs / 60_000]));
}

function rowOf(name: string, attempts: readonly Attempt[]): readonly string[] {
  const waits = waitsOf(attempts);
  const all = attempts.length;
  return [
    name,
    String(all),
    percent(waits.length, all),
    percent(waits.filter((wait) => wait === 0).length, all),
    percent(attempts.filter(({ outcome }) => outcome === 'nobody came').length, all),
    ...[0.5, 0.9, 0.99].map((share) => quantile(waits, share).toFixed(1)),
  ];
}

/** Pairings of two who had met on that day already. */
function repeatsIn({ pairs }: Day): number {
  return pairs.length - new Set(pairs.map((two) => two.toSorted((a, b) => (a < b ? -1 : 1)).join())).size;
}

function reportSizes({ joins }: Day, sizes: readonly AtSize[]): void {
  say('A join (what they want, the list, pairing), on SQLite:');
  const times = (ms: readonly number[]) =>
    ms.length === 0 ? ['', ''] : [median(ms).toFixed(2), quantile(ms, 0.99).toFixed(2)];
  const inDay = steps.flatMap((least, index) => {
    const next = steps[index + 1] ?? Infinity;
    const some = joins.filter(({ waiting }) => waiting >= least && waiting < next).map(({ ms }) => ms);
    const name = next === Infinity ? `${least} and more` : `${least} to ${next - 1}`;
    return some.length === 0 ? [] : [[name, String(some.length), ...times(some)]];
  });
  printTable(['waiting, in that day', 'joins', 'p50 ms', 'p99 ms'], inDay);
  printTable(
    ['waiting', 'alone p50 ms', 'p99 ms', 'paired p50 ms', 'p99 ms', 'a look through the list, ms'],
    sizes.map(({ waiting, alone, paired, looks }) => [
      String(waiting),
      ...times(alone),
      ...times(paired),
      median(looks).toFixed(1),
    ]),
  );
}

function reportRush({ asking, joining, inVain, rooms }: Rush): void {
  say(`Over the wire, /lesson show while 200 people do something within 4 seconds (${rooms} rooms opened):`);
  const row = (name: string, waits: readonly number[]) => [
    name,
    String(waits.length),
    ...[0.5, 0.9, 0.99, 1].map((share) => quantile(waits, share).toFixed(1)),
  ];
  printTable(
    ['', 'asked', 'p50 ms', 'p90 ms', 'p99 ms', 'longest ms'],
    [
      row('/lesson show while they ask /peer status', asking.lesson),
      row('/lesson show while they join and are paired', joining.lesson),
      row('/lesson show while they join in vain', inVain.lesson),
      row('/peer status itself', asking.own),
      row('/peer join, paired', joining.own),
      row('/peer join, in vain', inVain.own),
    ],
  );
}

function judgeAll(day: Day, sizes: readonly AtSize[], { asking, joining, inVain }: Rush): void {
  const wanted = day.attempts.filter(({ isFirst }) => !isFirst);
  const firsts = day.attempts.filter(({ isFirst }) => isFirst);
  const nobody = wanted.filter(({ outcome }) => outcome === 'nobody came').length;
  const later = ({ lesson }: Rush['joining'], share: number) =>
    quantile(lesson, share) - quantile(asking.lesson, share);
  const [none, most] = [sizes.at(0), sizes.at(-1)];
  judge([
    { what: 'Told that nobody came', value: (100 * nobody) / wanted.length, limit: 5, unit: '%' },
    { what: 'Waiting, p90', value: quantile(waitsOf(wanted), 0.9), limit: 15, unit: 'min' },
    { what: 'Pairings with a recent partner', value: (100 * repeatsIn(day)) / day.pairs.length, limit: 1, unit: '%' },
    {
      what: 'First in line after a no-show: p90 of waiting, over that of all who did not sit at once',
      value:
        quantile(waitsOf(firsts), 0.9) /
        quantile(
          waitsOf(wanted).filter((wait) => wait > 0),
          0.9,
        ),
      limit: 1,
    },
    {
      what: 'A join with 500 waiting, over one with none: median',
      value: median(most?.alone ?? []) / median(none?.alone ?? []),
      limit: 20,
    },
    {
      what: '/lesson show waits longer at p99 while people are paired',
      value: later(joining, 0.99),
      limit: 100,
      unit: 'ms',
    },
    { what: '/lesson show waits longer at p99 while nobody fits', value: later(inVain, 0.99), limit: 100, unit: 'ms' },
    {
      what: 'Presses without an answer',
      value: [asking, joining, inVain]
        .flatMap(({ lesson, own }) => [...lesson, ...own])
        .filter((one) => one === Infinity).length,
      limit: 0,
      unit: '',
    },
    { what: 'Errors logged on that day', value: day.errors.length, limit: 0, unit: '' },
  ]);
}
