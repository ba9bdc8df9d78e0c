import { Hono, type Context } from 'hono';
import { personOf } from '#playground/people/where.ts';
import type { PageParts } from './app.ts';
import { asked } from './asked.ts';
import { bodyOf } from './body.ts';
import { happenings } from './happenings.ts';
import { leverRoutes } from './levers.ts';
import { candidates, shownChannels, shownCommands, shownPerson } from './places.ts';
import { pastEphemerals, shownExchange, shownMessages, type Eyes } from './shown.ts';

/** What the page asks and does, as one of the people. */
export function playRoutes(parts: PageParts): Hono {
  const { world, people } = parts;
  const play = new Hono();
  play.use(async (c, next) =>
    fromOutside(c) ? c.json({ error: 'Only the page itself may ask this' }, 403) : await next(),
  );
  play.get('/start', (c) =>
    c.json({ people: people.all().map(shownPerson), past: pastEphemerals(world), app: world.application.name }),
  );
  play.route('/', leverRoutes(parts));
  play.use('/:person/*', async (c, next) => {
    personOf(world, c.req.param('person'));
    await next();
  });
  play.get('/:person/channels', (c) => c.json(shownChannels(eyesOf(parts, c))));
  play.get('/:person/channels/:channel/messages', (c) => c.json(shownMessages(eyesOf(parts, c), channelIn(c))));
  play.get('/:person/channels/:channel/commands', (c) => c.json(shownCommands(eyesOf(parts, c), channelIn(c))));
  play.get('/:person/channels/:channel/candidates', (c) => c.json(candidates(eyesOf(parts, c), channelIn(c))));
  play.get('/:person/happenings', (c) => happenings(world, c, c.req.param('person')));
  play.post('/:person/dismiss/:message', (c) => {
    people.dismiss(c.req.param('person'), c.req.param('message'));
    return c.json({});
  });
  actions(play, parts);
  return play;
}

function actions(play: Hono, parts: PageParts): void {
  for (const action of ['command', 'type', 'autocomplete', 'press', 'select', 'submit'] as const) {
    play.post(`/:person/${action}`, async (c) => {
      const exchange = await parts.people[action](c.req.param('person'), (await bodyOf(c, asked[action])) as never);
      return c.json(shownExchange(eyesOf(parts, c), exchange));
    });
  }
  play.post('/:person/say', async (c) =>
    c.json(parts.people.say(c.req.param('person'), (await bodyOf(c, asked.say)) as never)),
  );
}

function eyesOf({ world, people }: PageParts, c: Context): Eyes {
  return { world, people, personId: c.req.param('person') ?? '' };
}

const channelIn = (c: Context): string => c.req.param('channel') ?? '';

/** Pages of other origins may not act here. */
function fromOutside(c: Context): boolean {
  const origin = c.req.header('origin');
  const own = c.req.header('host');
  const foreign = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === own);
  const site = c.req.header('sec-fetch-site');
  return foreign || site === 'cross-site' || site === 'same-site';
}
