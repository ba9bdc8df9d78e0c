// Holds a database's deliveries from outside, so that nothing can be noted there meanwhile.

import Sqlite from 'better-sqlite3';
import { Client } from 'pg';

/** Takes the lock, and answers with what gives it back. */
export async function lockDeliveries(url: string): Promise<() => Promise<void>> {
  if (url.startsWith('file:')) {
    const database = new Sqlite(url.slice('file:'.length), { timeout: 5_000 });
    database.exec('begin immediate');
    return async () => void database.close();
  }
  const client = new Client(url);
  await client.connect();
  await client.query('begin');
  await client.query('lock table deliveries in exclusive mode');
  return () => client.end();
}
