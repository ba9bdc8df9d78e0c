// What the numbers in the tables mean, so that a person can be shown more than digits.

import type { Tables } from './schema.ts';

/** `instant`: epoch ms; `day`: days since 1970-01-01 on somebody's calendar; `number`: just that. */
export type Meaning = 'instant' | 'day' | 'number';

type NumbersOf<Table> = { [Name in keyof Table]: number extends NonNullable<Table[Name]> ? Name : never }[keyof Table];

/** Every column that holds a number; one without a meaning does not compile. */
export const numbers: {
  readonly [Name in keyof Tables]: { readonly [Column in NumbersOf<Tables[Name]>]: Meaning };
} = {
  claims: { lease_until: 'instant', finished_at: 'instant', made_at: 'instant' },
  members: { goal: 'number', keep_days: 'number', zone_offered: 'number' },
  zone_history: { since: 'instant' },
  servers: { joined_at: 'instant', left_at: 'instant' },
  acts: { at: 'instant' },
  answers: { rating: 'number', at: 'instant' },
  recalls: { step: 'number' },
  subscriptions: {
    since: 'instant',
    due_at: 'instant',
    served_at: 'instant',
    bad_days: 'number',
    trouble_at: 'instant',
  },
  deliveries: {
    part: 'number',
    due_at: 'instant',
    attempts: 'number',
    next_at: 'instant',
    doubt_at: 'instant',
    done_at: 'instant',
  },
  tip_contacts: {},
  streaks: {
    up_to: 'day',
    practised_on: 'day',
    current: 'number',
    longest: 'number',
    freezes: 'number',
    days: 'number',
    moved_on: 'day',
    acts: 'number',
    at: 'instant',
  },
  practice_days: { day: 'day', acts: 'number' },
  boards: { current: 'number', ends_at: 'instant' },
  reminders: { look_at: 'instant', day: 'day', unanswered: 'number' },
  outages: { from_at: 'instant', until_at: 'instant' },
  heartbeats: { at: 'instant' },
  mocks: { count: 'number', timed: 'number', begun_at: 'instant', ended_at: 'instant' },
  mock_questions: { place: 'number', asked_at: 'instant', late: 'number', follow_up: 'number' },
  peer_places: { is_on: 'number' },
  peer_waits: { since: 'instant', ready_at: 'instant', until: 'instant', first: 'number' },
  peer_sessions: {
    step: 'number',
    first_seat: 'number',
    extra: 'number',
    left_ms: 'number',
    until: 'instant',
    turn: 'number',
    card_turn: 'number',
    attempts: 'number',
    next_at: 'instant',
    made_at: 'instant',
    ended_at: 'instant',
  },
  peer_seats: { seat: 'number', waited_ms: 'number', accepted_at: 'instant', at: 'instant' },
  peer_questions: { half: 'number', place: 'number', asked: 'number' },
  peer_notes: { seat: 'number', at: 'instant', shown_at: 'instant' },
  never_matches: { at: 'instant' },
  peer_suspensions: { at: 'instant' },
};
