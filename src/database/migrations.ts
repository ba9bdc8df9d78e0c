// The one ordered list of migrations. A released one is never edited, renamed or moved: add another at the end.

import { type Kysely, sql } from 'kysely';
import { peers } from './peers-migration.ts';

/**
 * One step of the schema. `up` runs inside a transaction on either database, so it uses only what both have: text and
 * bigint columns, no booleans, dates or JSON; and it never touches anything but the database. SQLite can't suspend foreign keys inside a
 * transaction: dropping a table that others refer to, to rebuild it, deletes or refuses by their `on delete`.
 */
export type Migration = {
  readonly name: string;
  readonly up: (tx: Kysely<unknown>) => Promise<void>;
};

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [
  { name: '001-first-tables', up: firstTables },
  { name: '002-practice', up: practice },
  { name: '003-tips', up: tips },
  { name: '004-streaks', up: streaks },
  { name: '005-settings', up: settings },
  { name: '006-mocks', up: mocks },
  { name: '007-peers', up: peers },
  { name: '008-acts-by-instant', up: actsByInstant },
  { name: '009-what-a-mock-looks-up', up: whatAMockLooksUp },
];

async function firstTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('claims')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('claims_made_at').on('claims').column('made_at').execute();
  await schema
    .createTable('members')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('language', 'text')
    .addColumn('zone', 'text')
    .execute();
  await schema
    .createTable('servers')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('language', 'text')
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('left_at', 'bigint')
    .execute();
  await schema
    .createTable('acts')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('acts_key', ['member_id', 'kind', 'item', 'day'])
    .execute();
  await schema.createIndex('acts_member_at').on('acts').columns(['member_id', 'at']).execute();
}

async function practice({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('answers')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('rating', 'bigint')
    .addColumn('ticks', 'text', (column) => column.notNull())
    .addColumn('retry_of', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('answers_member_at').on('answers').columns(['member_id', 'at']).execute();
  await schema
    .createTable('recalls')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('asked', 'text')
    .addPrimaryKeyConstraint('recalls_key', ['member_id', 'kind', 'item'])
    .execute();
}

async function tips({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('weekdays', 'text', (column) => column.notNull())
    .addColumn('topics', 'text', (column) => column.notNull())
    .addColumn('role_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('due_day', 'text')
    .addColumn('due_at', 'bigint')
    .addColumn('served_day', 'text')
    .addColumn('served_at', 'bigint')
    .addColumn('bad_days', 'bigint', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .addColumn('trouble_at', 'bigint')
    .execute();
  await schema.createIndex('subscriptions_server').on('subscriptions').column('server_id').execute();
  await schema.createIndex('subscriptions_channel').on('subscriptions').column('channel_id').execute();
  await schema.createIndex('subscriptions_due').on('subscriptions').columns(['state', 'due_at']).execute();
  await schema
    .createTable('deliveries')
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('part', 'bigint', (column) => column.notNull())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('tip', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('doubt_at', 'bigint')
    .addColumn('message_id', 'text')
    .addColumn('done_at', 'bigint')
    .addPrimaryKeyConstraint('deliveries_key', ['subscription_id', 'day', 'part'])
    .execute();
  await schema.createIndex('deliveries_server').on('deliveries').column('server_id').execute();
  await schema.createIndex('deliveries_next').on('deliveries').columns(['state', 'next_at']).execute();
  await schema
    .createTable('tip_contacts')
    .addColumn('subscription_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('tip_contacts_member').on('tip_contacts').column('member_id').execute();
}

async function streaks({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('streaks')
    .addColumn('member_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('up_to', 'bigint', (column) => column.notNull())
    .addColumn('practised_on', 'bigint', (column) => column.notNull())
    .addColumn('current', 'bigint', (column) => column.notNull())
    .addColumn('longest', 'bigint', (column) => column.notNull())
    .addColumn('freezes', 'bigint', (column) => column.notNull())
    .addColumn('days', 'bigint', (column) => column.notNull())
    .addColumn('moved_on', 'bigint')
    .addColumn('acts', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('zones', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('practice_days')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('day', 'bigint', (column) => column.notNull())
    .addColumn('acts', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('practice_days_key', ['member_id', 'day'])
    .execute();
  await schema
    .createTable('boards')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('current', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('boards_key', ['server_id', 'member_id'])
    .execute();
  await schema.createIndex('boards_rank').on('boards').columns(['server_id', 'current', 'member_id']).execute();
  await schema.createIndex('boards_member').on('boards').column('member_id').execute();
  await schema.createIndex('boards_ends_at').on('boards').column('ends_at').execute();
  await schema
    .createTable('reminders')
    .addColumn('member_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('look_at', 'bigint')
    .addColumn('day', 'bigint')
    .addColumn('unanswered', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('reminders_look_at').on('reminders').column('look_at').execute();
  await schema
    .createTable('outages')
    .addColumn('from_at', 'bigint', (column) => column.notNull().primaryKey())
    .addColumn('until_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('outages_until_at').on('outages').column('until_at').execute();
  await schema
    .createTable('heartbeats')
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function settings(tx: Kysely<unknown>): Promise<void> {
  const { schema } = tx;
  for (const column of ['role', 'level']) await schema.alterTable('members').addColumn(column, 'text').execute();
  for (const column of ['goal', 'keep_days', 'zone_offered'])
    await schema.alterTable('members').addColumn(column, 'bigint').execute();
  await schema
    .createTable('zone_history')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('zone_history_key', ['member_id', 'since'])
    .execute();
  await schema.createIndex('answers_at').on('answers').column('at').execute();
}

async function mocks({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mocks')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('role', 'text')
    .addColumn('kind', 'text')
    .addColumn('level', 'text')
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('timed', 'bigint', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await schema.createIndex('mocks_member').on('mocks').columns(['member_id', 'begun_at']).execute();
  await schema
    .createTable('mock_questions')
    .addColumn('mock_id', 'text', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint')
    .addColumn('late', 'bigint', (column) => column.notNull())
    .addColumn('answer_id', 'text')
    .addColumn('follow_up', 'bigint')
    .addColumn('follow_answer_id', 'text')
    .addPrimaryKeyConstraint('mock_questions_key', ['mock_id', 'place'])
    .execute();
  await schema.createIndex('mock_questions_member').on('mock_questions').columns(['member_id', 'question']).execute();
}

/**
 * Acts were unique by local date, so one before 03:00 shut out the same thing in the evening. SQLite can't change a primary
 * key: the table is made anew.
 */
async function actsByInstant(tx: Kysely<unknown>): Promise<void> {
  const { schema } = tx;
  await schema.alterTable('acts').renameTo('acts_by_day').execute();
  await schema
    .createTable('acts')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('acts_by_instant_key', ['member_id', 'kind', 'item', 'at'])
    .execute();
  await sql`insert into acts (member_id, kind, item, day, at)
    select member_id, kind, item, min(day), at from acts_by_day group by member_id, kind, item, at`.execute(tx);
  await schema.dropTable('acts_by_day').execute();
  await schema.createIndex('acts_member_at').on('acts').columns(['member_id', 'at']).execute();
}

/** A mock begins with the choices of the last one of the bank, and with what was asked before: found without other rows. */
async function whatAMockLooksUp({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('mocks_member_bank')
    .on('mocks')
    .columns(['member_id', 'begun_at'])
    .where(sql.ref('source'), '=', sql.lit('bank'))
    .execute();
  await schema.dropIndex('mock_questions_member').execute();
  await schema
    .createIndex('mock_questions_member_state')
    .on('mock_questions')
    .columns(['member_id', 'question', 'state'])
    .execute();
}
