// The tables as the newest migration leaves them. Instants are epoch milliseconds in integers, local dates are
// YYYY-MM-DD, ids are Discord's snowflakes as text: the same on SQLite and PostgreSQL, which share no richer types.

/** Every table with its columns, for Kysely. */
export type Tables = {
  readonly claims: ClaimsTable;
  readonly members: MembersTable;
  readonly servers: ServersTable;
  readonly acts: ActsTable;
  readonly answers: AnswersTable;
  readonly recalls: RecallsTable;
};

/**
 * Whose data each table holds: rows of a member or a server (in which column stands their id), or neither. Privacy
 * shows and erases by this list.
 */
export const tables = {
  claims: { owner: 'neither' },
  members: { owner: 'member', column: 'id' },
  servers: { owner: 'server', column: 'id' },
  acts: { owner: 'member', column: 'member_id' },
  answers: { owner: 'member', column: 'member_id' },
  recalls: { owner: 'member', column: 'member_id' },
} as const satisfies { readonly [Name in keyof Tables]: Ownership<Tables[Name]> };

type Ownership<Table> =
  | { readonly owner: 'neither' }
  | { readonly owner: 'member' | 'server'; readonly column: keyof Table & string };

/** What must happen once though several processes or attempts reach for it; see claims.ts. */
type ClaimsTable = {
  readonly key: string;
  readonly holder: string;
  readonly lease_until: number;
  readonly finished_at: number | null;
  readonly made_at: number;
};

/** What a member has set: language (BCP 47) and time zone (IANA); null means not set. */
type MembersTable = {
  readonly id: string;
  readonly language: string | null;
  readonly zone: string | null;
};

/** The servers the bot is on, or was on until `left_at`. */
type ServersTable = {
  readonly id: string;
  readonly language: string | null;
  readonly joined_at: number;
  readonly left_at: number | null;
};

/** What a member did, once per kind, item and local day; `at` is the instant of the first time that day. */
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
