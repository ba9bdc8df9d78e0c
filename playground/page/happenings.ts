import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { World } from '#playground/world/world.ts';

/** Server-sent events: one line for everything this person could notice. */
export function happenings(world: World, c: Context, person: string): Response {
  return streamSSE(c, async (stream) => {
    const send = (value: unknown): Promise<void> => stream.writeSSE({ data: JSON.stringify(value) });
    let sent = send({ kind: 'hello' });
    const stop = world.happenings.on((one) => {
      if (one.viewerId !== undefined && one.viewerId !== person) return;
      sent = sent.then(() => send(one));
    });
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
    });
    stop();
    await sent;
  });
}
