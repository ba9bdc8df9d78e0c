// A process that opens the database at a URL, with one more migration that takes a while (milliseconds), and says what
// happens.

import { writeSync } from 'node:fs';
import { openDatabase } from '#database/open.ts';
import { migrations } from '#database/migrations.ts';
import { slowMigration } from './slow-migration.ts';

const [url = '', ms = '0'] = process.argv.slice(2);
const say = (line: string) => void writeSync(1, `${line}\n`);
const slow = slowMigration(Number(ms), () => say('in the middle'));
const log = { info: (_: object, message: string) => say(message), warn: (_: object, message: string) => say(message) };

const database = await openDatabase(url, { log, migrations: [...migrations, slow] });
await database.db.selectFrom('members').selectAll().execute();
say('ready');
await database.close();
