import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { isObject } from '#playground/rules/shape.ts';
import type { World } from '#playground/world/world.ts';
import type { GatewayState } from './gateway.ts';
import { closing, identify, resume, type Closing } from './identify.ts';
import type { Session } from './session.ts';

/** Milliseconds between heartbeats that Discord asks for, and how many payloads a minute it takes. */
const heartbeatMs = 41_250;
const perMinute = 120;

type Connection = {
  readonly world: World;
  readonly gateway: GatewayState;
  readonly socket: WebSocket;
  session: Session | undefined;
  received: number[];
};

/** Speaks with one socket: hello, then identify or resume, then heartbeats. */
export function serveSocket(
  socket: WebSocket,
  request: IncomingMessage,
  place: { readonly world: World; readonly gateway: GatewayState },
): void {
  const connection: Connection = { ...place, socket, session: undefined, received: [] };
  const query = new URL(request.url ?? '/', 'http://gateway').searchParams;
  if ((query.get('v') ?? '10') !== '10') return end(connection, 'invalidVersion');
  if ((query.get('encoding') ?? 'json') !== 'json') return end(connection, 'decodeError');
  const silence = deadline(() => end(connection, 'sessionTimedOut'));
  socket.on('message', (raw) => {
    silence.restart();
    receive(connection, (raw as Buffer).toString());
  });
  socket.on('close', (code) => {
    silence.stop();
    leave(connection, code);
  });
  socket.on('error', () => socket.terminate());
  reply(connection, 10, { heartbeat_interval: heartbeatMs, _trace: [] });
}

/** A connection that says nothing for two heartbeats is closed. */
function deadline(late: () => void): { restart(): void; stop(): void } {
  const timer = setTimeout(late, 2 * heartbeatMs);
  timer.unref();
  return { restart: () => timer.refresh(), stop: () => clearTimeout(timer) };
}

function receive(connection: Connection, text: string): void {
  if (tooMany(connection)) return end(connection, 'rateLimited');
  const frame = parsed(text);
  if (!isObject(frame)) return end(connection, 'decodeError');
  const { op, d: data } = frame;
  if (op === 1) return beat(connection);
  if (op === 2 || op === 6) return enter(connection, op, data);
  if (op !== 3 && op !== 4 && op !== 8) return end(connection, 'unknownOpcode');
  if (connection.session === undefined) end(connection, 'notAuthenticated');
}

function beat(connection: Connection): void {
  reply(connection, 11, null);
  if (connection.session !== undefined) connection.gateway.beats.emit(connection.session);
}

function enter(connection: Connection, op: 2 | 6, data: unknown): void {
  if (connection.session !== undefined) return end(connection, 'alreadyAuthenticated');
  const arrival = { world: connection.world, gateway: connection.gateway, socket: connection.socket, data };
  const result = op === 2 ? identify(arrival) : resume(arrival);
  if (result === 'unknown') reply(connection, 9, false);
  else if (typeof result === 'string') end(connection, result);
  else connection.session = result;
}

function tooMany(connection: Connection): boolean {
  const now = performance.now();
  connection.received = [...connection.received.filter((at) => now - at < 60_000), now];
  return connection.received.length > perMinute;
}

/** A session ends with a goodbye (1000, 1001); otherwise it waits to be resumed. */
function leave(connection: Connection, code: number): void {
  const { session, gateway, socket } = connection;
  if (session === undefined || session.socket !== socket) return;
  session.socket = undefined;
  if (code === 1000 || code === 1001) gateway.all.delete(session.id);
}

function end(connection: Connection, why: Closing): void {
  const [code, reason] = closing[why];
  connection.socket.close(code, reason);
}

function reply({ socket }: Connection, op: number, data: unknown): void {
  socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
