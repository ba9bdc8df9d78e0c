import type { Exchange } from '#playground/interactions/interaction.ts';
import { openInteraction } from '#playground/interactions/open.ts';
import { everyComponent } from '#playground/messages/components.ts';
import { isObject } from '#playground/rules/shape.ts';
import { present } from '#playground/messages/post.ts';
import type { Place } from '#playground/wire/interaction-place.ts';
import type { Component, Message } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { chooseFrom } from './choose.ts';
import { CannotDo } from './refusal.ts';
import { messageSeenBy } from './where.ts';

export type Press = { readonly messageId: string; readonly customId: string };

/** A person presses a button they see. */
export async function pressButton(world: World, personId: string, press: Press): Promise<Exchange> {
  const { place, message } = messageSeenBy(world, personId, press.messageId);
  const button = usable(place, message, press.customId);
  if (button.type !== 2) throw new CannotDo(`"${press.customId}" is no button`);
  const data = { component_type: 2, custom_id: press.customId, id: button.id };
  return await openInteraction(world, {
    type: 3,
    place,
    data,
    source: message,
    owners: ownersOfMessage(message, place),
  });
}

/** A person chooses from a select they see. */
export async function chooseOptions(
  world: World,
  personId: string,
  choice: Press & { readonly values: readonly string[] },
): Promise<Exchange> {
  const { place, message } = messageSeenBy(world, personId, choice.messageId);
  const select = usable(place, message, choice.customId);
  if (![3, 5, 6, 7, 8].includes(select.type)) throw new CannotDo(`"${choice.customId}" is no select`);
  const resolved = chooseFrom({ world, place }, select, choice.values);
  const data = {
    component_type: select.type,
    custom_id: choice.customId,
    id: select.id,
    values: choice.values,
    ...present({ resolved }),
  };
  return await openInteraction(world, {
    type: 3,
    place,
    data,
    source: message,
    owners: ownersOfMessage(message, place),
  });
}

function usable({ person }: Place, message: Message, customId: string): Component {
  const found = everyComponent(message.components).find((one) => one.custom_id === customId);
  if (found === undefined)
    throw new CannotDo(`Message ${message.id} has nothing with the id "${customId}" for ${person.username}`);
  if (found.disabled === true) throw new CannotDo(`"${customId}" is disabled`);
  return found;
}

/** Components keep the installation of the message they stand on; a plain message of the bot means the guild's. */
function ownersOfMessage(message: Message, { guild }: Place): Readonly<Record<string, string>> {
  const owners = message.metadata?.['authorizing_integration_owners'];
  if (isObject(owners)) return owners as Readonly<Record<string, string>>;
  return { 0: guild?.id ?? '0' };
}
