import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Content, openContent } from '#content/content.ts';
import { type Database, openDatabase } from '#database/open.ts';
import type { Tables } from '#database/schema.ts';
import { type Assembly, assemble } from '#src/assembly.ts';
import { type ChatOptions, inProcess } from './in-process.ts';
import { keptLog } from './kept-log.ts';
import { keptOutbox, type KeptOutbox } from './kept-outbox.ts';
import { type Person, personOn } from './people.ts';
import type { Transport } from './transport.ts';

/** The whole bot in this process with a real SQLite file, and the people who use it. */
export type World = Assembly & {
  readonly ann: Person;
  readonly ben: Person;
  readonly hana: Person;
  readonly clock: { now: Temporal.Instant };
  readonly content: Content;
  readonly database: Database;
  /** What the bot sent without being asked. */
  readonly outbox: KeptOutbox;
  /** All rows of a table. */
  rows(table: keyof Tables): Promise<readonly object[]>;
  /** The bytes of all files of the database. */
  files(): Promise<readonly Buffer[]>;
  /** Takes a table away, as a broken disk would. */
  breakTable(table: keyof Tables): Promise<void>;
  /** Chooses values that no list names, as Discord's own lists of roles do. */
  select(person: string, chosen: Parameters<Transport['select']>[2]): Promise<void>;
  /** Brings what is due now, as the alarm does. */
  bring(): Promise<void>;
  close(): Promise<void>;
};

/** Ann is at it on a Monday morning. */
export const monday = Temporal.Instant.from('2026-03-02T09:00:00Z');

export async function openWorld(options: ChatOptions & { readonly dice?: () => number } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  const log = keptLog();
  const database = await openDatabase(`file:${join(folder, 'test.sqlite')}`, { log });
  // Compiled once for all worlds: checking all packs takes most of a second.
  const content = await openContent({ data: 'data', compiled: 'var/content.json' });
  const outbox = keptOutbox();
  const clock = { now: monday };
  const { dice = () => 0 } = options;
  const mention = (words: string) => `/${words}`;
  const assembly = assemble({ content, database, outbox, mention, now: () => clock.now, dice, log });
  const transport = inProcess(assembly.dispatch.handle, options);
  return {
    ...assembly,
    ann: personOn(transport, 'Ann'),
    ben: personOn(transport, 'Ben'),
    hana: personOn(transport, 'Hana'),
    clock,
    content,
    database,
    outbox,
    rows: (table) =>
      database.db
        .selectFrom(table as 'acts')
        .selectAll()
        .execute(),
    files: async () => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('test.sqlite'));
      return Promise.all(names.map((name) => readFile(join(folder, name))));
    },
    breakTable: (table) => database.db.schema.dropTable(table).execute(),
    select: (person, chosen) => transport.select(person, 'general', chosen),
    bring: async () => {
      assembly.alarm.start();
      await assembly.alarm.stop();
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
