/** A small local Discord: gateway, REST and a page. The real discord.js connects to it; it knows nothing of any bot. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { movableClock, type Clock } from './clock.ts';
import { faultState, type Faults } from '#playground/faults/faults.ts';
import { openGateway, type Gateway, type GatewayState } from '#playground/gateway/gateway.ts';
import { serveSocket } from '#playground/gateway/socket.ts';
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
  const clock = movableClock(options.machineTime);
  const { random } = options;
  const world = firstWorld({
    clock,
    answerWithinMs: options.answerWithinMs ?? 3000,
    ...(random === undefined ? {} : { random }),
  });
  const log = requestLog();
  const faults = faultState();
  const limits = limitState();
  const gateway = openGateway(world, faults);
  const people = peopleOf(world);
  const rest = restApp(
    { world, spec: options.strict === false ? undefined : await loadSpec() },
    { log, limits, faults },
  );
  const parts = { world, people, gateway, faults, limits };
  const page = pageApp(parts);
  const answer = getRequestListener(
    async (request, env) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/api/')) return await rest.fetch(request, env);
      return fileResponse(world, pathname) ?? (await page.fetch(request, env));
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => void answer(request, response));
  const sockets = acceptSockets(server, world, gateway);
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, options.port ?? 0, host);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  world.baseUrl = url;
  return {
    url,
    apiUrl: `${url}/api`,
    token: world.application.token,
    applicationId: world.application.id,
    state: world,
    world: worldTools(world),
    unknownRoutes: log.unknownRoutes,
    requests: log.requests,
    forgetRequests: log.forget,
    people,
    clock: announced(clock, world),
    gateway,
    faults,
    limits,
    close: async () => await close(server, sockets),
  };
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

function acceptSockets(server: Server, world: World, gateway: GatewayState): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!(request.url ?? '').startsWith('/gateway')) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (ws) => serveSocket(ws, request, { world, gateway }));
    return undefined;
  });
  return sockets;
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken: stop what uses it, or choose another`
          : error.message;
      reject(Object.assign(new Error(taken, { cause: error }), { code: error.code }));
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
