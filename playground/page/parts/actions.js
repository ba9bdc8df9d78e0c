// What a person does to messages: commands, presses, choices, forms, words.
import { get, post } from './server.js';
import { change, current } from './store.js';
import { loadMessages } from './visit.js';

let counted = 0;

/** Says something in the line under the chat; it goes after a while. */
export function notice(text) {
  const mine = ++counted;
  change({ notice: text });
  if (text !== '') setTimeout(() => mine === counted && change({ notice: '' }), 6000);
}

/** Sends a command; until its answer is there, a line says so. */
export async function useCommand({ shown, body, typed = false }) {
  const { personId, channelId } = current();
  const id = `pending-${++counted}`;
  const entry = { id, personId, channelId, command: shown, failed: false };
  change(({ pending, sent }) => ({ pending: [...pending, entry], sent: sent + 1 }));
  try {
    const exchange = await post(`${personId}/${typed ? 'type' : 'command'}`, { channelId, ...body });
    const isFailed = exchange.state === 'failed';
    change(({ pending }) => ({
      pending: pending.flatMap((one) => (one.id === id ? (isFailed ? [{ ...one, failed: true }] : []) : [one])),
    }));
    answered(exchange);
    return true;
  } catch (error) {
    forgetPending(id);
    notice(error.message);
    return false;
  }
}

export function forgetPending(id) {
  change(({ pending }) => ({ pending: pending.filter((one) => one.id !== id) }));
}

/**
 * Presses a button (`press`) or sends a choice (`select`) on a message.
 * @param {'press' | 'select'} action
 * @param {{messageId: string, customId: string, values?: string[]}} use
 */
export async function useComponent(action, { messageId, customId, values }) {
  if (current().busy !== '') return;
  const { personId } = current();
  change(({ failures }) => ({ busy: `${messageId}/${customId}`, failures: without(failures, messageId) }));
  try {
    const exchange = await post(`${personId}/${action}`, { messageId, customId, values });
    if (exchange.state === 'failed')
      change(({ failures }) => ({ failures: new Map(failures).set(messageId, 'This interaction failed') }));
    answered(exchange);
  } catch (error) {
    notice(error.message);
  } finally {
    change({ busy: '' });
  }
}

function without(map, key) {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

function answered(exchange) {
  if (exchange.form !== undefined && exchange.personId === current().personId) change({ form: exchange });
  void loadMessages();
}

/** Sends the open form. Gives a sentence when that did not work, and leaves the form with all that was typed. */
export async function submitForm(values) {
  const { personId, form } = current();
  try {
    const exchange = await post(`${personId}/submit`, { formId: form.interactionId, values });
    if (exchange.state === 'failed') return 'This interaction failed. What you typed is still here.';
    change({ form: undefined });
    answered(exchange);
    return undefined;
  } catch (error) {
    return error.message;
  }
}

export async function dismiss(messageId) {
  await post(`${current().personId}/dismiss/${messageId}`).catch((error) => notice(error.message));
  await loadMessages();
}

/** Writes a plain message. True when it was sent. */
export async function say(text) {
  const { personId, channelId } = current();
  try {
    await post(`${personId}/say`, { channelId, text });
    change(({ sent }) => ({ sent: sent + 1 }));
    await loadMessages();
    return true;
  } catch (error) {
    notice(error.message);
    return false;
  }
}

/** What the bot suggests for the focused option; undefined when it did not answer. */
export async function complete(body) {
  const { personId, channelId } = current();
  const exchange = await post(`${personId}/autocomplete`, { channelId, ...body });
  return exchange.state === 'failed' ? undefined : (exchange.choices ?? []);
}

/** What was taken from the bot in this channel already. */
export const faultsHere = () => get(`faults/${current().channelId}`);

/** Causes a fault; says what happened. */
export async function cause(fault, body, done) {
  try {
    await post(`faults/${fault}`, { channelId: current().channelId, ...body });
    notice(done);
  } catch (error) {
    notice(error.message);
  }
}
