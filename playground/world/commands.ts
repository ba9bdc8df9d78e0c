import { isSnowflake } from '#playground/snowflake.ts';
import type { Command, CommandOption, Json } from './records.ts';
import type { World } from './world.ts';

/** Replaces all commands of a scope ('global' or a guild's id). One that keeps its name and type keeps its id. */
export function overwriteCommands(world: World, scope: string, bodies: readonly Json[]): readonly Command[] {
  const before = world.commands.get(scope) ?? [];
  const made = bodies.map((body) => {
    const same = before.find((one) => one.name === body['name'] && one.type === (body['type'] ?? 1));
    return commandOf(world, scope, { ...body, id: same?.id });
  });
  world.commands.set(scope, made);
  world.happenings.emit({ kind: 'commands' });
  return made;
}

/** A command as Discord keeps it, with what the body left out. */
export function commandOf(world: World, scope: string, body: Json): Command {
  const inGuild = scope === 'global' ? {} : { guild_id: scope };
  return {
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    ...body,
    ...inGuild,
    id: isSnowflake(body['id']) ? body['id'] : world.newId(),
    application_id: world.application.id,
    version: world.newId(),
    type: Number(body['type'] ?? 1),
    name: String(body['name']),
    description: typeof body['description'] === 'string' ? body['description'] : '',
    options: (body['options'] ?? []) as readonly CommandOption[],
    default_member_permissions: (body['default_member_permissions'] ?? null) as string | null,
    contexts: (body['contexts'] ?? null) as readonly number[] | null,
    dm_permission: body['dm_permission'] ?? true,
    integration_types: (body['integration_types'] ?? [0, 1]) as readonly number[],
  };
}
