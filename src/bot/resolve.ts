import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Text } from '#text/text.ts';
import type { Command, Needs } from './command.ts';
import type { Reply } from './courier.ts';
import type { Incoming, IncomingAutocomplete, IncomingCommand } from './incoming.ts';
import { readOptions } from './option.ts';
import type { Handler } from './press.ts';
import { refuse } from './refusal.ts';
import { routeNameIn } from './route.ts';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

type Answerable = Exclude<Incoming, IncomingAutocomplete>;

/** What is to be done for one interaction. Unknown commands and damaged controls are jobs that refuse politely. */
export type Job<F> = {
  readonly opensForm: boolean;
  /** Set when it may be done a single time: whoever claims this key first does it. */
  readonly once?: string;
  run(turn: Turn<F>): Promise<Reply>;
};

/** Finds the job for an interaction among the commands and handlers. Throws when two of them share a name. */
export function resolver<F>(commands: readonly Command<F>[], handlers: readonly Handler<F>[]) {
  const commandBy = byName(commands.map((command) => [`${command.kind} ${command.name}`, command]));
  const handlerBy = byName(handlers.map((handler) => [`${handler.kind} ${handler.route.name}`, handler]));

  return (incoming: Answerable): Job<F> => {
    switch (incoming.kind) {
      case 'command':
        return slashJob(commandBy.get(`slash ${incoming.path[0]}`), incoming);
      case 'user-menu':
      case 'message-menu':
        return menuJob(commandBy.get(`${incoming.kind} ${incoming.name}`), incoming);
      case 'press':
      case 'select':
      case 'submit':
        return controlJob(handlerBy.get(`${incoming.kind} ${routeNameIn(incoming.customId)}`), incoming);
    }
  };
}

function byName<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map(entries);
  if (map.size < entries.length) {
    const names = entries.map(([name]) => name);
    throw new Error(`declared twice: ${names.filter((name, index) => names.indexOf(name) !== index).join(', ')}`);
  }
  return map;
}

const refusing = <F>(text: Text): Job<F> => ({
  opensForm: false,
  run: () => Promise.reject(refuse(text)),
});

/** The action that a slash command's words name. */
export function actionOf<F>(command: Command<F> | undefined, { path }: Pick<IncomingCommand, 'path'>) {
  const word = path.slice(1).join(' ');
  return command?.kind === 'slash' && Object.hasOwn(command.actions, word) ? command.actions[word] : undefined;
}

function slashJob<F>(command: Command<F> | undefined, incoming: IncomingCommand): Job<F> {
  const action = actionOf(command, incoming);
  if (!command || !action) return refusing(texts.oldCommand);
  return {
    opensForm: action.opensForm,
    run: async (turn) => {
      mustBeAllowed(command.needs, incoming);
      return action.run({ ...turn, options: readOptions(action.options, incoming.options) as never });
    },
  };
}

function menuJob<F>(
  command: Command<F> | undefined,
  incoming: Extract<Answerable, { kind: 'user-menu' | 'message-menu' }>,
): Job<F> {
  if (!command || command.kind === 'slash') return refusing(texts.oldCommand);
  return {
    opensForm: command.opensForm,
    run: async (turn) => {
      mustBeAllowed(command.needs, incoming);
      return command.run({ ...turn, target: incoming.target as never });
    },
  };
}

function controlJob<F>(
  handler: Handler<F> | undefined,
  incoming: Extract<Answerable, { readonly customId: string }>,
): Job<F> {
  const state = handler?.route.read(incoming.customId) as object | undefined;
  if (!handler || state === undefined) return refusing(texts.oldControl);
  if ('owner' in state && state.owner !== incoming.actor.id) return refusing(texts.notYours);
  const values =
    incoming.kind === 'press' ? {} : incoming.kind === 'select' ? incoming.values : handler.read(incoming.values);
  return {
    opensForm: handler.opensForm,
    ...('once' in state && { once: `${handler.route.name}:${String(state.once)}` }),
    run: (turn) => handler.run({ ...turn, state: state as never, values: values as never }),
  };
}

/** A permission as Discord's settings call it: ManageGuild is “Manage Server” there. */
const nameOf = (needs: Needs): string => needs.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').replace('Guild', 'Server');

/** Refuses whoever lacks a permission. Discord hides what a member may not use, but an administrator can show it to anybody, and
 * buttons live longer than permissions: so it is checked here too.
 */
export function mustBeAllowed(needs: Needs | undefined, { where }: Pick<Incoming, 'where'>): void {
  if (!needs) return;
  const bit = PermissionFlagsBits[needs];
  if (where.server && (where.server.memberMay & bit) === bit) return;
  throw refuse(texts.notAllowed, { permission: nameOf(needs) });
}
