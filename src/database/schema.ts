// The tables as the newest migration leaves them. Instants are epoch milliseconds in integers, local dates are
// YYYY-MM-DD, ids are Discord's snowflakes as text: the same on SQLite and PostgreSQL, which share no richer types.

import type { PeerTables } from './peer-tables.ts';

/** Every table with its columns, for Kysely. */
export type Tables = {
  readonly claims: ClaimsTable;
  readonly members: MembersTable;
  readonly zone_history: ZoneHistoryTable;
  readonly servers: ServersTable;
  readonly acts: ActsTable;
  readonly answers: AnswersTable;
  readonly recalls: RecallsTable;
  readonly subscriptions: SubscriptionsTable;
  readonly deliveries: DeliveriesTable;
  readonly tip_contacts: TipContactsTable;
  readonly streaks: StreaksTable;
  readonly practice_days: PracticeDaysTable;
  readonly boards: BoardsTable;
  readonly reminders: RemindersTable;
  readonly outages: OutagesTable;
  readonly heartbeats: HeartbeatsTable;
  readonly mocks: MocksTable;
  readonly mock_questions: MockQuestionsTable;
} & PeerTables;

/**
 * Whose data each table holds: rows of a member or a server (in which column stands their id), or neither. Privacy
 * shows and erases by this list.
 */
export const tables = {
  claims: { owner: 'neither' },
  members: { owner: 'member', column: 'id' },
  zone_history: { owner: 'member', column: 'member_id' },
  servers: { owner: 'server', column: 'id' },
  acts: { owner: 'member', column: 'member_id' },
  answers: { owner: 'member', column: 'member_id' },
  recalls: { owner: 'member', column: 'member_id' },
  subscriptions: { owner: 'server', column: 'server_id' },
  deliveries: { owner: 'server', column: 'server_id' },
  tip_contacts: { owner: 'member', column: 'member_id' },
  streaks: { owner: 'member', column: 'member_id' },
  practice_days: { owner: 'member', column: 'member_id' },
  boards: { owner: 'member', column: 'member_id' },
  reminders: { owner: 'member', column: 'member_id' },
  outages: { owner: 'neither' },
  heartbeats: { owner: 'neither' },
  mocks: { owner: 'member', column: 'member_id' },
  mock_questions: { owner: 'member', column: 'member_id' },
  peer_places: { owner: 'server', column: 'server_id' },
  peer_waits: { owner: 'member', column: 'member_id' },
  peer_sessions: { owner: 'server', column: 'server_id' },
  peer_seats: { owner: 'member', column: 'member_id' },
  peer_questions: { owner: 'server', column: 'server_id' },
  peer_notes: { owner: 'member', column: 'about_id', sealed: 'shown_at' },
  never_matches: { owner: 'member', column: 'member_id' },
  peer_suspensions: { owner: 'server', column: 'server_id' },
} as const satisfies { readonly [Name in keyof Tables]: Ownership<Tables[Name]> };

type Ownership<Table> =
  | { readonly owner: 'neither' }
  | {
      readonly owner: 'member' | 'server';
      readonly column: keyof Table & string;
      /** Where this column is null, the row is not shown yet, not even to its owner; deleted it is all the same. */
      readonly sealed?: keyof Table & string;
    };

/** What must happen once though several processes or attempts reach for it; see claims.ts. */
type ClaimsTable = {
  readonly key: string;
  readonly holder: string;
  readonly lease_until: number;
  readonly finished_at: number | null;
  readonly made_at: number;
};

/**
 * What a member has set: language (BCP 47), time zone (IANA), family of work, level, practice days a week, and for how
 * many days answers are kept (0: always); null means not set. `zone_offered` is 1 when they were asked for their zone.
 */
type MembersTable = {
  readonly id: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly role: string | null;
  readonly level: string | null;
  readonly goal: number | null;
  readonly keep_days: number | null;
  readonly zone_offered: number | null;
};

/** The zones that a member chose, each since an instant. */
type ZoneHistoryTable = {
  readonly member_id: string;
  readonly zone: string;
  readonly since: number;
};

/** The servers the bot is on, or was on until `left_at`. */
type ServersTable = {
  readonly id: string;
  readonly language: string | null;
  readonly joined_at: number;
  readonly left_at: number | null;
};

/** What a member did, and when; `day` is the local date that their calendar showed then. */
type ActsTable = {
  readonly member_id: string;
  readonly kind: string;
  readonly item: string;
  readonly day: string;
  readonly at: number;
};

/**
 * A member's answer to one exercise: what was asked then and what they wrote, word for word. `rating` is their own, 1 to
 * 4; `ticks` are the places in the checklist they ticked, from 0, joined by commas; `retry_of` is the answer it tries again.
 */
