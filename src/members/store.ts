import type { Database } from '#database/open.ts';

/** What a member chose; what they did not choose is missing. */
export type Member = { readonly language?: string; readonly zone?: string };

/** A zone that a member chose (IANA name), and since when, in epoch ms. */
export type ZoneSince = { readonly zone: string; readonly since: number };

export type Members = {
  find(member: string): Promise<Member>;
  /** The zones that a member chose, oldest first. */
  zonesOf(member: string): Promise<readonly ZoneSince[]>;
};

/** The members' table. Somebody who never chose anything is a member without choices. */
export const membersIn = ({ db }: Pick<Database, 'db'>): Members => {
  const find: Members['find'] = async (member) => {
    const row = await db.selectFrom('members').select(['language', 'zone']).where('id', '=', member).executeTakeFirst();
    return { ...(row?.language && { language: row.language }), ...(row?.zone && { zone: row.zone }) };
  };
  return {
    find,
    zonesOf: async (member) => {
      const { zone } = await find(member);
      return zone === undefined ? [] : [{ zone, since: 0 }];
    },
  };
};
