import type { Database } from '#database/open.ts';
import { type Members, membersIn } from '#members/store.ts';
import { mocksIn } from '#mocks/store.ts';
import { type Acts, actsIn } from '#streaks/store.ts';
import { type Notes, notesIn } from './notes.ts';
import { type Places, placesIn } from './places.ts';
import { type Sessions, sessionsIn } from './store.ts';
import { type Waits, waitsIn } from './waits.ts';

/** The tables of peer sessions, and what sessions count for. */
export type PeerStores = {
  readonly sessions: Sessions;
  readonly waits: Waits;
  readonly places: Places;
  readonly notes: Notes;
  readonly acts: Pick<Acts, 'record'>;
  readonly members: Pick<Members, 'find'>;
  /** How often a member met each question, alone or in a session. */
  met(member: string): Promise<ReadonlyMap<string, number>>;
};

export function peerStoresIn(database: Pick<Database, 'db'>): PeerStores {
  const sessions = sessionsIn(database);
  const mocks = mocksIn(database);
  return {
    sessions,
    waits: waitsIn(database),
    places: placesIn(database),
    notes: notesIn(database),
    acts: actsIn(database),
    members: membersIn(database),
    met: async (member) => {
      const [alone, together] = [await mocks.times(member), await sessions.met(member)];
      const questions = new Set([...alone.keys(), ...together.keys()]);
      return new Map([...questions].map((one) => [one, (alone.get(one) ?? 0) + (together.get(one) ?? 0)]));
    },
  };
}
