import type { Playground } from '#playground/start.ts';

/** Ends a playground. Rejects when it was asked for something that it does not have: its answers then prove little. */
export async function endPlayground({ close, unknownRoutes }: Playground): Promise<void> {
  await close();
  if (unknownRoutes.length === 0) return;
  const asked = unknownRoutes.map(({ method, path }) => `${method} ${path}`);
  throw new Error(`The playground has no such routes:\n${asked.join('\n')}`);
}
