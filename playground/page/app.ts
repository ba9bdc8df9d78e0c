import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { CannotDo } from '#playground/people/refusal.ts';
import type { People } from '#playground/people/people.ts';
import { isObject } from '#playground/rules/shape.ts';
import { channelPayload } from '#playground/wire/channel.ts';
import type { World } from '#playground/world/world.ts';

export type PageParts = { readonly world: World; readonly people: People };

const types = { 'page.html': 'text/html', 'page.js': 'text/javascript', 'page.css': 'text/css' } as const;

/** The page, what it asks for under /play, the files of messages, and the clock. */
export function pageApp(parts: PageParts): Hono {
  const app = new Hono();
  app.get('/', () => asset('page.html'));
  app.get('/page.js', () => asset('page.js'));
  app.get('/page.css', () => asset('page.css'));
  app.get('/attachments/:channel/:id/:name', (c) => attachment(parts.world, c));
  app.get('/clock', (c) => c.json({ offsetMs: parts.world.clock.offsetMs() }));
  app.route('/play', playRoutes(parts));
  app.onError((error, c) => c.json({ error: error.message }, error instanceof CannotDo ? 422 : 500));
  return app;
}

function playRoutes({ world, people }: PageParts): Hono {
  const play = new Hono();
  play.use(async (c, next) =>
    fromOutside(c) ? c.json({ error: 'Only the page itself may ask this' }, 403) : await next(),
  );
  play.get('/people', (c) =>
    c.json(people.all().map(({ id, username, globalName, locale }) => ({ id, username, name: globalName, locale }))),
  );
  play.get('/:person/channels', (c) =>
    c.json(
      people.channels(c.req.param('person')).map((one) => ({
        ...channelPayload(world, one),
        guild: world.guilds.get(one.guildId ?? '')?.name,
        name: one.recipients === undefined ? one.name : others(world, one.recipients, c.req.param('person')),
      })),
    ),
  );
  play.get('/:person/channels/:channel/messages', (c) =>
    c.json(people.seen(c.req.param('person'), c.req.param('channel'))),
  );
  play.get('/:person/channels/:channel/commands', (c) =>
    c.json(people.commands(c.req.param('person'), c.req.param('channel'))),
  );
  for (const action of ['command', 'type', 'autocomplete', 'press', 'select', 'submit', 'say'] as const) {
    play.post(`/:person/${action}`, async (c) => {
      const body: unknown = await c.req.json();
      if (!isObject(body)) return c.json({ error: 'A JSON object, please' }, 400);
      return c.json(await people[action](c.req.param('person'), body as never));
    });
  }
  play.post('/:person/dismiss/:message', (c) => {
    people.dismiss(c.req.param('person'), c.req.param('message'));
    return c.json({});
  });
  play.put('/clock', async (c) => {
    const body: unknown = await c.req.json();
    world.clock.setOffset(isObject(body) && typeof body['offsetMs'] === 'number' ? body['offsetMs'] : 0);
    world.happenings.emit({ kind: 'clock' });
    return c.json({ offsetMs: world.clock.offsetMs() });
  });
  play.get('/:person/happenings', (c) => happenings(world, c, c.req.param('person')));
  return play;
}

/** Pages of other origins may not act here, nor names that merely point at this machine. */
function fromOutside(c: Context): boolean {
  const origin = c.req.header('origin');
  const own = c.req.header('host');
  return (origin !== undefined && new URL(origin).host !== own) || c.req.header('sec-fetch-site') === 'cross-site';
}

function others(world: World, ids: readonly string[], person: string): string {
  return ids
    .filter((id) => id !== person)
    .map((id) => world.users.get(id)?.globalName ?? world.users.get(id)?.username ?? id)
    .join(', ');
}

/** Server-sent events: one line for everything this person could notice. */
function happenings(world: World, c: Context, person: string): Response {
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

function attachment(world: World, c: Context): Response {
  for (const message of world.messages.get(c.req.param('channel') ?? '')?.values() ?? []) {
    const file = message.attachments.find((one) => one.id === c.req.param('id'));
    if (file === undefined) continue;
    const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
    const headers = {
      'content-type': isPicture ? file.contentType : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    };
    return new Response(Buffer.from(file.bytes), { headers });
  }
  return c.text('This file is gone', 404);
}

function asset(name: keyof typeof types): Response {
  const headers = {
    'content-type': `${types[name]}; charset=utf-8`,
    'content-security-policy': "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
    'cache-control': 'no-store',
  };
  return new Response(readFileSync(new URL(name, import.meta.url), 'utf8'), { headers });
}
