import type { Exchange } from '#playground/interactions/interaction.ts';
import { openInteraction } from '#playground/interactions/open.ts';
import { present } from '#playground/messages/post.ts';
import type { Place } from '#playground/wire/interaction-place.ts';
import type { Command } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { commandsFor } from './commands.ts';
import { fillOptions, type GivenOption } from './options.ts';
import { CannotDo } from './refusal.ts';
import { namedInOptions, resolvedData, type Named } from './resolved.ts';
import { maySee, placeOf } from './where.ts';

export type CommandUse = {
  readonly channelId: string;
  readonly name: string;
  /** 1 slash (default), 2 user menu, 3 message menu. */
  readonly type?: 1 | 2 | 3;
  readonly options?: readonly GivenOption[];
  /** The user or message a context menu was opened on. */
  readonly targetId?: string;
};

/** A person sends a command. */
export async function useCommand(world: World, personId: string, use: CommandUse): Promise<Exchange> {
  const place = placeOf(world, personId, use.channelId);
  const command = offeredCommand(world, place, use);
  const { options, fullName } = fillOptions({ world, place, typing: false }, command, use.options ?? []);
  return await openInteraction(world, {
    type: 2,
    place,
    integrationTypes: command.integration_types,
    commandName: fullName,
    commandType: command.type,
    data: {
      ...about(command),
      ...optionsField(options),
      ...targetField(world, place, use),
      ...resolvedField(world, place, { use, options }),
    },
  });
}

/** A person types; the focused option asks for suggestions. */
export async function askCompletion(world: World, personId: string, use: CommandUse): Promise<Exchange> {
  const place = placeOf(world, personId, use.channelId);
  const command = offeredCommand(world, place, use);
  const { options, fullName } = fillOptions({ world, place, typing: true }, command, use.options ?? []);
  return await openInteraction(world, {
    type: 4,
    place,
    integrationTypes: command.integration_types,
    commandName: fullName,
    commandType: command.type,
    data: {
      ...about(command),
      ...optionsField(options),
      ...resolvedField(world, place, { use: { ...use, targetId: '' }, options }),
    },
  });
}

function offeredCommand(world: World, place: Place, use: CommandUse): Command {
  const type = use.type ?? 1;
  const command = commandsFor(world, place).find((one) => one.type === type && one.name === use.name);
  if (command === undefined)
    throw new CannotDo(`${place.person.username} is not offered the command "${use.name}" here`);
  return command;
}

function about(command: Command): {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild_id?: string;
} {
  return { id: command.id, name: command.name, type: command.type, ...present({ guild_id: command.guild_id }) };
}

function optionsField(options: readonly GivenOption[]): { readonly options?: readonly GivenOption[] } {
  return options.length === 0 ? {} : { options };
}

function targetField(world: World, place: Place, use: CommandUse): { readonly target_id?: string } {
  if ((use.type ?? 1) === 1) return {};
  const id = use.targetId ?? '';
  const message = messagesOf(world, place.channel.id).get(id);
  const there = use.type === 2 ? world.users.has(id) : message !== undefined && maySee(message, place.person.id);
  if (!there) throw new CannotDo(`There is nothing to open the menu "${use.name}" on`);
  return { target_id: id };
}

function resolvedField(
  world: World,
  place: Place,
  asked: { readonly use: CommandUse; readonly options: readonly GivenOption[] },
): object {
  const { use, options } = asked;
  const target = use.targetId ?? '';
  const fromOptions = namedInOptions(options, new Set(place.guild?.roles.keys()));
  const named: Named = use.type === 2 ? { users: [target] } : use.type === 3 ? { messages: [target] } : fromOptions;
  return present({ resolved: resolvedData(world, place, named) });
}
