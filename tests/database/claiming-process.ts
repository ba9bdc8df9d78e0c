// A process that waits for a word and then tries to claim and finish a number of keys. It says which ones it got.

import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { claimsIn } from '#database/claims.ts';
import { openDatabase } from '#database/open.ts';

const [url = '', holder = '', count = '0'] = process.argv.slice(2);
const say = (line: string) => void writeSync(1, `${line}\n`);
const now = Temporal.Instant.from('2026-03-01T12:00:00Z');
const lease = Temporal.Duration.from({ minutes: 1 });

const database = await openDatabase(url, { log: { info: () => {}, warn: () => {} } });
const claims = claimsIn(database, holder);
say('at the start');
await once(process.stdin, 'data');

// Everybody wants the same keys; a few at a time, and each process begins elsewhere.
const start = Number(holder) * 50;
const tryOne = async (n: number) => {
  const claim = await claims.claim(`key ${(start + n) % Number(count)}`, { now, lease });
  if (claim && (await claims.finish(claim, now))) say(claim.key);
};
for (let n = 0; n < Number(count); n += 5) {
  await Promise.all([n, n + 1, n + 2, n + 3, n + 4].map(tryOne));
}
await database.close();
process.stdin.destroy();
