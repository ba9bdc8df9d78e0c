import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#database/open.ts';
import { DatabaseProblem } from '#database/problem.ts';
import { startChild } from './child-process.ts';
import { execute, freshFolder, postgres, postgresServer, silent } from '#tests/support/databases.ts';

describe('DATABASE_URL', () => {
  test.each(['', 'rebound.sqlite', 'mysql://localhost/x', 'file:', 'file: ', 'file::memory:', 'file://far/x.sqlite'])(
    'that is %j is answered with what it must look like',
    async (url) => {
      expect(await problemOf(url)).toMatch(/DATABASE_URL.*must look like file:var\/rebound\.sqlite.*or postgres:\/\//);
    },
  );

  test('with an unwritten @ in the password is answered with how to write it, without the password', async () => {
    const problem = await problemOf('postgres://me:my#secret@localhost/x');
    expect(problem).toMatch(/must look like postgres:.*%40 for @/);
    expect(problem).not.toMatch(/secret/);
  });
});

describe('A SQLite file', () => {
  test('that is something else is named, and left alone', async () => {
    const path = join(await freshFolder(), 'letter.txt');
    await writeFile(path, 'Dear hiring manager, '.repeat(100));
    expect(await problemOf(`file:${path}`)).toBe(
      `${path} is not a SQLite file. Name another in DATABASE_URL, or move this one away.`,
    );
  });

  test('that is a folder, or lies below a file, is named', async () => {
    const folder = await freshFolder();
    expect(await problemOf(`file:${folder}`)).toMatch(`${folder} is not a file`);
    await writeFile(join(folder, 'file'), '');
    expect(await problemOf(`file:${folder}/file/x.sqlite`)).toMatch(
      `The folder ${folder}/file for the database can't be`,
    );
  });

  test('may lie in folders that are not there yet', async () => {
    const path = join(await freshFolder(), 'var/lib/rebound.sqlite');
    await (await openDatabase(`file:${path}`, { log: silent })).close();
    await (await openDatabase(`file://${path}`, { log: silent })).close();
    expect(await readdir(dirname(path))).toEqual(['rebound.sqlite']);
  });

  test('that this user may not read and write, or not in its folder, is named', async () => {
    const folder = await freshFolder();
    const secret = join(folder, 'secret.sqlite');
    const closed = join(folder, 'closed');
    await writeFile(secret, '');
    await chmod(secret, 0o444);
    await mkdir(closed, { mode: 0o555 });
    await chmod(folder, 0o777);
    expect(await problemOfNobody(`file:${secret}`)).toMatch(`${secret} can't be read and written by this user`);
    expect(await problemOfNobody(`file:${closed}/x.sqlite`)).toMatch(`The folder ${closed} isn't writable`);
    expect(await problemOfNobody(`file:${closed}/var/x.sqlite`)).toMatch(`The folder ${closed}/var for the database`);
  });

  test('that stays locked is named after a while', async () => {
    const path = join(await freshFolder(), 'rebound.sqlite');
    const locker = startChild(new URL('./locking-process.ts', import.meta.url), path, '60000');
    await locker.says('locked');
    expect(await problemOf(`file:${path}`, 500)).toBe(
      `${path} stays locked by another program. Close it and start again.`,
    );
  });
});

describe('A PostgreSQL server', () => {
  test('that is not there is named by host and port', async () => {
    expect(await problemOf('postgres://ann:secret@localhost:1/x')).toBe(
      "PostgreSQL doesn't answer at localhost:1. Start it, or correct host and port in DATABASE_URL.",
    );
    expect(await problemOf('postgres://ann:secret@nowhere.invalid/x', 500)).toMatch('nowhere.invalid:5432');
  });

  test('that is to be reached in a way that cannot work is named with what was found', async () => {
    expect(await problemOf('postgres://localhost/x?sslmode=verify-full&sslrootcert=/nowhere.pem')).toMatch(
      /PostgreSQL at localhost:5432 can't be used: .*nowhere\.pem.*Correct DATABASE_URL/,
    );
  });

  test('that takes the connection and then says nothing is given up', async () => {
    const mute = createServer().listen(0, 'localhost');
    const { promise, resolve } = Promise.withResolvers<void>();
    mute.once('listening', resolve);
    await promise;
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await problemOf(`postgres://ann@localhost:${port}/x`, 500)).toMatch(`doesn't answer at localhost:${port}`);
    mute.close();
  });

  test('that refuses user or password is named, without the password', async () => {
    const url = new URL(await postgresServer());
    url.password = 'wrong';
    const problem = await problemOf(url.href);
    expect(problem).toMatch(/doesn't let rebound in: wrong user or password/);
    expect(problem).not.toMatch(/: ?wrong@/);
  });

  test('that lacks the database is named with the command that makes it', async () => {
    expect(await problemOf(`${await postgresServer()}missing`)).toMatch(
      'has no database missing. Make it (createdb missing)',
    );
  });

  test('whose database gives no right to make tables is named with the grant that is missing', async () => {
    const url = new URL(await postgres.fresh());
    await execute(url.href, "drop role if exists guest; create user guest password 'guest'");
    const asGuest = new URL(url);
    asGuest.username = 'guest';
    asGuest.password = 'guest';
    const missing = 'grant create, usage on schema public to "guest"';
    await execute(url.href, 'revoke all on schema public from public; grant usage on schema public to public');
    expect(await problemOf(asGuest.href)).toMatch(missing);
    await execute(url.href, 'revoke usage on schema public from public');
    expect(await problemOf(asGuest.href)).toMatch(missing);
  });
});

/** The problem with a database; nobody waits longer than `patienceMs` for one that says nothing. */
async function problemOf(url: string, patienceMs = 10_000): Promise<string> {
  const error: unknown = await openDatabase(url, { log: silent, patienceMs }).catch((thrown: unknown) => thrown);
  if (error instanceof DatabaseProblem) return error.message;
  throw new Error('this is no problem', { cause: error });
}

/** Root may do everything, so what others may not is tried in a process that has become somebody else. */
async function problemOfNobody(url: string): Promise<string> {
  const [said = ''] = await startChild(new URL('./powerless-process.ts', import.meta.url), url).ended;
  return said;
}
