/** Rate limits with Discord's headers, off until switched on. Always real time. */
import type { RestContext } from './request.ts';

/** What the limits are set to. Discord publishes only the global one; the buckets are what bots have observed. */
export type LimitSettings = {
  readonly on: boolean;
  /** Requests per second over all routes but those of interactions; Discord's is 50. */
  readonly global?: number;
};

export type Limits = {
  set(settings: LimitSettings): void;
  /** How many 429 were given so far. */
  readonly refused: () => number;
};

export type LimitState = Limits & {
  /** The 429 for a request, or the headers for its answer. */
  take(c: RestContext, path: string): Response | Readonly<Record<string, string>>;
};

type Rule = { readonly route: RegExp; readonly method: string; readonly limit: number; readonly perMs: number };

const rules: readonly Rule[] = [
  { method: 'POST', route: /^\/channels\/\d+\/messages$/, limit: 5, perMs: 5000 },
  { method: 'PATCH', route: /^\/channels\/\d+\/messages\/\d+$/, limit: 5, perMs: 5000 },
  { method: 'DELETE', route: /^\/channels\/\d+\/messages\/\d+$/, limit: 5, perMs: 1000 },
  { method: 'POST', route: /^\/webhooks\/\d+\/[^/]+$/, limit: 5, perMs: 2000 },
  { method: 'PATCH', route: /^\/webhooks\/\d+\/[^/]+\/messages\//, limit: 5, perMs: 2000 },
  { method: 'POST', route: /^\/channels\/\d+\/threads$/, limit: 50, perMs: 10_000 },
  { method: 'POST', route: /^\/users\/@me\/channels$/, limit: 10, perMs: 10_000 },
];
const otherwise = { limit: 50, perMs: 1000 };

/** Interactions are not bound to the global limit (Topics → Rate Limits → Global Rate Limit). */
const exempt = /^\/(interactions|webhooks)\//;

type Bucket = { left: number; endsAt: number };

export function limitState(now: () => number = () => performance.now()): LimitState {
  const buckets = new Map<string, Bucket>();
  let settings: LimitSettings = { on: false };
  let refused = 0;
  const use = (key: string, rule: { readonly limit: number; readonly perMs: number }): Bucket => {
    const known = buckets.get(key);
    const bucket =
      known === undefined || known.endsAt <= now() ? { left: rule.limit, endsAt: now() + rule.perMs } : known;
    buckets.set(key, bucket);
    bucket.left -= 1;
    return bucket;
  };
  return {
    set: (next) => {
      settings = next;
      buckets.clear();
    },
    refused: () => refused,
    take(c, path) {
      if (!settings.on || path.startsWith('/interactions/')) return {};
      const rule = rules.find((one) => one.method === c.req.method && one.route.test(path)) ?? otherwise;
      const bucket = use(`${c.req.method} ${majorPart(path)}`, rule);
      const over = bucket.left < 0 ? { bucket, global: false } : overall(settings, path, use);
      if (over !== undefined) {
        refused += 1;
        return tooMany(over.bucket.endsAt - now(), over.global);
      }
      return headers(bucket, rule.limit, now());
    },
  };
}

type Use = (key: string, rule: { readonly limit: number; readonly perMs: number }) => Bucket;

function overall(
  settings: LimitSettings,
  path: string,
  use: Use,
): { readonly bucket: Bucket; readonly global: boolean } | undefined {
  if (exempt.test(path)) return undefined;
  const bucket = use('global', { limit: settings.global ?? 50, perMs: 1000 });
  return bucket.left < 0 ? { bucket, global: true } : undefined;
}

/** Channel, guild and webhook with its token keep their own buckets; other ids share one. */
function majorPart(path: string): string {
  const [, room = '', id = '', ...rest] = path.split('/');
  const isMajor = ['channels', 'guilds', 'webhooks'].includes(room);
  const tail = rest.map((one, index) => (/^\d+$/.test(one) && !(room === 'webhooks' && index === 0) ? ':id' : one));
  return [room, isMajor ? id : ':id', ...tail].join('/');
}

function headers(bucket: Bucket, limit: number, now: number): Readonly<Record<string, string>> {
  const seconds = Math.max(0, bucket.endsAt - now) / 1000;
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(bucket.left),
    'x-ratelimit-reset': String(Date.now() / 1000 + seconds),
    'x-ratelimit-reset-after': seconds.toFixed(3),
    'x-ratelimit-bucket': `limit-${limit}`,
  };
}

function tooMany(ms: number, global: boolean): Response {
  const seconds = Math.max(0, ms) / 1000;
  const scope = global ? 'global' : 'user';
  const told = {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-scope': scope,
    'x-ratelimit-reset-after': seconds.toFixed(3),
  };
  const all = global ? { ...told, 'x-ratelimit-global': 'true' } : told;
  return Response.json(
    { message: 'You are being rate limited.', retry_after: seconds, global },
    { status: 429, headers: all },
  );
}
