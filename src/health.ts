import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The health endpoint: `/healthz` says that the process lives, `/readyz` (200 or 503) that it can answer people. */
export type Health = { readonly port: number; close(): Promise<void> };

/** Starts the endpoint. Rejects with the system's error when the port can't be had. */
export function startHealth(port: number, isReady: () => boolean): Promise<Health> {
  const server = createServer(({ url }, response) => {
    const [status, word] =
      url === '/healthz'
        ? [200, 'alive']
        : url !== '/readyz'
          ? [404, 'not found']
          : isReady()
            ? [200, 'ready']
            : [503, 'not ready'];
    response.writeHead(status, { 'content-type': 'text/plain' }).end(`${word}\n`);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // Nobody waits for an answer that says nothing any more, and half a request would never end.
            server.closeAllConnections();
          }),
      }),
    );
  });
}
