import { createServer, type Server } from 'node:http';

/** Something that is made once, when the first of many processes asks for it over http. */
export type Door = { readonly url: string; close(): void };

/** Opens a door: whoever asks at `url` gets what `make` resolves with, which is called once at most. */
export async function doorTo(make: () => Promise<string>): Promise<Door> {
  let made: Promise<string> | undefined;
  const server = createServer((_request, response) => {
    made ??= make();
    made.then(
      (answer) => response.end(answer),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return { url: `http://localhost:${await listen(server)}/`, close: () => void server.close() };
}

/** What is behind a door. */
export async function askAt(url: string): Promise<string> {
  const response = await fetch(url);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

/** Listens at a port that is free, and says which. */
export function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject).listen(0, 'localhost', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
  return promise;
}
