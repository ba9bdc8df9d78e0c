import type { Database } from '#database/open.ts';
import { fingerprint } from './fingerprint.ts';
import type { Place } from './session.ts';

/** Where servers hold sessions, and whom their hosts keep out of them. */
export const placesIn = ({ db }: Pick<Database, 'db'>) => ({
  find: async (server: string): Promise<Place | undefined> => {
    const row = await db.selectFrom('peer_places').selectAll().where('server_id', '=', server).executeTakeFirst();
    return (
      row && {
        server: row.server_id,
        channel: row.channel_id ?? undefined,
        moderation: row.moderation_id ?? undefined,
        entryRole: row.entry_role ?? undefined,
        apartRoles: row.apart_roles === '' ? [] : row.apart_roles.split(','),
        locale: row.locale,
        isOn: row.is_on === 1,
      }
    );
  },

  save: async (place: Place): Promise<void> => {
    const row = {
      channel_id: place.channel ?? null,
      moderation_id: place.moderation ?? null,
      entry_role: place.entryRole ?? null,
      apart_roles: place.apartRoles.join(','),
      locale: place.locale,
      is_on: place.isOn ? 1 : 0,
    };
    await db
      .insertInto('peer_places')
      .values({ server_id: place.server, ...row })
      .onConflict((conflict) => conflict.column('server_id').doUpdateSet(row))
      .execute();
  },

  /** Turns sessions off where their channel, or the one for reports, is gone. */
  gone: async (server: string, channel: string): Promise<void> => {
    await db
      .updateTable('peer_places')
      .set({ is_on: 0 })
      .where('server_id', '=', server)
      .where((eb) => eb.or([eb('channel_id', '=', channel), eb('moderation_id', '=', channel)]))
      .execute();
  },

  isSuspended: async (server: string, member: string): Promise<boolean> => {
    const row = await db
      .selectFrom('peer_suspensions')
      .select('at')
      .where('server_id', '=', server)
      .where('who', '=', fingerprint(server, member))
      .executeTakeFirst();
    return row !== undefined;
  },

  suspend: async (server: string, member: string, now: Temporal.Instant): Promise<void> => {
    await db
      .insertInto('peer_suspensions')
      .values({ server_id: server, who: fingerprint(server, member), at: now.epochMilliseconds })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  /** False when they were not suspended. */
  unsuspend: async (server: string, member: string): Promise<boolean> => {
    const { numDeletedRows } = await db
      .deleteFrom('peer_suspensions')
      .where('server_id', '=', server)
      .where('who', '=', fingerprint(server, member))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },
});

export type Places = ReturnType<typeof placesIn>;
