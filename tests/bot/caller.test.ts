import { describe, expect, test } from 'vitest';
import { membersIn } from '#members/store.ts';
import { serversFrom } from '#servers/servers.ts';
import { serversIn } from '#servers/store.ts';
import { callerOf } from '#src/caller.ts';
import { ann, asks, inBotDm } from '#tests/support/incoming.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

const home = '200000000000000001';
type Chosen = { readonly language?: string; readonly zone?: string };

describeEachDatabase('How the bot speaks to Ann', (open) => {
  /** The bot, when Ann and the host of her server chose these things. */
  async function when({ member, server }: { readonly member?: Chosen; readonly server?: string }) {
    const database = await open();
    if (member) {
      const { language = null, zone = null } = member;
      await database.db.insertInto('members').values({ id: ann.id, language, zone }).execute();
    }
    const servers = serversFrom(serversIn(database));
    await servers.notice({ kind: 'server-joined', server: home }, Temporal.Instant.from('2026-03-02T09:00:00Z'));
    if (server) await database.db.updateTable('servers').set({ language: server }).where('id', '=', home).execute();
    return callerOf({ members: membersIn(database), servers });
  }

  test('is English and UTC while nobody chose anything, with her name and place', async () => {
    const incoming = asks('help');
    const caller = await (await when({}))(incoming);
    expect(caller).toEqual({ ...ann, where: incoming.where, language: 'en', zone: 'UTC' });
  });

  test('is in the zone that she chose, wherever she is', async () => {
    const caller = await when({ member: { zone: 'Asia/Tokyo' } });
    expect(await caller(asks('help'))).toMatchObject({ zone: 'Asia/Tokyo', language: 'en' });
    expect(await caller({ ...asks('help'), where: inBotDm })).toMatchObject({ zone: 'Asia/Tokyo' });
  });

  test('is never a language that the bot has not learnt', async () => {
    const caller = await when({ member: { language: 'tlh' }, server: 'xx' });
    const discord = { ...ann, locale: 'fi' };
    expect(await caller({ ...asks('help', { language: 'zz' }), actor: discord })).toMatchObject({ language: 'en' });
    expect(await caller({ ...asks('help', { language: 5 }), actor: discord })).toMatchObject({ language: 'en' });
  });
});

describe('the language of a caller', () => {
  test('is asked of the server only where there is one', async () => {
    const asked: string[] = [];
    const languageOf = async (id: string) => (asked.push(id), undefined);
    const caller = callerOf({ members: { find: async () => ({}) }, servers: { languageOf } });
    await caller({ ...asks('help'), where: inBotDm });
    expect(asked).toEqual([]);
    await caller(asks('help'));
    expect(asked).toEqual([home]);
  });
});
