import { type Happening, isOnShard } from '#bot/happening.ts';
import { changesWhileAway } from './rules.ts';
import type { ServerStore } from './store.ts';

/** What became known about the servers through one happening. An outage is no change: the bot was not removed. */
export type ServerNews = { readonly joined: readonly string[]; readonly left: readonly string[] };

export type Servers = {
  languageOf: ServerStore['languageOf'];
  /** Takes note of a happening and says which servers are new and which are gone. */
  notice(happening: Happening, now: Temporal.Instant): Promise<ServerNews>;
};

/** Keeps the list of servers that the bot is in. */
export function serversFrom(store: ServerStore): Servers {
  async function newsIn(happening: Happening): Promise<ServerNews> {
    switch (happening.kind) {
      case 'connected': {
        const known = (await store.present()).filter((id) => isOnShard(id, happening.shard));
        const { joined, lost } = changesWhileAway(known, happening.servers);
        return { joined, left: lost };
      }
      case 'server-joined':
        return { joined: [happening.server], left: [] };
      case 'server-left':
        return { joined: [], left: [happening.server] };
      case 'server-available':
      case 'server-unavailable':
      case 'channel-gone':
      case 'thread-gone':
      case 'thread-closed':
        return { joined: [], left: [] };
    }
  }

  return {
    languageOf: (server) => store.languageOf(server),
    notice: async (happening, now) => {
      const news = await newsIn(happening);
      await store.arrive(news.joined, now);
      await store.leave(news.left, now);
      return news;
    },
  };
}
