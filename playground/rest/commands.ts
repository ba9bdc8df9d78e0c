import { Hono } from 'hono';
import { invalidField } from '#playground/rules/problem.ts';
import { commandProblems, commandsProblems } from '#playground/rules/commands.ts';
import { isObject } from '#playground/rules/shape.ts';
import { commandOf, overwriteCommands } from '#playground/world/commands.ts';
import type { Command } from '#playground/world/records.ts';
import { apiError } from './errors.ts';
import { guildFor } from './reach.ts';
import { bodyOf, check, part, type Rest, type RestContext, type RestEnv } from './request.ts';

/** Application commands, global and of a guild (Interactions → Application Commands → Endpoints). */
export function commandRoutes(rest: Rest): Hono<RestEnv> {
  const routes = new Hono<RestEnv>();
  for (const all of ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands']) {
    const one = `${all}/:command`;
    routes.get(all, (c) => c.json([...commandsOf(rest, c)]));
    routes.put(all, (c) => c.json([...overwrite(rest, c)]));
    routes.post(all, (c) => create(rest, c));
    routes.get(one, (c) => c.json(known(rest, c)));
    routes.patch(one, (c) => c.json(patch(rest, c)));
    routes.delete(one, (c) => {
      const gone = known(rest, c);
      overwriteCommands(
        rest.world,
        scopeOf(rest, c),
        commandsOf(rest, c).filter((each) => each !== gone),
      );
      return c.body(null, 204);
    });
  }
  return routes;
}

/** 'global' or the guild's id. */
function scopeOf(rest: Rest, c: RestContext): string {
  if (part(c, 'application') !== rest.world.application.id) throw apiError('unknownApplication');
  const guild = part(c, 'guild');
  return guild === '' ? 'global' : guildFor(rest.world, guild).id;
}

function commandsOf(rest: Rest, c: RestContext): readonly Command[] {
  return rest.world.commands.get(scopeOf(rest, c)) ?? [];
}

function overwrite(rest: Rest, c: RestContext): readonly Command[] {
  const scope = scopeOf(rest, c);
  const body: unknown = c.get('body');
  check(rest, {
    find: () => commandsProblems(body),
    spec: (Array.isArray(body) ? body : []).map((one: unknown, index) => ['command', one, [index]] as const),
  });
  if (!Array.isArray(body)) throw invalidField([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  return overwriteCommands(rest.world, scope, body.filter(isObject));
}

/** A command of the same name and type is replaced: 200 instead of 201. */
function create(rest: Rest, c: RestContext): Response {
  const scope = scopeOf(rest, c);
  const body = bodyOf(c);
  check(rest, { find: () => commandProblems(body, []), spec: [['command', body]] });
  const before = commandsOf(rest, c);
  const same = (one: Command): boolean => one.name === body['name'] && one.type === (body['type'] ?? 1);
  const made = overwriteCommands(rest.world, scope, [...before.filter((one) => !same(one)), body]).find(same);
  return c.json(made, before.some(same) ? 200 : 201);
}

function patch(rest: Rest, c: RestContext): Command {
  const old = known(rest, c);
  const { id: _id, application_id: _app, version: _version, guild_id: _guild, ...kept } = old;
  const next = { ...kept, ...bodyOf(c) };
  check(rest, { find: () => commandProblems(next, []) });
  const made = commandOf(rest.world, scopeOf(rest, c), { ...next, id: old.id });
  rest.world.commands.set(
    scopeOf(rest, c),
    commandsOf(rest, c).map((one) => (one === old ? made : one)),
  );
  return made;
}

function known(rest: Rest, c: RestContext): Command {
  const command = commandsOf(rest, c).find((one) => one.id === part(c, 'command'));
  if (command === undefined) throw apiError('unknownCommand');
  return command;
}
