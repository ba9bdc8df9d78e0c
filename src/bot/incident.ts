import { errorForLog } from '#src/log.ts';
import type { Dice } from './turn.ts';
import type { Incoming } from './incoming.ts';

/** A short number that the member can pass on and the log can be searched for: eight letters and digits. */
export const incidentId = (dice: Dice): string =>
  Array.from({ length: 8 }, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[Math.floor(dice() * 32)]).join('');

/** How much of an error's message may repeat what was typed before it is withheld, in characters. */
const traceLength = 5;

/**
 * The cause of an incident as it may stand in the log: with the messages of the error and its causes, unless they could
 * repeat anything that came with the interaction, or tell who somebody is.
 */
export function causeForLog(error: unknown, incoming: Incoming): Readonly<Record<string, unknown>> {
  const typed = typedIn(incoming);
  return errorForLog(
    error,
    ({ message }) => !/\d{17}/.test(message) && !typed.some((words) => sharesTrace(words, message)),
  );
}

function typedIn(incoming: Incoming): readonly string[] {
  const about: unknown[] = [incoming.actor.name];
  if (incoming.kind === 'command') about.push(...Object.values(incoming.options));
  if (incoming.kind === 'autocomplete') about.push(incoming.focused.typed, ...Object.values(incoming.options));
  if (incoming.kind === 'submit') about.push(...Object.values(incoming.values).flat());
  if (incoming.kind === 'message-menu') about.push(incoming.target.content);
  return about.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}

function sharesTrace(typed: string, message: string): boolean {
  if (typed.length < traceLength) return typed.length > 0 && message.includes(typed);
  for (let start = 0; start + traceLength <= typed.length; start += 1) {
    if (message.includes(typed.slice(start, start + traceLength))) return true;
  }
  return false;
}
