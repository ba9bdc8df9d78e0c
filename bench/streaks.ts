// How long the store takes for `/streak me`, the leaderboard and one more act, with few acts and with very many, on
// SQLite and PostgreSQL: node bench/streaks.ts 10000 10000000 (numbers of acts; every member has ten).

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '#database/open.ts';
import { dayOf } from '#streaks/clock/rules.ts';
import { standingsIn } from '#streaks/standings.ts';
import { actsIn } from '#streaks/store.ts';
import { streaksFrom } from '#streaks/streaks.ts';
import { ownPostgres } from '#tests/chaos/own-postgres.ts';
import { seededDice } from '#tests/support/dice.ts';
import { type Figure, judge, median, printTable, quantile, say, sayIfBusy } from './report.ts';

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(10_000, 10_000_000);
const actsEach = 10;
const firstMember = 100_000_000_000_000_000n;
const today = Temporal.Instant.from('2026-03-02T12:00:00Z');
const day = dayOf('2026-03-02');
/** Somebody who practised on every day of ten years. */
const veteran = '900000000000000000';
const veteranDays = 3_652;
const server = '200000000000000001';
const repeats = 2_000;
const dice = seededDice();

const limits = { median: 5, p99: 20 };
const head = ['', 'acts', 'what', 'median ms', 'p99 ms'];
const table: string[][] = [];
const figures: Figure[] = [];

const folder = await mkdtemp(join(tmpdir(), 'rebound-bench-'));
const postgres = await ownPostgres();
try {
  for (const acts of sizes) {
    await measure(`file:${join(folder, `${acts}.sqlite`)}`, acts);
    await measure(postgres.url, acts);
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true });
}
printTable(head, table);
sayIfBusy();
judge(figures);

async function measure(url: string, acts: number): Promise<void> {
  const database = await openDatabase(url, { log: { info: () => {}, warn: () => {} } });
  try {
    const begun = performance.now();
    await fill(database, acts / actsEach);
    say(
      `${database.kind}: ${acts} acts of ${acts / actsEach} members after ${Math.round(performance.now() - begun)} ms`,
    );
    await run(database, acts);
    // The next size begins with an empty server.
    if (database.kind === 'postgres')
      await sql.raw('drop schema public cascade; create schema public').execute(database.db);
  } finally {
    await database.close();
  }
}

/** Everybody practised on each of the last ten days; one in ten shows it on the server's board. */
async function fill({ db, transaction, kind }: Database, members: number): Promise<void> {
  const person = sql`cast(${sql.raw(String(firstMember))} + i as text)`;
  const numbers = (many: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${many - 1})`;
  const at = today.epochMilliseconds - (actsEach - 1) * 86_400_000;
  const date =
    kind === 'sqlite'
      ? sql`date('2026-02-21', '+' || d || ' days')`
      : sql`to_char(date '2026-02-21' + d, 'YYYY-MM-DD')`;
  const days = sql`(select 0 as d ${sql.join(
    Array.from({ length: actsEach - 1 }, (_, index) => sql`union all select ${sql.lit(index + 1)}`),
    sql` `,
  )}) as days`;
  const statements = [
    sql`insert into acts (member_id, kind, item, day, at) ${numbers(members)} select ${person}, 'lesson', 'item', ${date}, ${sql.lit(at)} + d * 86400000 from n cross join ${days}`,
    sql`insert into practice_days (member_id, day, acts) ${numbers(members)} select ${person}, ${sql.lit(day - actsEach + 1)} + d, 1 from n cross join ${days}`,
    sql`insert into streaks (member_id, up_to, practised_on, current, longest, freezes, days, moved_on, acts, at, zones) ${numbers(members)} select ${person}, ${sql.lit(day)}, ${sql.lit(day)}, 10, 10, 1, 10, null, 10, ${sql.lit(today.epochMilliseconds)}, '' from n`,
    sql`insert into boards (server_id, member_id, current, ends_at) ${numbers(members / 10)} select ${server}, cast(${sql.raw(String(firstMember))} + i * 10 as text), 10, ${sql.lit(today.add({ hours: 48 }).epochMilliseconds)} from n`,
  ];
  for (const statement of statements) await statement.execute(db);
  const rows = Array.from({ length: veteranDays }, (_, index) => {
    const instant = today.subtract({ hours: 24 * index });
    return {
      member_id: veteran,
      kind: 'lesson',
      item: 'item',
      day: instant.toString().slice(0, 10),
      at: instant.epochMilliseconds,
    };
  });
  for (let from = 0; from < rows.length; from += 1_000)
    await db
      .insertInto('acts')
      .values(rows.slice(from, from + 1_000))
      .execute();
  await transaction((tx) => standingsIn({ db: tx }).renew(veteran));
  await sql.raw('analyze').execute(db);
}

async function run(database: Database, acts: number): Promise<void> {
  const streaks = streaksFrom({ database });
  const anybody = () => String(firstMember + BigInt(Math.floor(dice() * (acts / actsEach))));
  const record = (member: string, count: number) => {
    const at = today.add({ hours: 24, milliseconds: count });
    const act = { member, kind: 'lesson', item: `more-${count}`, day: '2026-03-03', at } as const;
    return database.transaction((tx) => actsIn({ db: tx }).record(act));
  };
  const works: Readonly<Record<string, (count: number) => Promise<unknown>>> = {
    me: () => streaks.mine(anybody(), today),
    'me, after ten years': () => streaks.mine(veteran, today),
    leaderboard: () => streaks.board(server, anybody(), today),
    'one more act': (count) => record(anybody(), count),
    'one more act, after ten years': (count) => record(veteran, 10_000 + count),
  };
  for (const [what, work] of Object.entries(works)) {
    const times: number[] = [];
    for (let count = 0; count < repeats; count += 1) {
      const begun = performance.now();
      await work(count);
      times.push(performance.now() - begun);
    }
    const [middle, p99] = [median(times), quantile(times, 0.99)];
    table.push([database.kind, String(acts), what, middle.toFixed(2), p99.toFixed(2)]);
    const name = `${what}, ${acts} acts, ${database.kind}`;
    figures.push({ what: `${name}: median`, value: middle, limit: limits.median, unit: 'ms' });
    figures.push({ what: `${name}: p99`, value: p99, limit: limits.p99, unit: 'ms' });
  }
}
