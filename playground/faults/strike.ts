import { setTimeout as after } from 'node:timers/promises';
import type { RestContext } from '#playground/rest/request.ts';
import type { RestFault } from './faults.ts';

/** Lets one fault happen to a request; `go` does what was asked. */
export async function strike(c: RestContext, fault: RestFault, go: () => Promise<void>): Promise<Response | undefined> {
  await fault.onStrike?.();
  if (fault.kind === 'error')
    return Response.json({ message: 'Something went wrong', code: 0 }, { status: fault.status ?? 500 });
  if (fault.kind === 'limited') return limited((fault.ms ?? 1000) / 1000);
  if (fault.kind === 'slow') await after(fault.ms ?? 1000);
  if (fault.kind !== 'reset') await go();
  if (fault.kind === 'slow') return undefined;
  c.env.incoming.socket.destroy();
  return new Response(null, { status: 499 });
}

/** A 429 as a shared resource gives it, which is nobody's fault (Topics → Rate Limits). */
function limited(seconds: number): Response {
  const headers = {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-scope': 'shared',
    'x-ratelimit-reset-after': String(seconds),
  };
  return Response.json(
    { message: 'The resource is being rate limited.', retry_after: seconds, global: false },
    { status: 429, headers },
  );
}
