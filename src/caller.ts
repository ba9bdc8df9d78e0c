import type { Incoming } from '#bot/incoming.ts';
import type { Caller } from '#bot/turn.ts';
import type { Members } from '#members/store.ts';
import type { Servers } from '#servers/servers.ts';
import { languageOf } from '#text/ladder.ts';

type Parts = { readonly members: Pick<Members, 'find'>; readonly servers: Pick<Servers, 'languageOf'> };

/** The zone of a member who has not chosen one. */
const zoneUnlessChosen = 'UTC';

/** Finds out how to speak to whoever did something: what they chose, else their server, else what Discord says. */
export const callerOf =
  ({ members, servers }: Parts) =>
  async (incoming: Incoming): Promise<Caller> => {
    const { actor, where } = incoming;
    const [member, server] = await Promise.all([
      members.find(actor.id),
      where.server ? servers.languageOf(where.server.id) : undefined,
    ]);
    const option = 'options' in incoming ? incoming.options['language'] : undefined;
    const wishes = { option: option === undefined ? undefined : String(option), member: member.language, server };
    const language = languageOf({ ...wishes, discord: actor.locale });
    return { ...actor, where, language, zone: member.zone ?? zoneUnlessChosen };
  };
