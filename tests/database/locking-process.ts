// A process that holds the write lock of a SQLite file until it is told to release it.

import { once } from 'node:events';
import { writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

const [path = ''] = process.argv.slice(2);
const file = new Sqlite(path);
file.exec('begin immediate');
writeSync(1, 'locked\n');
await once(process.stdin, 'data');
file.exec('rollback');
file.close();
process.stdin.destroy();
