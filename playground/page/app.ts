import { Hono, type Context } from 'hono';
import type { Faults } from '#playground/faults/faults.ts';
import type { Gateway } from '#playground/gateway/gateway.ts';
import { CannotDo } from '#playground/people/refusal.ts';
import type { People } from '#playground/people/people.ts';
import type { World } from '#playground/world/world.ts';
import { indexPage, libraryFile, pageFile } from './assets.ts';
import { playRoutes } from './play.ts';

export type PageParts = {
  readonly world: World;
  readonly people: People;
  readonly gateway: Gateway;
  readonly faults: Faults;
};

/** The page, what it asks for under /play, and the clock. */
export function pageApp(parts: PageParts): Hono {
  const app = new Hono();
  app.use(async (c, next) =>
    isOwnName(parts.world, c) ? await next() : c.text('The playground answers only under its own address', 403),
  );
  app.get('/', () => indexPage());
  app.get('/page/:folder{parts|style}/:name', (c) => {
    const folder = c.req.param('folder') === 'parts' ? 'parts' : 'style';
    return pageFile(folder, c.req.param('name')) ?? c.notFound();
  });
  app.get('/library/:name{.+}', (c) => libraryFile(c.req.param('name').replace(/\.js$/, '')) ?? c.notFound());
  app.get('/favicon.ico', () => pageFile('style', 'icon.svg') ?? new Response(null, { status: 404 }));
  app.get('/clock', (c) => c.json({ offsetMs: parts.world.clock.offsetMs() }));
  app.route('/play', playRoutes(parts));
  app.onError((error, c) => c.json({ error: error.message }, error instanceof CannotDo ? 422 : 500));
  return app;
}

/** On loopback, only loopback's own names are answered: a foreign name that merely points here is not (DNS rebinding). */
function isOwnName(world: World, c: Context): boolean {
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
  const own = URL.canParse(world.baseUrl) ? new URL(world.baseUrl).hostname : 'localhost';
  const asked = (c.req.header('host') ?? '').replace(/:\d+$/, '');
  return !loopback.test(own) || loopback.test(asked);
}
