import { ownersOf, contextOf, type Place } from '#playground/wire/interaction-place.ts';
import { Bits, permissionsIn } from '#playground/world/permissions.ts';
import type { Command } from '#playground/world/records.ts';
import { botIsIn, type World } from '#playground/world/world.ts';

/** The commands a person is offered at a place: installed there, meant for there, and permitted (Application Commands → Contexts, Permissions). */
export function commandsFor(world: World, place: Place): readonly Command[] {
  const { guild } = place;
  const ofGuild = guild !== undefined && botIsIn(world, guild) ? (world.commands.get(guild.id) ?? []) : [];
  const own = new Set(ofGuild.map((one) => `${one.type} ${one.name}`));
  const global = (world.commands.get('global') ?? []).filter((one) => !own.has(`${one.type} ${one.name}`));
  return [...ofGuild, ...global].filter((command) => offered(world, place, command));
}

function offered(world: World, place: Place, command: Command): boolean {
  const context = contextOf(world, place.channel);
  const meant =
    command.contexts === null
      ? context !== 2 && (context !== 1 || command['dm_permission'] !== false)
      : command.contexts.includes(context);
  if (!meant || Object.keys(ownersOf(world, place, command.integration_types)).length === 0) return false;
  return place.guild === undefined || permitted(world, place, command);
}

function permitted(world: World, { person, channel }: Place, command: Command): boolean {
  const bits = permissionsIn(world, { userId: person.id, channel });
  if ((bits & Bits.UseApplicationCommands) === 0n) return false;
  const needed = command.default_member_permissions;
  if (needed === null) return true;
  return needed === '0' ? (bits & Bits.Administrator) !== 0n : (bits & BigInt(needed)) === BigInt(needed);
}
