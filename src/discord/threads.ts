import { type APIThreadChannel, ChannelType, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Done, Posted, Thread, Threads } from '#bot/outbox.ts';
import { withPatience } from './patience.ts';

/** What became of a request that did not succeed. */
export type Failed = Exclude<Posted, { readonly kind: 'posted' }>;

type Parts = {
  readonly rest: REST;
  /** The bot's own id. */
  readonly self: () => string;
  readonly outcomeOf: (error: unknown) => Failed;
};

/** Threads without a word in them are put away after this many minutes; Discord knows 60, 1440, 4320 and 10080. */
const quietFor = 1440;

/** Private threads over Discord's REST API. */
export function threadsOver({ rest, self, outcomeOf }: Parts): Threads {
  async function open(channel: string, name: string): Promise<Thread> {
    const body = { name, type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: quietFor };
    const made = (await withPatience((signal) =>
      rest.post(Routes.threads(channel), { signal, body }),
    )) as APIThreadChannel;
    return { kind: 'there', thread: made.id };
  }

  async function find(server: string, channel: string, ending: string): Promise<Thread | undefined> {
    const { threads } = (await withPatience((signal) => rest.get(Routes.guildActiveThreads(server), { signal }))) as {
      readonly threads: readonly APIThreadChannel[];
    };
    const own = threads.find(
      (one) => one.parent_id === channel && one.owner_id === self() && (one.name ?? '').endsWith(ending),
    );
    return own && { kind: 'there', thread: own.id };
  }

  async function letIn(thread: string, person: string): Promise<Done> {
    await withPatience((signal) => rest.put(Routes.threadMembers(thread, person), { signal }));
    return { kind: 'done' };
  }

  return {
    open: (channel, name) => open(channel, name).catch(outcomeOf),
    find: (server, channel, ending) => find(server, channel, ending).catch(outcomeOf),
    letIn: (thread, person) => letIn(thread, person).catch(outcomeOf),
    has: async (thread, person) => {
      try {
        await withPatience((signal) => rest.get(Routes.threadMembers(thread, person), { signal }));
        return true;
      } catch (error) {
        const isNo = error instanceof DiscordAPIError && error.status === 404;
        return isNo ? false : undefined;
      }
    },
  };
}