type AnswersTable = {
  readonly id: string;
  readonly member_id: string;
  readonly source: string;
  readonly item: string;
  readonly question: string;
  readonly body: string;
  readonly rating: number | null;
  readonly ticks: string;
  readonly retry_of: string | null;
  readonly at: number;
};

/**
 * What a member learnt and is asked about again: how often they knew it in a row, the local day from which it is due
 * (null: known for good), and the local day on which it was last asked.
 */
type RecallsTable = {
  readonly member_id: string;
  readonly kind: string;
  readonly item: string;
  readonly step: number;
  readonly due: string | null;
  readonly asked: string | null;
};

/**
 * A channel's daily tip. `weekdays` are digits from 1 (Monday) to 7, `topics` are joined by commas (none: all).
 * `due_day` and `due_at` are the next delivery's, while the state is `on`; `served_day` and `served_at` the last one's.
 * `trouble` is why the last post was refused, since when `trouble_at`; `bad_days` counts days in a row without success.
 */
type SubscriptionsTable = {
  readonly id: string;
  readonly server_id: string;
  readonly channel_id: string;
  readonly locale: string;
  readonly time: string;
  readonly zone: string;
  readonly weekdays: string;
  readonly topics: string;
  readonly role_id: string | null;
  readonly state: string;
  readonly why: string | null;
  readonly since: number;
  readonly due_day: string | null;
  readonly due_at: number | null;
  readonly served_day: string | null;
  readonly served_at: number | null;
  readonly bad_days: number;
  readonly trouble: string | null;
  readonly trouble_at: number | null;
};

/**
 * One tip to one channel on one local day; `part` is 0, or counts what the host asked for beyond it. While it is `sending`
 * nobody touches it before `next_at`; `doubt_at` is when a post went out of which nobody knows whether it arrived.
 */
type DeliveriesTable = {
  readonly subscription_id: string;
  readonly day: string;
  readonly part: number;
  readonly server_id: string;
  readonly tip: string | null;
  readonly state: string;
  readonly why: string | null;
  readonly due_at: number;
  readonly attempts: number;
  readonly next_at: number | null;
  readonly doubt_at: number | null;
  readonly message_id: string | null;
  readonly done_at: number | null;
};

/** The member who agreed to hear, in a direct message, of trouble with a channel's daily tip. */
type TipContactsTable = {
  readonly subscription_id: string;
  readonly member_id: string;
};

/**
 * Where a member's streak stands after their last act (at `at`): a cache of what `streakOf` says. Days are counted from
 * 1970-01-01 on the member's own calendar; `acts` is how many there are, and `zones` the zones it was reckoned with.
 */
type StreaksTable = {
  readonly member_id: string;
  readonly up_to: number;
  readonly practised_on: number;
  readonly current: number;
  readonly longest: number;
  readonly freezes: number;
  readonly days: number;
  readonly moved_on: number | null;
  readonly acts: number;
  readonly at: number;
  readonly zones: string;
};

/** How many acts a member did on one day, counted as in `streaks`; a cache, too. */
type PracticeDaysTable = { readonly member_id: string; readonly day: number; readonly acts: number };

/** Members who show their streak to a server, and until when (epoch ms) it lasts if they do nothing. */
type BoardsTable = {
  readonly server_id: string;
  readonly member_id: string;
  readonly current: number;
  readonly ends_at: number;
};

/**
 * Members who want to be reminded of their streak: when to look at it (the evening of the last day on which it can be
 * kept), the day of the last reminder, and how many in a row went unanswered.
 */
type RemindersTable = {
  readonly member_id: string;
  readonly look_at: number | null;
  readonly day: number | null;
  readonly unanswered: number;
};

/** When no process that shares this database was connected to Discord, in epoch ms. */
type OutagesTable = { readonly from_at: number; readonly until_at: number };

/** When a process was last seen connected to Discord; one row. */
type HeartbeatsTable = { readonly name: string; readonly at: number };

/**
 * A solo mock interview: what the member chose (null: open), how many questions they wished for, 1 if timed. `source` tells where the
 * questions came from: the bank, a review, or a single question in between. `ended_at` is null while it goes on.
 */
type MocksTable = {
  readonly id: string;
  readonly member_id: string;
  readonly source: string;
  readonly role: string | null;
  readonly kind: string | null;
  readonly level: string | null;
  readonly count: number;
  readonly timed: number;
  readonly begun_at: number;
  readonly ended_at: number | null;
};

/**
 * One question of a mock: what became of it, when it was first shown, 1 if its answer was late, the follow-up
 * asked after it (its place in the question's list), and the answers to both, which may have been deleted since.
 */
type MockQuestionsTable = {
  readonly mock_id: string;
  readonly place: number;
  readonly member_id: string;
  readonly question: string;
  readonly state: string;
  readonly asked_at: number | null;
  readonly late: number;
  readonly answer_id: string | null;
  readonly follow_up: number | null;
  readonly follow_answer_id: string | null;
};
