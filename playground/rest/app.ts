import { Hono } from 'hono';
import type { FaultState } from '#playground/faults/faults.ts';
import { strike } from '#playground/faults/strike.ts';
import type { World } from '#playground/world/world.ts';
import { applicationRoutes } from './applications.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { ApiError, apiError } from './errors.ts';
import { eventRoutes } from './events.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { pinRoutes } from './pins.ts';
import type { LimitState } from './limits.ts';
import type { RequestLog } from './log.ts';
import { readBody, type Rest, type RestContext, type RestEnv } from './request.ts';
import { threadMemberRoutes } from './thread-members.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

const rooms = [
  applicationRoutes,
  commandRoutes,
  interactionRoutes,
  webhookRoutes,
  pinRoutes,
  messageRoutes,
  threadRoutes,
  threadMemberRoutes,
  channelRoutes,
  guildRoutes,
  eventRoutes,
] as const;

/** What stands between the bot and the routes. */
export type Around = { readonly log: RequestLog; readonly limits: LimitState; readonly faults: FaultState };

/** Discord's REST interface at /api/v10. */
export function restApp(rest: Rest, { log, limits, faults }: Around): Hono<RestEnv> {
  const app = new Hono<RestEnv>().basePath('/api/v10');
  app.use(async (c, next) => {
    await next();
    log.add({ method: c.req.method, path: shortPath(c), status: c.res.status, body: c.get('body') });
  });
  app.use(async (c, next) => {
    const limited = limits.take(c, shortPath(c));
    if (limited instanceof Response) return limited;
    const fault = faults.drawRest(c.req.method, shortPath(c));
    const instead = fault === undefined ? await next() : await strike(c, fault, next);
    for (const [name, value] of Object.entries(limited)) c.header(name, value);
    return instead ?? undefined;
  });
  app.use(async (c, next) => {
    await readBody(c);
    authorize(rest.world, c);
    await next();
  });
  for (const room of rooms) app.route('/', room(rest));
  app.notFound((c) => {
    log.unknown(c.req.method, shortPath(c));
    return refusal(apiError('notFound'));
  });
  app.onError((error, c) => (error instanceof ApiError ? refusal(error) : broken(error, c.req.path)));
  return app;
}

/** Interaction tokens speak for themselves; everything else takes the bot's token. */
function authorize(world: World, c: RestContext): void {
  const path = shortPath(c);
  if (/^\/(interactions|webhooks)\/\d+\/[^/]+/.test(path)) return;
  if (c.req.header('authorization') !== `Bot ${world.application.token}`) throw apiError('unauthorized');
}

function shortPath(c: RestContext): string {
  return c.req.path.replace(/^\/api\/v10/, '');
}

function refusal(error: ApiError): Response {
  return Response.json(error.body(), { status: error.status });
}

/** A bug of the playground itself: said plainly, so that a test shows it. */
function broken(error: Error, path: string): Response {
  return Response.json(
    { code: 0, message: `500: the playground failed at ${path}: ${error.stack ?? error.message}` },
    { status: 500 },
  );
}
