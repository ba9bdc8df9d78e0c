import Sqlite from 'better-sqlite3';
import type { Playground } from '#playground/start.ts';

const failed = 'This interaction failed';

/** Does it again, as people do, while Discord says that it failed; answers how often that was. */
export async function persist(step: () => Promise<void>): Promise<number> {
  for (let failures = 0; failures < 5; failures += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- once more after it failed
      await step();
      return failures;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes(failed))) throw error;
    }
  }
  throw new Error('it failed five times in a row');
}

const everyMessage = ({ state }: Playground) => [...state.messages.values()].flatMap((all) => [...all.values()]);

/** Messages that everybody in their channel sees. */
export const ofEverybody = (playground: Playground): readonly string[] =>
  everyMessage(playground)
    .filter(({ viewerId }) => viewerId === undefined)
    .map(({ id }) => id);

const loading = 1 << 7;

/** Messages that still say “thinking…”. */
export const stillThinking = (playground: Playground): readonly string[] =>
  everyMessage(playground)
    .filter(({ flags }) => (flags & loading) !== 0)
    .map(({ id }) => id);

const open = (url: string) => new Sqlite(url.replace(/^file:/, ''));

export function changeRows(url: string, sql: string): void {
  const database = open(url);
  database.exec(sql);
  database.close();
}

/** What is kept, in words. */
export function keptRows(url: string) {
  const database = open(url);
  const all = (sql: string): readonly unknown[] => database.prepare(sql).pluck().all();
  const rows = {
    acts: all("select kind || ' ' || item from acts order by 1"),
    answers: all('select body from answers order by 1'),
    recalls: all("select item || ' ' || step from recalls"),
  };
  database.close();
  return rows;
}

/** Keeps everybody from writing into a SQLite file for so many milliseconds. */
export async function lockedFor(url: string, ms: number): Promise<void> {
  const database = open(url);
  database.exec('begin immediate');
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
  database.exec('commit');
  database.close();
}
