import type { World } from '#playground/world/world.ts';

/** Types a browser may show; everything else comes as bytes to save. */
const shown = /^image\/(png|jpeg|gif|webp)$/;

/** Answers `/attachments/{channel}/{file}/{name}`, as Discord's CDN does; undefined for other paths. Nothing in a file can run. */
export function fileResponse(world: World, path: string): Response | undefined {
  const id = /^\/attachments\/\d+\/(\d+)\//.exec(path)?.[1];
  if (id === undefined) return undefined;
  const file = world.files.get(id);
  if (file === undefined) return new Response('This file is gone', { status: 404 });
  const headers = {
    'content-type': shown.test(file.contentType) ? file.contentType : 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  return new Response(Buffer.from(file.bytes), { headers });
}
