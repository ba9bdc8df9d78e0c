import type { Database } from '#database/open.ts';
import type { Tables } from '#database/schema.ts';
import type { Half, SeatNumber } from './rules.ts';

/**
 * The forms after a half: the interviewer's scales (`scales`) and words (`words`) about the candidate, the candidate's own
 * scales (`own`), and what they say of the interviewer (`asker`).
 */
export type FormKind = 'scales' | 'words' | 'own' | 'asker';

/** Which form, about which half. */
export type FormId = { readonly kind: FormKind; readonly half: Half };

/** A filled form. It belongs to the member whom it is about. */
export type Note = FormId & {
  readonly session: string;
  /** Who filled it. */
  readonly seat: SeatNumber;
  readonly about: string;
  /** 1 to 4 for each scale, 0 where nothing was chosen. */
  readonly scales: readonly number[];
  readonly heard: string | undefined;
  readonly nextTime: string | undefined;
  readonly at: Temporal.Instant;
  /** When the member whom it is about was first let read it. */
  readonly shownAt: Temporal.Instant | undefined;
};

const nameOf = ({ kind, half }: FormId): string => `${kind}-${half}`;

const noteOf = (row: Tables['peer_notes']): Note => {
  const [kind = '', half = ''] = row.form.split('-');
  return {
    kind: kind as FormKind,
    half: Number(half) as Half,
    session: row.session_id,
    seat: row.seat as SeatNumber,
    about: row.about_id,
    scales: row.scales.split('').map(Number),
    heard: row.heard ?? undefined,
    nextTime: row.next_time ?? undefined,
    at: Temporal.Instant.fromEpochMilliseconds(row.at),
    shownAt: row.shown_at === null ? undefined : Temporal.Instant.fromEpochMilliseconds(row.shown_at),
  };
};

/** Feedback forms. */
export const notesIn = ({ db }: Pick<Database, 'db'>) => ({
  /** Keeps a form; filled once more it is the newer one. */
  keep: async (note: Note): Promise<void> => {
    const said = {
      about_id: note.about,
      scales: note.scales.join(''),
      heard: note.heard ?? null,
      next_time: note.nextTime ?? null,
      at: note.at.epochMilliseconds,
    };
    await db
      .insertInto('peer_notes')
      .values({ session_id: note.session, seat: note.seat, form: nameOf(note), shown_at: null, ...said })
      .onConflict((conflict) => conflict.columns(['session_id', 'seat', 'form']).doUpdateSet(said))
      .execute();
  },

  ofSession: async (session: string): Promise<readonly Note[]> => {
    const of = db.selectFrom('peer_notes').selectAll().where('session_id', '=', session);
    return (await of.orderBy('form').execute()).map(noteOf);
  },

  /** From now on those whom they are about may read them. */
  show: async (session: string, now: Temporal.Instant): Promise<void> => {
    await db
      .updateTable('peer_notes')
      .set({ shown_at: now.epochMilliseconds })
      .where('session_id', '=', session)
      .where('shown_at', 'is', null)
      .execute();
  },

  /** What a member may read about themselves, newest first. */
  about: async (member: string, most: number): Promise<readonly Note[]> => {
    const of = db.selectFrom('peer_notes').selectAll().where('about_id', '=', member).where('shown_at', 'is not', null);
    return (await of.orderBy('at', 'desc').limit(most).execute()).map(noteOf);
  },
});

export type Notes = ReturnType<typeof notesIn>;
