// A process without root's powers that opens the database at a URL and says what the problem is.

import { writeSync } from 'node:fs';
import { openDatabase } from '#database/open.ts';

const [url = ''] = process.argv.slice(2);
await import('#database/sqlite.ts'); // while the project's files can still be read
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}
await openDatabase(url, { log: { info: () => {}, warn: () => {} } }).then(
  () => writeSync(1, 'no problem\n'),
  (error: Error) => writeSync(1, `${error.message}\n`),
);
