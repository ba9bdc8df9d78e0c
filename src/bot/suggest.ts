import { translator } from '#text/translator.ts';
import { shortened } from '#text/cut.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import { causeForLog } from './incident.ts';
import type { IncomingAutocomplete } from './incoming.ts';
import type { Choice } from './option.ts';
import { actionOf } from './resolve.ts';
import type { DispatchParts } from './wiring.ts';

/** Discord's limits for a list of suggestions: lines, and characters in each name and value. */
const mostChoices = 25;
const longest = 100;

/** Answers autocomplete. A list that is late or fails is empty: nobody loses anything, they can type on. */
export function suggestions<F>({ commands, features, callerOf, mention, now, dice, log }: DispatchParts<F>) {
  const byName = new Map<string, Command<F>>(commands.map((command) => [command.name, command]));

  async function choicesFor(incoming: IncomingAutocomplete): Promise<readonly Choice[]> {
    const action = actionOf(byName.get(incoming.path[0] ?? ''), incoming);
    const suggest = action?.options[incoming.focused.name]?.suggest;
    if (!suggest) return [];
    const caller = await callerOf(incoming);
    const t = translator(caller.language, mention);
    const found = await suggest({ caller, features, t, now: now(), dice, typed: incoming.focused.typed });
    // One value that is too long would make Discord refuse the whole list.
    return found
      .filter(({ value }) => value.length <= longest)
      .slice(0, mostChoices)
      .map(({ name, value }) => ({ name: shortened(name, longest), value }));
  }

  return async (incoming: IncomingAutocomplete, answer: Answer): Promise<void> => {
    const choices = await choicesFor(incoming).catch((error: unknown) => {
      log.error({ kind: incoming.kind, error: causeForLog(error, incoming) }, 'no suggestions');
      return [];
    });
    // An answer that comes after 3 seconds is refused by Discord; there is nobody left to tell.
    await answer.choices(choices).catch((error: unknown) => {
      log.debug({ kind: incoming.kind, error: causeForLog(error, incoming) }, 'suggestions came too late');
    });
  };
}
