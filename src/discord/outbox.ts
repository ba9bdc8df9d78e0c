import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  type REST,
  RESTJSONErrorCodes as Code,
  Routes,
} from 'discord.js';
import type { Done, Outbox, Posted, Posting, Standing, WhyRefused } from '#bot/outbox.ts';
import { bodyOf, filesOf } from './body.ts';
import { isUnknown } from './insist.ts';
import { withPatience } from './patience.ts';
import { standingIn } from './standing.ts';
import { type Failed, threadsOver } from './threads.ts';

type Parts = {
  /** Sends no faster than Discord allows; see `pacedRest`. */
  readonly rest: REST;
  /** The bot's own id. */
  readonly self: () => string;
};

/** The outbox over Discord's REST API. */
export function outboxOver({ rest, self }: Parts): Outbox {
  async function get<T>(path: `/${string}`, query?: Readonly<Record<string, string>>): Promise<T> {
    const asked = query && { query: new URLSearchParams(query) };
    return (await withPatience((signal) => rest.get(path, { signal, ...asked }))) as T;
  }

  async function post<T>(path: `/${string}`, options: Parameters<REST['post']>[1]): Promise<T> {
    return (await withPatience((signal) => rest.post(path, { ...options, signal }))) as T;
  }

  async function postIn(channel: string, posting: Posting): Promise<Posted> {
    const { message, nonce, pings = [], people = [], aloud = pings.length + people.length > 0 } = posting;
    const body = bodyOf(message);
    const quiet = aloud ? 0 : MessageFlags.SuppressNotifications;
    const sent = await post<APIMessage>(Routes.channelMessages(channel), {
      body: {
        ...body,
        flags: body.flags | quiet,
        allowed_mentions: { parse: [], roles: pings, users: people },
        nonce,
        enforce_nonce: true,
      },
      files: filesOf(message),
    });
    return { kind: 'posted', message: sent.id };
  }

  async function edited(channel: string, message: string, to: Posting['message']): Promise<Done> {
    const options = { body: bodyOf(to), files: filesOf(to) };
    await withPatience((signal) => rest.patch(Routes.channelMessage(channel, message), { ...options, signal }));
    return { kind: 'done' };
  }

  const channelOf = (id: string): Promise<APIChannel> => get(Routes.channel(id));

  async function standing(server: string, { id, ...place }: APIChannel): Promise<Standing> {
    const isThread = 'thread_metadata' in place;
    const parent = isThread && 'parent_id' in place && place.parent_id;
    const [channel, roles, member] = await Promise.all([
      parent ? channelOf(parent) : { id, ...place },
      get<readonly APIRole[]>(Routes.guildRoles(server)),
      get<APIGuildMember>(Routes.guildMember(server, self())),
    ]);
    return standingIn({ channel, isThread, server, roles, member: { roles: member.roles, id: self() } });
  }

  /** Discord shows an empty channel to whoever may not read its past: then only the permissions tell. */
  async function mayLook(id: string): Promise<boolean> {
    const channel = await channelOf(id);
    if (!('guild_id' in channel) || channel.guild_id === undefined) return true;
    const { may } = await standing(channel.guild_id, channel);
    return (may & PermissionFlagsBits.ReadMessageHistory) !== 0n;
  }

  return {
    post: (channel, posting) => postIn(channel, posting).catch(outcomeOf),
    edit: (channel, message, to) => edited(channel, message, to).catch(outcomeOf),
    threads: threadsOver({ rest, self, outcomeOf }),
    tell: async (person, posting) => {
      try {
        const direct = await post<APIChannel>(Routes.userChannels(), { body: { recipient_id: person } });
        return await postIn(direct.id, posting);
      } catch (error) {
        return outcomeOf(error);
      }
    },
    find: async (channel, customId) => {
      try {
        const messages = await get<readonly APIMessage[]>(Routes.channelMessages(channel), { limit: '50' });
        const own = messages.find((one) => one.author.id === self() && hasControl(one.components, customId));
        if (own) return { message: own.id };
        return messages.length > 0 || (await mayLook(channel)) ? 'absent' : 'unseen';
      } catch (error) {
        return outcomeOf(error).kind === 'refused' ? 'unseen' : 'unknown';
      }
    },
    standing: async (server, id) => {
      try {
        const channel = await channelOf(id);
        const isThere = 'guild_id' in channel && channel.guild_id === server;
        return isThere ? await standing(server, channel) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** Whether a control with this custom id is anywhere inside. */
function hasControl(value: unknown, customId: string): boolean {
  if (Array.isArray(value)) return value.some((one) => hasControl(one, customId));
  if (typeof value !== 'object' || value === null) return false;
  if ('custom_id' in value && value.custom_id === customId) return true;
  return Object.values(value).some((part) => typeof part === 'object' && hasControl(part, customId));
}

/** Without these Discord was never reached, so nothing was carried out. */
const unreached: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const whys: Readonly<Record<string, WhyRefused>> = {
  [Code.MissingAccess]: 'hidden',
  [Code.MissingPermissions]: 'forbidden',
  [Code.ThreadLocked]: 'forbidden',
  [Code.CannotExecuteActionOnThisChannelType]: 'forbidden',
  [Code.ChannelVerificationLevelTooHighForYouToGainAccess]: 'forbidden',
  50_083: 'forbidden', // the thread is archived
  [Code.UnknownChannel]: 'gone',
  [Code.UnknownGuild]: 'gone',
  [Code.CannotSendMessagesToThisUser]: 'closed',
  50_278: 'closed', // nothing in common with this person any more
};

/** What became of a request that failed. Throws what is no failure of Discord or the network: that is a bug of ours. */
function outcomeOf(error: unknown): Failed {
  if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 429) {
    return { kind: 'refused', why: whys[error.code] ?? 'other' };
  }
  if (error instanceof Error && 'code' in error && unreached.has(error.code)) return { kind: 'unreached' };
  if (isUnknown(error) || error instanceof DiscordAPIError || isGivenUp(error)) return { kind: 'unknown' };
  throw error;
}

const isGivenUp = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
