import type { Database } from '#database/open.ts';

/** What a member chose; what they did not choose is missing. */
export type Member = { readonly language?: string; readonly zone?: string };

export type Members = { find(member: string): Promise<Member> };

/** The members' table. Somebody who never chose anything is a member without choices. */
export const membersIn = ({ db }: Database): Members => ({
  find: async (member) => {
    const row = await db.selectFrom('members').select(['language', 'zone']).where('id', '=', member).executeTakeFirst();
    return { ...(row?.language && { language: row.language }), ...(row?.zone && { zone: row.zone }) };
  },
});
