import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Migration } from '#database/migrations.ts';

/** A migration that writes a row, makes a table, takes a while and writes another: twice would be noticed. */
export function slowMigration(ms: number, inTheMiddle: () => void = () => {}): Migration {
  return {
    name: '900-slow',
    async up(tx) {
      await sql`insert into members (id, language) values ('first', null)`.execute(tx);
      await tx.schema.createTable('slow').addColumn('id', 'text').execute();
      inTheMiddle();
      await pause(ms);
      await sql`insert into members (id, language) values ('second', null)`.execute(tx);
    },
  };
}
