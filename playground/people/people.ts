import type { Exchange } from '#playground/interactions/interaction.ts';
import { postMessage } from '#playground/messages/post.ts';
import { contextOf } from '#playground/wire/interaction-place.ts';
import { Bits, permissionsIn } from '#playground/world/permissions.ts';
import type { Channel, Command, User } from '#playground/world/records.ts';
import type { Happening, World } from '#playground/world/world.ts';
import { commandsFor } from './commands.ts';
import { CannotDo } from './refusal.ts';
import { seenMessage, type SeenMessage } from './seen.ts';
import { submitForm, type Submission } from './submit-form.ts';
import { parseTyped } from './typed.ts';
import { askCompletion, useCommand, type CommandUse } from './use-command.ts';
import { chooseOptions, pressButton, type Press } from './use-component.ts';
import { channelsSeenBy, messagesSeenBy, placeOf } from './where.ts';

/** What people can do and see. Every action resolves at its first answer, or when it failed; impossible ones reject with CannotDo. */
export type People = {
  command(personId: string, use: CommandUse): Promise<Exchange>;
  /** A whole typed line: `/lesson show lesson:star`. */
  type(personId: string, line: { readonly channelId: string; readonly text: string }): Promise<Exchange>;
  /** The focused option carries `focused: true`. */
  autocomplete(personId: string, use: CommandUse): Promise<Exchange>;
  press(personId: string, press: Press): Promise<Exchange>;
  select(personId: string, choice: Press & { readonly values: readonly string[] }): Promise<Exchange>;
  submit(personId: string, submission: Submission): Promise<Exchange>;
  /** Writes a plain message. */
  say(personId: string, line: { readonly channelId: string; readonly text: string }): SeenMessage;
  /** Hides an ephemeral message from its viewer, as "dismiss" does. */
  dismiss(personId: string, messageId: string): void;
  seen(personId: string, channelId: string): readonly SeenMessage[];
  channels(personId: string): readonly Channel[];
  commands(personId: string, channelId: string): readonly Command[];
  all(): readonly User[];
  /** By user name, as 'ann'. */
  named(username: string): User;
  /** The next thing that happens and fits. For what may have happened already use `until`. */
  next(fits: (happening: Happening) => boolean, timeoutMs?: number): Promise<Happening>;
  /** Waits until `look` finds something: looked at now and whenever anything happens. */
  until<T>(look: () => T | undefined, timeoutMs?: number): Promise<T>;
};

export function peopleOf(world: World): People {
  const all = (): readonly User[] => [...world.users.values()].filter((one) => !one.bot);
  return {
    command: async (id, use) => await useCommand(world, id, use),
    type: async (id, { channelId, text }) => {
      const offered = commandsFor(world, placeOf(world, id, channelId));
      return await useCommand(world, id, { channelId, ...parseTyped(offered, text) });
    },
    autocomplete: async (id, use) => await askCompletion(world, id, use),
    press: async (id, press) => await pressButton(world, id, press),
    select: async (id, choice) => await chooseOptions(world, id, choice),
    submit: async (id, submission) => await submitForm(world, id, submission),
    say: (id, line) => say(world, id, line),
    dismiss: (id, messageId) => dismiss(world, id, messageId),
    seen: (id, channelId) => messagesSeenBy(world, id, channelId).map((one) => seenMessage(world, one)),
    channels: (id) => channelsSeenBy(world, id),
    commands: (id, channelId) => commandsFor(world, placeOf(world, id, channelId)),
    all,
    named(username) {
      const found = all().find((one) => one.username === username);
      if (found === undefined) throw new CannotDo(`There is nobody called ${username}`);
      return found;
    },
    next: async (fits, timeoutMs) => await world.happenings.next(fits, timeoutMs),
    until: async (look, timeoutMs) => await world.happenings.until(look, timeoutMs),
  };
}

function say(
  world: World,
  personId: string,
  { channelId, text }: { readonly channelId: string; readonly text: string },
): SeenMessage {
  const { channel, person } = placeOf(world, personId, channelId);
  if (text.trim() === '') throw new CannotDo('An empty message cannot be sent');
  const bits = permissionsIn(world, { userId: personId, channel });
  const needed = channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads;
  if (contextOf(world, channel) === 0 && (bits & needed) === 0n)
    throw new CannotDo(`${person.username} may not write in #${channel.name}`);
  return seenMessage(world, postMessage(world, { channel, authorId: personId, body: { content: text } }));
}

function dismiss(world: World, personId: string, messageId: string): void {
  for (const [channelId, messages] of world.messages) {
    const message = messages.get(messageId);
    if (message?.viewerId !== personId) continue;
    messages.delete(messageId);
    world.happenings.emit({ kind: 'deleted', channelId, messageId, viewerId: personId });
    return;
  }
  throw new CannotDo('Only a message that is for you alone can be dismissed');
}
