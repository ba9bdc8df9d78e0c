// A process that holds the write lock of a SQLite file for a while (milliseconds).

import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';

const [path = '', ms = '0'] = process.argv.slice(2);
const file = new Sqlite(path);
file.exec('begin immediate');
writeSync(1, 'locked\n');
await pause(Number(ms));
writeSync(1, 'released\n');
file.exec('rollback');
file.close();
