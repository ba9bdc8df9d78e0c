import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { setup } from '#tests/support/postgres.ts';

/** An empty database on a PostgreSQL server of its own, and what stops the server. */
export async function ownPostgres(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  let door = '';
  const provide = (_: string, address: string): void => void (door = address);
  const stop = await setup({ provide } as unknown as TestProject);
  const server = await (await fetch(door)).text();
  const client = new Client(`${server}postgres`);
  await client.connect();
  await client.query('create database chaos');
  await client.end();
  return { url: `${server}chaos`, stop };
}
