import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { paceOf } from './pace.ts';

/**
 * Requests a second, of the 50 that Discord allows a bot (Topics → Rate Limits → Global Rate Limit): 90 % and a hair, which
 * is lost at both ends; and the most that may fall into one second.
 */
const perSecond = 45.5;
const most = 49;

/** How often discord.js forgets the rate limits of channels and interactions that it has no more to do with, in ms. */
const sweepInterval = 30_000;

/**
 * For answers to interactions: Discord does not count them among a bot's 50 requests a second, so no person waits behind
 * what is sent in bulk. It needs no token.
 *
 * @param api the base of Discord's API, if it is another
 */
export const restForAnswers = (api?: string): REST => unlimited(api);

/**
 * For everything else, sent evenly and without a 429. The pace is kept where a request leaves, not where it is asked for:
 * what discord.js held back, or sends again, would leave in a bunch.
 */
export function pacedRest(api?: string): REST {
  const inTurn = paceOf({ perSecond, most });
  const { makeRequest } = DefaultRestOptions;
  return unlimited(api, { makeRequest: (url, init) => inTurn(() => makeRequest(url, init)) });
}

/** discord.js would count the requests of a second by itself, all alike, and let them wait for the next in a bunch. */
const unlimited = (api?: string, more: Partial<RESTOptions> = {}): REST =>
  new REST({
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: sweepInterval,
    ...(api !== undefined && { api }),
    ...more,
  });
