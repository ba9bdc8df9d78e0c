/** A small local Discord: gateway, REST and a page. The real discord.js connects to it; it knows nothing of any bot. */
import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { movableClock, type Clock } from './clock.ts';
import { acceptSockets, close, listen } from './listen.ts';
import { faultState, type Faults } from '#playground/faults/faults.ts';
import { openGateway, type Gateway } from '#playground/gateway/gateway.ts';
import { pageApp } from '#playground/page/app.ts';
import { peopleOf, type People } from '#playground/people/people.ts';
import { restApp } from '#playground/rest/app.ts';
import { fileResponse } from '#playground/rest/files.ts';
import { limitState, type Limits } from '#playground/rest/limits.ts';
import { requestLog, type LoggedRequest } from '#playground/rest/log.ts';
import type { SpecCheck } from '#playground/rules/spec.ts';
import { firstWorld } from '#playground/world/first-world.ts';
import { worldTools, type WorldTools } from '#playground/world/tools.ts';
import type { World } from '#playground/world/world.ts';

export type PlaygroundOptions = {
  /** 0 (default): any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** Refuse bodies that Discord would refuse; benches switch it off. */
  readonly strict?: boolean;
  /** Real milliseconds an interaction may wait for its first answer; Discord's 3000 unless a test is in a hurry. */
  readonly answerWithinMs?: number;
  /** Machine time; product time is this plus the clock's offset. */
  readonly machineTime?: () => number;
  /** Random bytes for tokens. */
  readonly random?: (length: number) => Uint8Array;
};

export type Playground = {
  /** The page: http://127.0.0.1:PORT */
  readonly url: string;
  /** For discord.js: `rest: { api }`. */
  readonly apiUrl: string;
  /** The bot's token; any other gets 401 and close code 4004. */
  readonly token: string;
  readonly applicationId: string;
  /** Guilds, channels, members, messages, commands: to read. */
  readonly state: World;
  /** To change the world from outside, with the right gateway events. */
  readonly world: WorldTools;
  /** Requests to routes that the playground does not have. */
  readonly unknownRoutes: readonly { readonly method: string; readonly path: string }[];
  /** The latest requests of the bot, oldest first. */
  readonly requests: readonly LoggedRequest[];
  forgetRequests(): void;
  readonly people: People;
  readonly clock: Clock;
  readonly gateway: Gateway;
  /** What is to go wrong. */
  readonly faults: Faults;
  /** Rate limits, off until switched on. */
  readonly limits: Limits;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
};

/** Starts a playground with its first world. Rejects with code EADDRINUSE when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const parts = await assemble(options);
  const { world, gateway, log, clock } = parts;
  const server = createServer(requestListener(parts));
  const sockets = acceptSockets(server, { world, gateway });
  world.baseUrl = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  return {
    url: world.baseUrl,
    apiUrl: `${world.baseUrl}/api`,
    token: world.application.token,
    applicationId: world.application.id,
    state: world,
    world: worldTools(world),
    unknownRoutes: log.unknownRoutes,
    requests: log.requests,
    forgetRequests: log.forget,
    people: parts.people,
    clock: announced(clock, world),
    gateway,
    faults: parts.faults,
    limits: parts.limits,
    close: async () => await close(server, sockets),
  };
}

type Parts = Awaited<ReturnType<typeof assemble>>;

/** The world and all that acts on it, before anything listens. */
async function assemble({ machineTime, random, answerWithinMs = 3000, strict = true }: PlaygroundOptions) {
  const clock = movableClock(machineTime);
  const world = firstWorld({ clock, answerWithinMs, ...(random === undefined ? {} : { random }) });
  const [log, faults, limits] = [requestLog(), faultState(), limitState()];
  const gateway = openGateway(world, faults);
  const spec = strict ? await loadSpec() : undefined;
  return { clock, world, log, faults, limits, gateway, people: peopleOf(world), spec };
}

/** Requests go to the bot's interface, to files, or to the page. */
function requestListener({ world, spec, people, gateway, ...around }: Parts): RequestListener {
  const rest = restApp({ world, spec }, around);
  const pageParts = { world, people, gateway, ...around };
  const page = pageApp(pageParts);
  const answer = getRequestListener(
    async (request, env) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/api/')) return await rest.fetch(request, env);
      return fileResponse(world, pathname) ?? (await page.fetch(request, env));
    },
    { overrideGlobalObjects: false },
  );
  return (request, response) => void answer(request, response);
}

/** Moving the clock is something that people and the page can wait for. */
function announced(clock: Clock, world: World): Clock {
  return {
    ...clock,
    setOffset(ms) {
      clock.setOffset(ms);
      world.happenings.emit({ kind: 'clock' });
    },
  };
}

/** Discord's description of its API takes 0.2 s to load, so only strict playgrounds load it. */
async function loadSpec(): Promise<SpecCheck> {
  const { specCheck } = await import('#playground/rules/spec.ts');
  return specCheck;
}
