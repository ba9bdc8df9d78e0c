import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { GatewayState } from '#playground/gateway/gateway.ts';
import { serveSocket } from '#playground/gateway/socket.ts';
import type { World } from '#playground/world/world.ts';

/** Takes WebSockets at /gateway; other upgrades are cut. */
export function acceptSockets(
  server: Server,
  place: { readonly world: World; readonly gateway: GatewayState },
): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!(request.url ?? '').startsWith('/gateway')) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (ws) => serveSocket(ws, request, place));
    return undefined;
  });
  return sockets;
}

/** Listens and says at which address; rejects with the system's code, EADDRINUSE among them. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const message = isTaken
        ? `Port ${port} on ${host} is taken: stop what uses it, or choose another`
        : error.message;
      reject(Object.assign(new Error(message, { cause: error }), { code: error.code }));
    });
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${(server.address() as AddressInfo).port}`;
}

/** Ends every connection and stops listening. */
export async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
