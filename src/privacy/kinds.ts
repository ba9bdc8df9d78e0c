import type { MemberTable } from './privacy.ts';
import type { Kind } from './rules.ts';

/** Which kind each table belongs to; a table without one does not compile. */
export const kindOf: Readonly<Record<MemberTable, Kind>> = {
  members: 'settings',
  zone_history: 'settings',
  acts: 'practice',
  streaks: 'practice',
  practice_days: 'practice',
  boards: 'practice',
  reminders: 'notices',
  tip_contacts: 'notices',
  answers: 'answers',
  mocks: 'mocks',
  mock_questions: 'mocks',
  recalls: 'lessons',
  peer_waits: 'peers',
  peer_seats: 'peers',
  peer_notes: 'peers',
  never_matches: 'never',
};
