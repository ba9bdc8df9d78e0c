import { type Kysely, sql } from 'kysely';

/** The tables of peer mock interviews. Released: never edited. */
export async function peers(tx: Kysely<unknown>): Promise<void> {
  await places(tx);
  await sessions(tx);
  await ties(tx);
}

async function places({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('peer_places')
    .addColumn('server_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('channel_id', 'text')
    .addColumn('moderation_id', 'text')
    .addColumn('entry_role', 'text')
    .addColumn('apart_roles', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('is_on', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('peer_waits')
    .addColumn('member_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text')
    .addColumn('level', 'text')
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('length', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('ready_at', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('first', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('peer_waits_server').on('peer_waits').columns(['server_id', 'since']).execute();
  await schema.createIndex('peer_waits_until').on('peer_waits').column('until').execute();
}

async function sessions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('peer_sessions')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text')
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('length', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addColumn('first_seat', 'bigint', (column) => column.notNull())
    .addColumn('extra', 'bigint', (column) => column.notNull())
    .addColumn('left_ms', 'bigint')
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('turn', 'bigint', (column) => column.notNull())
    .addColumn('card_turn', 'bigint', (column) => column.notNull())
    .addColumn('card_id', 'text')
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('why', 'text')
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await schema.createIndex('peer_sessions_next').on('peer_sessions').column('next_at').execute();
  await schema.createIndex('peer_sessions_thread').on('peer_sessions').column('thread_id').execute();
  await schema.createIndex('peer_sessions_server').on('peer_sessions').columns(['server_id', 'made_at']).execute();
  await schema.createIndex('peer_sessions_ended').on('peer_sessions').column('ended_at').execute();
  await schema
    .createTable('peer_seats')
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('seat', 'bigint', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text')
    .addColumn('level', 'text')
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('length', 'text', (column) => column.notNull())
    .addColumn('waited_ms', 'bigint', (column) => column.notNull())
    .addColumn('accepted_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('peer_seats_key', ['session_id', 'seat'])
    .execute();
  await schema.createIndex('peer_seats_member').on('peer_seats').columns(['member_id', 'at']).execute();
  await schema.createIndex('peer_seats_server').on('peer_seats').columns(['server_id', 'at']).execute();
  // The last word, whatever happens above it: nobody sits in two sessions at once.
  await schema
    .createIndex('peer_seats_open')
    .unique()
    .on('peer_seats')
    .column('member_id')
    .where(sql.ref('outcome'), 'is', null)
    .execute();
  await schema
    .createTable('peer_questions')
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('half', 'bigint', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asked', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('peer_questions_key', ['session_id', 'half', 'place'])
    .execute();
  await schema.createIndex('peer_questions_server').on('peer_questions').column('server_id').execute();
}

async function ties({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('peer_notes')
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('seat', 'bigint', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('about_id', 'text', (column) => column.notNull())
    .addColumn('scales', 'text', (column) => column.notNull())
    .addColumn('heard', 'text')
    .addColumn('next_time', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('shown_at', 'bigint')
    .addPrimaryKeyConstraint('peer_notes_key', ['session_id', 'seat', 'form'])
    .execute();
  await schema.createIndex('peer_notes_about').on('peer_notes').columns(['about_id', 'at']).execute();
  await schema
    .createTable('never_matches')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('pair', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('never_matches_key', ['member_id', 'pair'])
    .execute();
  await schema
    .createTable('peer_suspensions')
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('peer_suspensions_key', ['server_id', 'who'])
    .execute();
}
