// The tables of peer mock interviews; see schema.ts.

export type PeerTables = {
  readonly peer_places: PeerPlacesTable;
  readonly peer_waits: PeerWaitsTable;
  readonly peer_sessions: PeerSessionsTable;
  readonly peer_seats: PeerSeatsTable;
  readonly peer_questions: PeerQuestionsTable;
  readonly peer_notes: PeerNotesTable;
  readonly never_matches: NeverMatchesTable;
  readonly peer_suspensions: PeerSuspensionsTable;
};

/** Where a server holds peer sessions: rooms open below a channel, reports go to another. `apart_roles`: joined by commas. */
type PeerPlacesTable = {
  readonly server_id: string;
  readonly channel_id: string | null;
  readonly moderation_id: string | null;
  readonly entry_role: string | null;
  readonly apart_roles: string;
  readonly locale: string;
  readonly is_on: number;
};

/**
 * Who waits for a partner, what for and until when. Nobody is paired before `ready_at`; `first` is 1 for somebody whose
 * partner did not come. `languages` are BCP 47 codes joined by commas.
 */
type PeerWaitsTable = {
  readonly member_id: string;
  readonly server_id: string;
  readonly role: string | null;
  readonly level: string | null;
  readonly languages: string;
  readonly length: string;
  readonly since: number;
  readonly ready_at: number;
  readonly until: number;
  readonly first: number;
};

/**
 * A session, without its members: its room, its state, the step of its agenda and until when that lasts (`left_ms`: what is
 * left of it in a pause; `extra`: how often it was made longer). `turn` counts the cards that the room should have seen,
 * `card_turn` those that it has. `next_at` is when somebody must look at it; null when nobody must any more.
 */
type PeerSessionsTable = {
  readonly id: string;
  readonly server_id: string;
  readonly channel_id: string;
  readonly thread_id: string | null;
  readonly locale: string;
  readonly length: string;
  readonly state: string;
  readonly step: number;
  readonly first_seat: number;
  readonly extra: number;
  readonly left_ms: number | null;
  readonly until: number;
  readonly turn: number;
  readonly card_turn: number;
  readonly card_id: string | null;
  readonly attempts: number;
  readonly next_at: number | null;
  readonly why: string | null;
  readonly made_at: number;
  readonly ended_at: number | null;
};

/** One of the two in a session (`seat` 0 or 1), what they wanted, and what became of it; `outcome` is null while it goes on. */
type PeerSeatsTable = {
  readonly session_id: string;
  readonly seat: number;
  readonly member_id: string;
  readonly server_id: string;
  readonly role: string | null;
  readonly level: string | null;
  readonly languages: string;
  readonly length: string;
  readonly waited_ms: number;
  readonly accepted_at: number | null;
  readonly outcome: string | null;
  readonly at: number;
};

/** The questions drawn for a half of a session (0 or 1), in order; `asked` is 1 when its turn came. */
type PeerQuestionsTable = {
  readonly session_id: string;
  readonly half: number;
  readonly place: number;
  readonly server_id: string;
  readonly question: string;
  readonly asked: number;
};

/**
 * A feedback form that the member on `seat` filled. It belongs to the member whom it is about, and is shown to them from
 * `shown_at` on. `scales` are digits, `0` where nothing was chosen.
 */
type PeerNotesTable = {
  readonly session_id: string;
  readonly seat: number;
  readonly form: string;
  readonly about_id: string;
  readonly scales: string;
  readonly heard: string | null;
  readonly next_time: string | null;
  readonly at: number;
  readonly shown_at: number | null;
};

/** Whom a member never wants to meet in a session; `pair` is a fingerprint of both ids, from which neither can be read. */
type NeverMatchesTable = { readonly member_id: string; readonly pair: string; readonly at: number };

/** Whom hosts keep out of peer sessions; `who` is a fingerprint, so that it holds when its member deletes their data. */
type PeerSuspensionsTable = { readonly server_id: string; readonly who: string; readonly at: number };
